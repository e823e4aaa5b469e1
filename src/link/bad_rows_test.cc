// What forms and systems put where a person should be, in a table of made-up people: no flood of
// pairs, no crowd taken for one person, a word on what looks like a filler, and the same people
// whatever the order of rows and the number of threads.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "link/linked_files.h"
#include "link/made_up_people.h"

namespace hearth::link {
namespace {

constexpr std::size_t kPeople = 120;
constexpr double kMostPairsOfARow = 60;  // as the model asks

const std::string kHeadings = "id,forename,surname,birth_date,postcode,nhs_number\n";

// Some word that names nobody, always the same for the same number.
std::string made_up_name(std::size_t number) {
  std::string name;
  for (number = number * 2654435761U % 1'000'003; name.size() < 6; number /= 20) {
    name += "bcdfghjklmnprstvwxyz"[number % 20];
    name += "aeiou"[number % 5];
  }
  return name;
}

std::string birth_date(std::size_t number) {
  return fmt::format("{}-{:02}-{:02}", 1950 + number * 7 % 60, 1 + number * 5 % 12,
                     1 + number * 11 % 28);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = text.find('\n') + 1; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string table(const std::vector<std::string>& lines) {
  std::string text = kHeadings;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

// Links made-up people with these rows among them, and again in another order on other threads.
Answer among_people(const std::vector<std::string>& bad) {
  const Folder folder;
  const auto rows = made_up_rows(kPeople, 9);
  auto lines = lines_of(csv_text(rows, in_order(rows.size())));
  lines.insert(lines.end(), bad.begin(), bad.end());
  auto answer = link_files({folder.write("t.csv", table(lines))}, 1);
  std::shuffle(lines.begin(), lines.end(), std::mt19937_64(3));
  const auto again = link_files({folder.write("t.csv", table(lines))}, 3);
  EXPECT_EQ(answer.people, again.people);
  EXPECT_EQ(answer.linked.pairs.candidates, again.linked.pairs.candidates);
  EXPECT_LE(static_cast<double>(answer.linked.pairs.candidates),
            kMostPairsOfARow * static_cast<double>(lines.size()));
  return answer;
}

// How many rows of the largest cluster have an id that starts so.
std::size_t most_together(const Answer& answer, const std::string& start) {
  std::size_t most = 0;
  for (const auto& person : answer.people) {
    const auto count = std::ranges::count_if(
        person, [&](const std::string& row) { return row.starts_with("t.csv:" + start); });
    most = std::max(most, static_cast<std::size_t>(count));
  }
  return most;
}

bool says_fillers(const Answer& answer, const std::string& field) {
  return answer.said.contains("the field `" + field + "` has") &&
         answer.said.contains("look like fillers");
}

TEST(BadRows, a_thousand_of_unknown_name) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 1000; ++i) {
    bad.push_back(fmt::format("u{},Unknown,UNKNOWN,{},,", i, i % 2 == 0 ? birth_date(i) : ""));
  }
  const auto answer = among_people(bad);
  EXPECT_LE(most_together(answer, "u"), 4u);
  EXPECT_TRUE(says_fillers(answer, "forename")) << answer.said;
  EXPECT_TRUE(says_fillers(answer, "surname")) << answer.said;
}

TEST(BadRows, a_thousand_with_a_common_surname_and_nothing_else) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 1000; ++i) bad.push_back(fmt::format("s{},,Smith,,,", i));
  EXPECT_EQ(most_together(among_people(bad), "s"), 1u);
}

TEST(BadRows, newborns_called_baby_smith_of_one_hospital) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 300; ++i) {
    bad.push_back(fmt::format("b{},{},Smith,2024-{:02}-{:02},XY1 1AA,", i,
                              i % 2 == 0 ? "Baby" : "Baby Girl", 1 + i % 12, 1 + i / 12));
  }
  const auto answer = among_people(bad);
  EXPECT_LE(most_together(answer, "b"), 3u);
  EXPECT_TRUE(says_fillers(answer, "forename")) << answer.said;
}

TEST(BadRows, birth_dates_of_the_first_day_a_form_allows) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 500; ++i) {
    bad.push_back(fmt::format("f{},{},{},1900-01-01,,", i, made_up_name(i), made_up_name(i + 900)));
  }
  const auto answer = among_people(bad);
  EXPECT_LE(most_together(answer, "f"), 2u);
  EXPECT_TRUE(says_fillers(answer, "birth_date")) << answer.said;
  EXPECT_FALSE(answer.said.contains("1900")) << "a value was repeated";
}

TEST(BadRows, a_hostel_of_three_hundred_with_one_postcode) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 300; ++i) {
    bad.push_back(fmt::format("h{},{},{},{},XY9 9ZZ,", i, made_up_name(i), made_up_name(i + 900),
                              birth_date(i)));
  }
  EXPECT_LE(most_together(among_people(bad), "h"), 2u);
}

TEST(BadRows, nhs_numbers_that_stand_for_none) {
  std::vector<std::string> bad;
  const std::string fillers[] = {"9999999999", "0000000000", "1234567890", "9434765919"};
  for (std::size_t i = 0; i < 400; ++i) {
    bad.push_back(fmt::format("n{},{},{},{},,{}", i, made_up_name(i), made_up_name(i + 900),
                              birth_date(i), fillers[i % 4]));
  }
  const auto answer = among_people(bad);
  EXPECT_LE(most_together(answer, "n"), 2u);
  EXPECT_TRUE(says_fillers(answer, "nhs_number")) << answer.said;  // the last is a valid number
  EXPECT_TRUE(answer.said.contains("cannot be what it holds")) << answer.said;
}

TEST(BadRows, names_in_other_scripts_and_with_combining_marks) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 60; ++i) {
    const auto born = birth_date(i);
    bad.push_back(fmt::format("r{},Иван,Петров,{},,", i, born));
    bad.push_back(fmt::format("m{}a,Zoe\u0308,Mu\u0308ller,{},,", i, born));
    bad.push_back(fmt::format("m{}b,Zoë,MÜLLER,{},,", i, born));
    bad.push_back(fmt::format("w{},محمد,عبد الله,{},,", i, born));
  }
  const auto answer = among_people(bad);
  EXPECT_LE(most_together(answer, "r"), 3u);
  EXPECT_LE(most_together(answer, "w"), 3u);
  for (std::size_t i = 0; i < 60; ++i) {
    EXPECT_EQ(answer.cluster_of(fmt::format("m{}a", i)), answer.cluster_of(fmt::format("m{}b", i)));
  }
}

TEST(BadRows, names_of_a_hundred_characters) {
  std::vector<std::string> bad;
  for (std::size_t i = 0; i < 100; ++i) {
    const auto name = made_up_name(i) + std::string(94, 'q');
    bad.push_back(fmt::format("l{}a,{},{},{},,", i, name, name, birth_date(i)));
    bad.push_back(fmt::format("l{}b,{}rs,{},{},,", i, name, name, birth_date(i)));
  }
  const auto answer = among_people(bad);
  EXPECT_LE(most_together(answer, "l"), 2u);
  EXPECT_EQ(answer.cluster_of("l7a"), answer.cluster_of("l7b"));
}

TEST(BadRows, a_field_that_is_empty_throughout) {
  const Folder folder;
  const auto rows = made_up_rows(kPeople, 9);
  auto without = rows;
  for (auto& row : without) row.nhs_number.clear();
  const auto answer =
      link_files({folder.write("t.csv", csv_text(without, in_order(without.size())))});
  EXPECT_TRUE(answer.said.contains("the field `nhs_number` is empty in every row")) << answer.said;
  EXPECT_EQ(answer.prepared.model.find("nhs_number"), nullptr);
  EXPECT_LE(answer.largest(), 6u);
  EXPECT_LT(answer.people.size(), rows.size() * 3 / 4);
}

TEST(BadRows, two_feeds_that_disagree_on_sex) {
  const Folder folder;
  std::string a = "id,forename,surname,birth_date,postcode,sex\n", b = a;
  for (std::size_t i = 0; i < 300; ++i) {
    const auto person = fmt::format("{},{},{},XY{} {}AA", made_up_name(i), made_up_name(i + 900),
                                    birth_date(i), 1 + i % 9, i / 9 % 10);
    a += fmt::format("a{},{},{}\n", i, person, i % 2 == 0 ? "F" : "M");
    b += fmt::format("b{},{},{}\n", i, person, i % 2 == 0 ? "male" : "female");
  }
  const auto answer = link_files({folder.write("a.csv", a), folder.write("b.csv", b)});
  std::size_t together = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    const auto id = std::to_string(i);
    if (answer.cluster_of("a" + id) == answer.cluster_of("b" + id)) ++together;
  }
  EXPECT_GT(together, 290u);
  EXPECT_LE(answer.largest(), 2u);
}

TEST(BadRows, valid_numbers_that_differ_are_not_chained_by_rows_without) {
  std::vector<std::string> bad;
  for (int i = 0; i < 6; ++i) {
    bad.push_back(fmt::format("c{},wendela,korbin,1990-04-05,XY1 1AA,{}", i,
                              i % 3 == 0   ? "9434765919"
                              : i % 3 == 1 ? "4010232137"
                                           : ""));
  }
  const auto answer = among_people(bad);
  EXPECT_EQ(answer.cluster_of("c0"), answer.cluster_of("c3"));
  EXPECT_EQ(answer.cluster_of("c1"), answer.cluster_of("c4"));
  EXPECT_NE(answer.cluster_of("c0"), answer.cluster_of("c1"));
}

}  // namespace
}  // namespace hearth::link
