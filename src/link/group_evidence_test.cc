// What is said of two groups is what is said of their rows.
#include "link/group_evidence.h"

#include <gtest/gtest.h>

#include <random>

#include "link/linked_files.h"
#include "link/made_up_people.h"

namespace hearth::link {
namespace {

using Rows = std::vector<RowNumber>;

class Evidence : public testing::Test {
 protected:
  Evidence() {
    const Folder folder;
    const auto made_up = made_up_rows(150, 4);
    answer = link_files({folder.write("t.csv", csv_text(made_up, in_order(made_up.size())))});
  }

  Rows some() {
    Rows group;
    for (std::size_t i = 0; i <= luck() % 4; ++i) {
      group.push_back(static_cast<RowNumber>(luck() % answer.prepared.sightings.size()));
    }
    return group;
  }

  static bool any_vetoes(const ComparedRows& rows, const Rows& a, const Rows& b) {
    auto comparer = rows.comparer();
    for (const auto one : a) {
      for (const auto other : b) {
        const auto pattern = comparer.compare(rows.values(one), rows.values(other));
        if (rows.scorer().without_vetoes(pattern) != pattern) return true;
      }
    }
    return false;
  }

  Answer answer;
  std::mt19937 luck{4};
};

TEST_F(Evidence, is_none_where_two_rows_rule_each_other_out_and_nobody_decided) {
  const ComparedSightings rows(answer.prepared.model, answer.prepared.sightings);
  GroupEvidence evidence(rows);
  int ruled_out = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto a = some(), b = some();
    const bool vetoed = any_vetoes(rows, a, b);
    EXPECT_EQ(evidence.of(a, b, false).bits == kVeto, vetoed) << i;
    EXPECT_GT(evidence.of(a, b, true).bits, kVeto) << "somebody decided";
    ruled_out += vetoed ? 1 : 0;
  }
  EXPECT_GT(ruled_out, 500);
  EXPECT_LT(ruled_out, 1900);
}

TEST_F(Evidence, is_the_same_both_ways_round) {
  const ComparedSightings rows(answer.prepared.model, answer.prepared.sightings);
  GroupEvidence evidence(rows);
  for (int i = 0; i < 2000; ++i) {
    const auto a = some(), b = some();
    for (const bool decided : {false, true}) {
      EXPECT_DOUBLE_EQ(evidence.of(a, b, decided).bits, evidence.of(b, a, decided).bits) << i;
    }
  }
}

}  // namespace
}  // namespace hearth::link
