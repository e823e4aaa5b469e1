// People who last: ids that stay, what a run may do by itself, what it may only propose.
#include "link/lasting_people.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "link/people_folder.h"

namespace hearth::link {
namespace {

namespace fs = std::filesystem;

const Date kDay = date_of({2025, 3, 31});

// Runs the linker would answer: `a b | c` are two people.
void run(LastingPeople& people, const std::string& clusters) {
  Sightings sightings;
  sightings.inputs = {"t.csv"};
  Clusters found;
  found.count = 1;
  for (const char c : clusters) {
    if (c == '|') ++found.count;
    if (c == '|' || c == ' ') continue;
    sightings.row_ids.append(std::string(1, c));
    sightings.input_of.push_back(0);
    found.of_row.push_back(static_cast<std::uint32_t>(found.count - 1));
  }
  people.take(sightings, found, kDay);
}

std::string who(const LastingPeople& people) {
  std::map<std::string, std::string> rows;
  for (const auto& row : people.rows()) rows[people.person_of(row).substr(9)] += row.row_id;
  std::string text;
  for (auto& [person, ids] : rows) {
    std::ranges::sort(ids);
    text += (text.empty() ? "" : " ") + person + ":" + ids;
  }
  return text;
}

const PersonEvent& only_proposal(const LastingPeople& people) {
  EXPECT_EQ(people.proposals().size(), 1u);
  return *people.proposals().front();
}

TEST(LastingPeople, are_founded_and_rows_are_attached) {
  LastingPeople people;
  run(people, "a b | c");
  EXPECT_EQ(who(people), "1:ab 2:c");
  run(people, "a b d | c | e");
  EXPECT_EQ(who(people), "1:abd 2:c 3:e");
  EXPECT_TRUE(people.proposals().empty());
  ASSERT_EQ(people.events().size(), 4u);
  EXPECT_EQ(people.events()[2].what, PersonHappened::Attached);
  EXPECT_EQ(people.events()[2].rows, (std::vector<RowKey>{{"t.csv", "d"}}));
}

TEST(LastingPeople, the_same_run_again_is_no_event) {
  LastingPeople people;
  run(people, "a b | c");
  run(people, "c | b a");
  EXPECT_EQ(people.events().size(), 2u);
}

TEST(LastingPeople, the_order_of_rows_gives_no_other_ids) {
  LastingPeople one, other;
  run(one, "a b | c | d");
  run(other, "d | c | b a");
  EXPECT_EQ(who(one), who(other));
}

TEST(LastingPeople, rows_a_run_does_not_see_stay) {
  LastingPeople people;
  run(people, "a b | c");
  run(people, "d");
  EXPECT_EQ(who(people), "1:ab 2:c 3:d");
}

TEST(LastingPeople, a_merge_is_proposed_once_and_done_when_it_is_decided) {
  LastingPeople people;
  run(people, "a b | c");
  run(people, "a b c d");
  EXPECT_EQ(who(people), "1:abd 2:c");
  run(people, "a b c d");
  const auto proposal = only_proposal(people).number;
  EXPECT_TRUE(people.decide(proposal, true, "j", "same phone", kDay));
  EXPECT_EQ(who(people), "1:abcd");
  EXPECT_TRUE(people.proposals().empty());
  run(people, "a b d | c");
  EXPECT_TRUE(people.proposals().empty()) << "what was decided is not questioned";
  EXPECT_EQ(who(people), "1:abcd");
}

TEST(LastingPeople, a_merge_can_be_undone_and_what_came_since_stays_where_it_was_put) {
  LastingPeople people;
  run(people, "a b | c");
  run(people, "a b c");
  EXPECT_TRUE(people.decide(only_proposal(people).number, true, "j", "", kDay));
  run(people, "a b c e");
  EXPECT_TRUE(people.undo(people.events()[3].number, "j", "two brothers", kDay));
  EXPECT_EQ(who(people), "1:abe 2:c");
  EXPECT_EQ(people.proposals().size(), 1u) << "it is open again";
}

TEST(LastingPeople, a_split_is_proposed_and_gives_a_new_id_when_it_is_decided) {
  LastingPeople people;
  run(people, "a b c");
  run(people, "a b | c d");
  EXPECT_EQ(who(people), "1:abcd") << "nobody is split by a run";
  const auto proposal = only_proposal(people).number;
  EXPECT_TRUE(people.decide(proposal, true, "j", "", kDay));
  EXPECT_EQ(who(people), "1:ab 2:cd") << "who came with c goes with c";
  EXPECT_TRUE(people.undo(people.events().back().number, "j", "", kDay));
  EXPECT_EQ(who(people), "1:abcd");
  EXPECT_TRUE(people.decide(proposal, true, "j", "", kDay));
  EXPECT_EQ(who(people), "1:ab 3:cd") << "an id that was once given is not given again";
}

TEST(LastingPeople, a_proposal_that_was_rejected_is_not_made_again) {
  LastingPeople people;
  run(people, "a | b");
  run(people, "a b");
  EXPECT_TRUE(people.decide(only_proposal(people).number, false, "j", "twins", kDay));
  run(people, "a b");
  EXPECT_TRUE(people.proposals().empty());
  EXPECT_EQ(who(people), "1:a 2:b");
}

TEST(LastingPeople, what_cannot_be_decided_or_undone_is_said) {
  LastingPeople people;
  run(people, "a | b");
  EXPECT_FALSE(people.decide(1, true, "j", "", kDay)) << "it is no proposal";
  EXPECT_FALSE(people.decide(99, true, "j", "", kDay));
  EXPECT_FALSE(people.undo(1, "j", "", kDay)) << "to be founded is no decision";
  run(people, "a b");
  const auto proposal = only_proposal(people).number;
  EXPECT_TRUE(people.decide(proposal, true, "j", "", kDay));
  EXPECT_FALSE(people.decide(proposal, false, "j", "", kDay));
  const auto merged = people.events().back().number;
  EXPECT_TRUE(people.undo(merged, "j", "", kDay));
  EXPECT_FALSE(people.undo(merged, "j", "", kDay));
}

class PeopleFolder : public testing::Test {
 protected:
  ~PeopleFolder() override { fs::remove_all(folder); }
  fs::path folder = fs::temp_directory_path() / ("hearth-people-" + std::to_string(getpid()));
};

TEST_F(PeopleFolder, is_read_as_it_was_written) {
  LastingPeople people;
  run(people, "a b | c");
  run(people, "a b c | d");
  ASSERT_TRUE(people.decide(only_proposal(people).number, true, "j", "a, \"b\"", kDay));
  ASSERT_TRUE(write_people_folder(people, folder));
  const auto again = read_people_folder(folder);
  ASSERT_TRUE(again);
  EXPECT_EQ(who(*again), who(people));
  ASSERT_EQ(again->events().size(), people.events().size());
  EXPECT_EQ(again->events().back().because, "a, \"b\"");
  EXPECT_EQ(again->events().front().rows, people.events().front().rows);
}

TEST_F(PeopleFolder, that_is_not_there_has_nobody_in_it) {
  EXPECT_TRUE(read_people_folder(folder)->rows().empty());
}

TEST_F(PeopleFolder, that_was_meddled_with_is_not_believed) {
  LastingPeople people;
  run(people, "a b | c");
  ASSERT_TRUE(write_people_folder(people, folder));
  std::ofstream(folder / "events.csv", std::ios::app) << "9,2025-01-01,founded,P1,,,,\n";
  EXPECT_FALSE(read_people_folder(folder));
}

}  // namespace
}  // namespace hearth::link
