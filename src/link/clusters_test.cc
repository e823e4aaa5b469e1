// Who is kept together and apart by all that is said of them, and whose a row is that says little.
#include "link/clusters.h"

#include <gtest/gtest.h>

#include "link/linked_files.h"
#include "link/made_up_people.h"

namespace hearth::link {
namespace {

// Made-up people, so that a model is learnt, and rows of a few more.
Answer among_others(const std::string& more) {
  const Folder folder;
  const auto rows = made_up_rows(150, 4);
  return link_files({folder.write("t.csv", csv_text(rows, in_order(rows.size())) + more)});
}

// The clusters of some pairs alone, as if no others were likely.
Clusters of_pairs(const Answer& answer, const std::vector<std::pair<std::string, std::string>>& ids,
                  float bits) {
  std::vector<ScoredPair> pairs;
  for (const auto& [a, b] : ids) {
    const auto rows = std::minmax({answer.row_of(a), answer.row_of(b)});
    pairs.push_back({rows.first, rows.second, bits});
  }
  return form_clusters(answer.prepared.model, answer.prepared.sightings, std::move(pairs));
}

bool together(const Answer& answer, const Clusters& clusters, const std::string& a,
              const std::string& b) {
  return clusters.of_row[answer.row_of(a)] == clusters.of_row[answer.row_of(b)];
}

// One agency has the wrong year in all it sends, wherever they lived.
TEST(Clusters, count_a_slip_that_is_sent_again_and_again_once) {
  const auto answer = among_others(
      "a1,wendela,korbin,1990-04-05,XY1 1AA,\n"
      "a2,wendela,korbin,1990-04-05,XY2 2BB,\n"
      "a3,wendela,korbin,1990-04-05,XY3 3CC,\n"
      "b1,wendela,korbin,1991-04-05,XY1 1AA,\n"
      "b2,wendela,korbin,1991-04-05,XY4 4DD,\n"
      "b3,wendela,korbin,1991-04-05,XY5 5EE,\n");
  EXPECT_EQ(answer.cluster_of("a1"), answer.cluster_of("a3")) << answer.why("a1", "a3");
  EXPECT_EQ(answer.cluster_of("a1"), answer.cluster_of("b1")) << answer.why("a1", "b1");
  EXPECT_EQ(answer.cluster_of("a1"), answer.cluster_of("b3")) << answer.why("a1", "b3");
}

constexpr const char* kNamesakes =
    "n1,wendela,korbin,1990-04-05,XY1 1AA,\n"
    "n2,wendela,korbin,1951-11-27,XY7 2BB,\n"
    "n3,wendela,korbin,,,\n";

TEST(Clusters, give_a_row_that_says_little_to_the_one_person_it_fits) {
  const auto answer = among_others(kNamesakes);
  const auto clusters = of_pairs(answer, {{"n1", "n3"}}, -1);
  EXPECT_TRUE(together(answer, clusters, "n1", "n3")) << answer.why("n1", "n3");
}

TEST(Clusters, leave_a_row_by_itself_that_fits_two_people) {
  const auto answer = among_others(kNamesakes);
  const auto clusters = of_pairs(answer, {{"n1", "n3"}, {"n2", "n3"}}, -1);
  EXPECT_FALSE(together(answer, clusters, "n1", "n3"));
  EXPECT_FALSE(together(answer, clusters, "n2", "n3"));
}

TEST(Clusters, join_no_groups_by_a_weak_pair_that_all_else_speaks_against) {
  const auto answer = among_others(kNamesakes);
  const auto clusters = of_pairs(answer, {{"n1", "n2"}}, -1);
  EXPECT_FALSE(together(answer, clusters, "n1", "n2")) << answer.why("n1", "n2");
}

TEST(Clusters, join_nothing_that_a_number_keeps_apart) {
  const auto answer = among_others(
      "v1,wendela,korbin,1990-04-05,XY1 1AA,9434765919\n"
      "v2,wendela,korbin,1990-04-05,XY1 1AA,4010232137\n");
  const auto weakly = of_pairs(answer, {{"v1", "v2"}}, -1);
  EXPECT_FALSE(together(answer, weakly, "v1", "v2"));
}

// With two columns more: the feed, and its own number for the person.
Answer with_numbers(const std::string& head, const std::string& more) {
  const Folder folder;
  const auto rows = made_up_rows(150, 4);
  auto text = csv_text(rows, in_order(rows.size()));
  std::string table = "id,forename,surname,birth_date,postcode,nhs_number" + head + "\n";
  const std::string role = head.ends_with("role") ? ",other" : "";
  std::size_t number = 0;
  for (std::size_t at = text.find('\n') + 1; at < text.size();) {
    const auto end = text.find('\n', at);
    ++number;
    table += text.substr(at, end - at) + ",police," + std::to_string(number) + role + "\n";
    at = end + 1;
  }
  return link_files({folder.write("t.csv", table + more)});
}

TEST(AgencyNumbers, join_what_has_nothing_else_in_common) {
  const auto answer = with_numbers(",feed,local_id",
                                   "s1,,,1990-04-05,,,looked-after,90001\n"
                                   "s2,wendela,korbin,,XY1 1AA,,social-care-people,90001\n"
                                   "s3,,,1990-04-05,,,children-in-need,90001\n"
                                   "s4,osbert,tramwell,,XY1 7AA,,schools,90001\n");
  EXPECT_EQ(answer.cluster_of("s1"), answer.cluster_of("s2")) << answer.why("s1", "s2");
  EXPECT_EQ(answer.cluster_of("s1"), answer.cluster_of("s3")) << answer.why("s1", "s3");
  EXPECT_NE(answer.cluster_of("s1"), answer.cluster_of("s4")) << answer.why("s1", "s4");
}

// Sixty families of whom two agencies know the father and two the child, and who have little in
// common.
std::string fathers_and_children() {
  static const std::string kFirst = "bcdfghjklmnprstw", kThen = "aeiou";
  std::string rows;
  for (std::size_t i = 0; i < 60; ++i) {
    const auto word = [&](std::size_t step) {
      std::string text;
      for (std::size_t at = i * step + step; text.size() < 7; at = at * 7 + step) {
        text += kFirst[at % kFirst.size()];
        text += kThen[at / 3 % kThen.size()];
      }
      return text;
    };
    const auto number = std::to_string(90100 + i);
    const auto postcode = "XY" + std::to_string(1 + i % 9) + " " + std::to_string(i % 10) +
                          static_cast<char>('A' + i % 19) + static_cast<char>('A' + i % 23);
    const auto row = [&](const char* id, std::size_t name, const char* feed, const char* role) {
      rows += id + number + "," + word(name) + "," + word(11) + ",," + postcode + ",," + feed +
              "," + number + "," + role + "\n";
    };
    row("a", 3, "benefits", "adult");
    row("b", 3, "rent-arrears", "adult");
    row("c", 5, "schools", "child");
    row("d", 5, "early-years", "child");
  }
  return rows;
}

// Of one name and one home, and nobody says when either was born.
TEST(AgencyNumbers, and_the_role_beside_them_tell_father_and_son_apart) {
  const auto answer = with_numbers(",feed,local_id,role",
                                   "f1,rufuson,tramwell,,XY2 2BB,,benefits,90001,adult\n"
                                   "f2,rufuson,tramwell,,XY2 2BB,,schools,90002,child\n"
                                   "f3,rufuson,tramwell,,XY2 2BB,,rent-arrears,90003,adult\n" +
                                       fathers_and_children());
  EXPECT_NE(answer.prepared.model.find("role"), nullptr);
  EXPECT_EQ(answer.cluster_of("f1"), answer.cluster_of("f3")) << answer.why("f1", "f3");
  EXPECT_NE(answer.cluster_of("f1"), answer.cluster_of("f2")) << answer.why("f1", "f2");
}

TEST(AgencyNumbers, say_nothing_where_nobody_says_whose_they_are) {
  const auto answer = with_numbers(",note,local_id",
                                   "s1,,,1990-04-05,,,schools,90001\n"
                                   "s2,wendela,korbin,,XY1 1AA,,schools,90001\n");
  EXPECT_EQ(answer.prepared.model.find("agency_number"), nullptr);
  EXPECT_NE(answer.cluster_of("s1"), answer.cluster_of("s2"));
}

}  // namespace
}  // namespace hearth::link
