// Rows that say the same stand for one another, and only for one another.
#include "link/distinct_rows.h"

#include <gtest/gtest.h>

#include "link/linked_files.h"
#include "link/made_up_people.h"

namespace hearth::link {
namespace {

TEST(DistinctRows, have_each_content_once) {
  const Folder folder;
  const auto answer = link_files({folder.write("t.csv",
                                               "id,forename,surname,postcode\n"
                                               "1,Ann,Lee,XY1 1AA\n2,Bob,Ray,\n3,ANN,lee,xy11aa\n"
                                               "4,Ann,Lee,\n5,Bob,Ray,\n")});
  const auto& distinct = answer.prepared.distinct;
  EXPECT_EQ(distinct.of_row, (std::vector<RowNumber>{0, 1, 0, 2, 1}));
  EXPECT_EQ(distinct.first_of, (std::vector<RowNumber>{0, 1, 3}));
  EXPECT_EQ(distinct.rows.size(), 3u);
  EXPECT_EQ(distinct.rows.fields[0].counts, answer.prepared.sightings.fields[0].counts);
}

// What is sent again costs no pair and hardly changes who is who.
TEST(DistinctRows, sent_again_are_of_the_same_people) {
  const Folder folder;
  const auto rows = made_up_rows(120, 5);
  auto order = in_order(rows.size());
  const auto once = link_files({folder.write("t.csv", csv_text(rows, order))});
  auto all = rows;
  for (int again = 0; again < 3; ++again) all.insert(all.end(), rows.begin(), rows.end());
  const auto often = link_files({folder.write("t.csv", csv_text(all, in_order(all.size())))});
  EXPECT_EQ(once.linked.pairs.candidates, often.linked.pairs.candidates);
  const auto& of_row = often.linked.clusters.of_row;
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(of_row[i], of_row[i + rows.size()]);
  const auto people = static_cast<double>(once.people.size());
  EXPECT_NEAR(static_cast<double>(often.people.size()), people, people / 50);
}

TEST(DistinctRows, are_paired_for_all_rows_by_the_first) {
  const Folder folder;
  const auto answer = link_files(
      {folder.write("t.csv",
                    "id,forename,surname,birth_date\n1,Ann,Lee,1990-01-02\n2,Ann,Lee,1990-01-02\n"
                    "3,Anne,Lee,1990-01-02\n4,Bob,Ray,1980-03-04\n")});
  const auto pairs = of_all_rows(std::vector<ScoredPair>{{0, 1, 5}}, answer.prepared.distinct,
                                 answer.prepared.model);
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(std::pair(pairs[0].a, pairs[0].b), std::pair(RowNumber{0}, RowNumber{2}));
  EXPECT_EQ(std::pair(pairs[1].a, pairs[1].b), std::pair(RowNumber{0}, RowNumber{1}));
}

}  // namespace
}  // namespace hearth::link
