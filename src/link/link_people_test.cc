// Tables in, people out: who is kept together, who apart, and that order and threads change
// nothing.
#include "link/link_people.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "link/linked_files.h"
#include "link/made_up_people.h"
#include "link/read_model.h"
#include "link/waterfall.h"

namespace hearth::link {
namespace {

constexpr std::size_t kPeople = 150;

TEST(LinkPeople, finds_who_is_who) {
  const Folder folder;
  const auto rows = made_up_rows(kPeople, 1);
  const auto answer = link_files({folder.write("t.csv", csv_text(rows, in_order(rows.size())))});
  double right = 0, linked = 0, all = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = i + 1; j < rows.size(); ++j) {
      const auto& of_row = answer.linked.clusters.of_row;
      const bool same = rows[i].person == rows[j].person;
      const bool together = of_row[i] == of_row[j];
      all += same ? 1 : 0;
      linked += together ? 1 : 0;
      right += same && together ? 1 : 0;
    }
  }
  EXPECT_GT(right / all, 0.9);
  EXPECT_GT(right / linked, 0.95);
  EXPECT_GT(answer.prepared.rules.recall, 0.95);
}

TEST(LinkPeople, gives_the_same_people_in_any_order_and_with_any_threads) {
  const Folder folder;
  const auto rows = made_up_rows(kPeople, 2);
  auto order = in_order(rows.size());
  const auto first = link_files({folder.write("t.csv", csv_text(rows, order))}, 1);
  std::shuffle(order.begin(), order.end(), std::mt19937_64(7));
  const auto second = link_files({folder.write("t.csv", csv_text(rows, order))}, 3);
  EXPECT_EQ(first.people, second.people);
  EXPECT_EQ(model_text(first.prepared.model), model_text(second.prepared.model));
}

TEST(LinkPeople, joins_several_tables_whatever_their_headings) {
  const Folder folder;
  const auto rows = made_up_rows(kPeople, 3);
  auto order = in_order(rows.size());
  const std::vector<std::size_t> upper(order.begin(), order.begin() + 120);
  const std::vector<std::size_t> lower(order.begin() + 120, order.end());
  auto text = csv_text(rows, lower);
  text.replace(0, text.find('\n'), "ID,First Name,Last_Name,DOB,Home Postcode,NHS No");
  const auto answer =
      link_files({folder.write("a.csv", csv_text(rows, upper)), folder.write("b.csv", text)});
  EXPECT_EQ(answer.prepared.model.fields.size(), 5u);
  EXPECT_EQ(answer.prepared.sightings.size(), rows.size());
  const bool joined = std::ranges::any_of(answer.people, [](const auto& person) {
    return person.begin()->starts_with("a.csv") && person.rbegin()->starts_with("b.csv");
  });
  EXPECT_TRUE(joined || rows[119].person != rows[120].person);
}

// Rows put at the end of a table of made-up people, with ids of their own.
Answer with_rows(const std::string& more) {
  const Folder folder;
  const auto rows = made_up_rows(kPeople, 4);
  return link_files({folder.write("t.csv", csv_text(rows, in_order(rows.size())) + more)});
}

TEST(LinkPeople, keeps_apart_who_has_another_valid_nhs_number) {
  const auto answer = with_rows(
      "v1,wendela,korbin,1990-04-05,XY1 1AA,9434765919\n"
      "v2,wendela,korbin,1990-04-05,XY1 1AA,\n"
      "v3,wendela,korbin,1990-04-05,XY1 1AA,4010232137\n");
  EXPECT_NE(answer.cluster_of("v1"), answer.cluster_of("v3"));
}

TEST(LinkPeople, keeps_twins_and_father_and_son_apart) {
  const auto answer = with_rows(
      "t1,wendela,korbin,2015-04-05,XY1 1AA,\n"
      "t2,wendela,korbin,2015-04-05,XY1 1AA,\n"
      "t3,osbert,korbin,2015-04-05,XY1 1AA,\n"
      "f1,rufuson,tramwell,1960-02-03,XY2 2BB,\n"
      "f2,rufuson,tramwell,1960-02-03,XY2 2BB,\n"
      "f3,rufuson,tramwell,1995-11-21,XY2 2BB,\n");
  EXPECT_EQ(answer.cluster_of("t1"), answer.cluster_of("t2"));
  EXPECT_NE(answer.cluster_of("t1"), answer.cluster_of("t3")) << answer.why("t1", "t3");
  EXPECT_EQ(answer.cluster_of("f1"), answer.cluster_of("f2"));
  EXPECT_NE(answer.cluster_of("f1"), answer.cluster_of("f3")) << answer.why("f1", "f3");
}

TEST(LinkPeople, takes_namesakes_of_one_home_born_days_apart_for_one) {
  const auto answer = with_rows(
      "d1,rufuson,tramwell,1960-02-03,XY2 2BB,\n"
      "d2,rufuson,tramwell,1960-02-12,XY2 2BB,\n"
      "d3,osbert,tramwell,1960-02-12,XY2 2BB,\n");
  EXPECT_EQ(answer.cluster_of("d1"), answer.cluster_of("d2")) << answer.why("d1", "d2");
  EXPECT_NE(answer.cluster_of("d1"), answer.cluster_of("d3")) << answer.why("d1", "d3");
}

TEST(LinkPeople, takes_fillers_for_nothing) {
  std::string more;
  for (int i = 0; i < 300; ++i) {
    more += "u" + std::to_string(i) + ",Unknown,Unknown,1900-01-01,XY9 9ZZ,9999999999\n";
  }
  const auto answer = with_rows(more);
  std::size_t largest = 0;
  for (const auto& person : answer.people) largest = std::max(largest, person.size());
  EXPECT_LT(largest, 10u);
  EXPECT_NE(answer.said.find("look like fillers"), answer.said.npos) << answer.said;
  EXPECT_EQ(answer.said.find("1900"), answer.said.npos) << "a value was repeated";
  EXPECT_LT(answer.linked.pairs.candidates, 100'000u);
}

TEST(LinkPeople, says_what_it_cannot_use) {
  const Folder folder;
  const auto none = link_files({folder.write("t.csv", "colour,shape\nred,round\n")});
  EXPECT_NE(none.said.find("no column is one of the fields"), none.said.npos) << none.said;
  EXPECT_TRUE(none.people.empty());
  const auto empty = link_files({folder.write("t.csv", "id,forename,surname\n1,,\n2,,\n")});
  EXPECT_NE(empty.said.find("empty in every row"), empty.said.npos) << empty.said;
  EXPECT_EQ(empty.people.size(), 2u);
}

TEST(LinkPeople, uses_row_numbers_where_ids_repeat) {
  const Folder folder;
  const auto answer =
      link_files({folder.write("t.csv", "id,forename,surname\n1,ann,lee\n1,bob,ray\n2,zoe,kay\n")});
  EXPECT_NE(answer.said.find("does not tell rows apart"), answer.said.npos);
  EXPECT_EQ(answer.prepared.sightings.row_ids[0], "2");
}

TEST(LinkPeople, takes_names_of_any_script_and_length) {
  const std::string longest(100, 'q');
  const auto answer = with_rows("s1,\u674E\u738B,\u738B,1980-01-02,XY3 3CC,\n" + ("s2," + longest) +
                                ",e\u0301clair,1980-01-02,XY3 3CC,\n" +
                                "s3,\u674E\u738B,\u738B,1980-01-02,XY3 3CC,\n");
  EXPECT_EQ(answer.cluster_of("s1"), answer.cluster_of("s3"));
  EXPECT_NE(answer.cluster_of("s1"), answer.cluster_of("s2"));
}

TEST(Waterfall, adds_up_and_shows_no_value) {
  const auto answer = with_rows(
      "t1,wendela,korbin,2015-04-05,XY1 1AA,\n"
      "t2,wendela,korbim,2015-04-05,,\n");
  const auto& sightings = answer.prepared.sightings;
  const auto last = static_cast<RowNumber>(sightings.size() - 1);
  const auto text = waterfall(answer.prepared, last - 1, last);
  EXPECT_NE(text.find("birth date     exact"), text.npos) << text;
  EXPECT_NE(text.find("surname        close"), text.npos) << text;
  EXPECT_NE(text.find("not compared, which says nothing: postcode, nhs number"), text.npos) << text;
  EXPECT_EQ(text.find("korbin"), text.npos) << text;
  EXPECT_EQ(text, waterfall(answer.prepared, last, last - 1));
  const ComparedSightings rows(answer.prepared.model, sightings);
  const auto explained = PairExplainer(rows)(last - 1, last);
  double sum = explained.prior + explained.relatives;
  for (const auto& step : explained.steps) sum += step.weight;
  EXPECT_NEAR(sum, explained.total, 1e-9);
}

}  // namespace
}  // namespace hearth::link
