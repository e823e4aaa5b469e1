#include "facts/remembered_id.h"

#include <gtest/gtest.h>

#include <string>

namespace hearth {
namespace {

constexpr std::uint32_t kNobody = RememberedId<PersonIds>::kNobody;

std::string id_of(int number) { return fmt::format("P{:04}", number); }

// Every third id from 0 up to 3000, from one end to the other.
void add_people(FactsBuilder& builder, bool ascending) {
  for (int i = 0; i < 1000; ++i) {
    builder.add_new_person({id_of(3 * (ascending ? i : 999 - i)), {}, {}, {}, {}});
  }
}

class RememberedPeople : public testing::TestWithParam<bool> {};

// In steps of every length, back to the beginning whenever the end is passed.
TEST_P(RememberedPeople, AreFoundHoweverFarFromTheLatest) {
  FactsBuilder builder({});
  add_people(builder, GetParam());
  EXPECT_EQ(builder.people_ascend(), GetParam());
  for (int step = 1; step < 2999; step = 2 * step + 1) {
    RememberedId<PersonIds> people(builder);
    for (int i = 0, number = 0; i < 500; ++i, number = (number + step) % 3000) {
      const auto found = people.index(id_of(number));
      ASSERT_EQ(found != kNobody, number % 3 == 0) << step << ' ' << number;
      if (found != kNobody) {
        EXPECT_EQ(builder.person_id(found), id_of(number));
      }
    }
  }
}

TEST_P(RememberedPeople, AreNobodyBeforeTheFirstAndAfterTheLast) {
  FactsBuilder builder({});
  add_people(builder, GetParam());
  RememberedId<PersonIds> people(builder);
  for (const auto* id : {"Q", "", "A", "P2997x", "P", "P29970"}) {
    EXPECT_EQ(people.index(id), kNobody) << id;
  }
  EXPECT_NE(people.index(id_of(2997)), kNobody);
  EXPECT_EQ(people.index("Q"), kNobody);
}

INSTANTIATE_TEST_SUITE_P(Ascending, RememberedPeople, testing::Bool());

TEST(RememberedId, FindsNobodyAmongNobody) {
  const FactsBuilder builder({});
  EXPECT_EQ(RememberedId<PersonIds>(builder).index("P1"), kNobody);
}

}  // namespace
}  // namespace hearth
