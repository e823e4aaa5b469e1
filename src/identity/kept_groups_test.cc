// Which groups need not be formed again, and which are not kept at all.
#include "identity/kept_groups.h"

#include <gtest/gtest.h>

namespace hearth::identity {
namespace {

constexpr auto kAnew = link::kFormAnew;
constexpr double kLink = 0;  // bits
using Groups = std::vector<link::RowNumber>;

// Rows with these groups; of each nothing else.
links::KnownRows known_of(const std::vector<links::RowId>& groups) {
  links::KeysContent content;
  content.groups = groups;
  content.places.resize(groups.size());
  content.people.resize(groups.size());
  content.contents.resize(groups.size());
  return links::KnownRows().and_those_at(links::KeysFile::at_hand({}, content));
}

// 0 and 1 are one group; 2, whose pair with 1 was refused, and 3 others; 4 and 5 one by themselves.
const std::vector<link::ScoredPair> kPairs = {{0, 1, 9}, {1, 2, 5}, {2, 3, -1}, {4, 5, 9}};
const std::vector<links::RowId> kRows = {0, 1, 2, 3, 4, 5};
const std::vector<links::RowId> kGroups = {0, 0, 2, 3, 4, 4};

Groups of(const std::vector<links::RowId>& groups, const std::vector<links::RowId>& from,
          const link::DecidedPairs& decided = {}) {
  return KeptGroups(kRows.size(), kPairs, decided, kLink).of(known_of(groups), kRows, from);
}

TEST(KeptGroups, are_all_of_components_to_which_nothing_leads) {
  EXPECT_EQ(of(kGroups, {}), Groups({0, 0, 2, 3, 4, 4}));
  EXPECT_EQ(of(kGroups, {4}), Groups({0, 0, 2, 3, kAnew, kAnew}));
  EXPECT_EQ(of(kGroups, {3}), Groups({0, 0, 2, kAnew, 4, 4})) << "a doubtful pair leads nowhere";
  EXPECT_EQ(of(kGroups, {2}), Groups({kAnew, kAnew, kAnew, 3, 4, 4}))
      << "also where it was refused";
}

TEST(KeptGroups, are_none_of_a_component_with_a_row_of_which_nothing_is_known) {
  EXPECT_EQ(of({0, 0, links::kNoGroup, 3, 4, 4}, {}), Groups({kAnew, kAnew, kAnew, 3, 4, 4}));
}

TEST(KeptGroups, are_none_where_somebody_decided) {
  EXPECT_EQ(of(kGroups, {}, {{{3, 4}}, {}}), Groups({0, 0, 2, kAnew, kAnew, kAnew}));
  EXPECT_EQ(of(kGroups, {}, {{}, {{3, 4}}}), Groups({0, 0, 2, kAnew, kAnew, kAnew}));
}

TEST(KeptGroups, are_kept_but_for_components_with_a_decision) {
  const Groups formed = {0, 0, 2, 3, 3, 3};
  EXPECT_EQ(KeptGroups(6, kPairs, {}, kLink).to_keep(formed), formed);
  EXPECT_EQ(KeptGroups(6, kPairs, {{{3, 4}}, {}}, kLink).to_keep(formed),
            Groups({0, 0, 2, kAnew, kAnew, kAnew}));
}

}  // namespace
}  // namespace hearth::identity
