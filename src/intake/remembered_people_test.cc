#include "intake/remembered_people.h"

#include <gtest/gtest.h>

#include <string>

namespace hearth {
namespace {

Sighting sighting(std::string_view id, std::string_view born = "", std::string_view sex = "") {
  Sighting sighting;
  sighting.table = "rows";
  sighting.local_id = id;
  sighting.born = parse_date(born);
  sighting.sex = sex;
  return sighting;
}

TEST(RememberedPeople, what_is_said_again_is_noticed) {
  RememberedPeople remembered;
  EXPECT_FALSE(remembered.hear(sighting("Ann", "2012-03-01")).again);
  EXPECT_FALSE(remembered.hear(sighting("Ben", "2012-03-01")).again);
  EXPECT_TRUE(remembered.hear(sighting("Ann", "2012-03-01")).again);
  EXPECT_EQ(remembered.people(), 2);
}

TEST(RememberedPeople, whatever_differs_is_news) {
  RememberedPeople remembered;
  remembered.hear(sighting("Ann"));
  for (std::size_t i = 0; i < kSeenCount; ++i) {
    auto news = sighting("Ann");
    news.seen[i] = "Mill";
    EXPECT_FALSE(remembered.hear(news).again) << kSeenNames[i];
    EXPECT_TRUE(remembered.hear(news).again) << kSeenNames[i];
  }
  auto elsewhere = sighting("Ann");
  elsewhere.table = "others";
  EXPECT_FALSE(remembered.hear(elsewhere).again);
}

TEST(RememberedPeople, what_stood_before_is_news_once_something_else_was_said) {
  RememberedPeople remembered;
  remembered.hear(sighting("Ann", "2012-03-01", "female"));
  EXPECT_FALSE(remembered.hear(sighting("Ann", "", "female")).again);
  EXPECT_FALSE(remembered.hear(sighting("Ann", "2012-03-01", "female")).again);
}

TEST(RememberedPeople, saying_otherwise_differs_and_saying_more_does_not) {
  RememberedPeople remembered;
  EXPECT_FALSE(remembered.hear(sighting("Ann")).differs);
  EXPECT_FALSE(remembered.any_forgotten());
  EXPECT_FALSE(remembered.hear(sighting("Ann", "2012-03-01")).differs);
  EXPECT_FALSE(remembered.hear(sighting("Ann", "", "female")).differs);
  EXPECT_TRUE(remembered.hear(sighting("Ann", "2012-03-02")).differs);
  EXPECT_TRUE(remembered.hear(sighting("Ann", "2012-03-01", "male")).differs);
  EXPECT_FALSE(remembered.hear(sighting("Ann", "2012-03-01")).differs) << "the first stands";
}

TEST(RememberedPeople, beyond_so_many_it_begins_anew_and_takes_nobody_for_another) {
  RememberedPeople remembered;
  const auto people = RememberedPeople::kMost + 10;
  for (std::size_t i = 0; i < people; ++i) {
    const auto id = std::to_string(i);
    const auto heard = remembered.hear(sighting(id, i % 2 ? "2012-03-01" : "2012-03-02"));
    ASSERT_FALSE(heard.again || heard.differs) << i;
  }
  EXPECT_TRUE(remembered.any_forgotten());
  EXPECT_EQ(remembered.people(), static_cast<std::int64_t>(people));
  EXPECT_FALSE(remembered.hear(sighting("0", "2012-03-02")).again) << "long forgotten";
  const auto last = std::to_string(people - 1);
  EXPECT_TRUE(remembered.hear(sighting(last, people % 2 ? "2012-03-02" : "2012-03-01")).again);
}

}  // namespace
}  // namespace hearth
