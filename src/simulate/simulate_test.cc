#include "simulate/simulate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "base/text.h"
#include "temporary_folder.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

class Council {
 public:
  Council(std::uint64_t families, Mistakes mistakes) : Council(families, rates_of(mistakes)) {}
  Council(std::uint64_t families, const MistakeRates& mistakes) {
    const Simulation simulation{families, 7, folder_.path(), mistakes, true};
    EXPECT_TRUE(simulate(simulation, [](std::uint64_t) {}).has_value());
  }
  fs::path path() const { return folder_.path(); }

  // A truth file's rows by column.
  std::vector<std::map<std::string, std::string>> truth(const std::string& name) const {
    const auto lines = lines_of(path() / "truth" / name);
    const auto header = split(lines.front(), ',');
    std::vector<std::map<std::string, std::string>> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const auto cells = split(lines[i], ',');
      auto& row = rows.emplace_back();
      for (std::size_t c = 0; c < cells.size(); ++c) row[std::string(header[c])] = cells[c];
    }
    return rows;
  }

  std::set<std::string> mistakes() const {
    std::set<std::string> kinds;
    for (const auto& row : truth("sightings.csv")) {
      for (const auto kind : split(row.at("mistakes"), ' ')) {
        if (!kind.empty()) kinds.emplace(kind);
      }
    }
    return kinds;
  }

 private:
  TemporaryFolder folder_;
};

TEST(Simulate, EveryFileIsListedAndThere) {
  const Council council(40, Mistakes::None);
  std::set<std::string> listed;
  for (const auto& load : council.truth("loads.csv")) listed.insert(load.at("file"));
  std::set<std::string> there;
  for (const auto& entry : fs::directory_iterator(council.path() / "files")) {
    there.insert(entry.path().filename().string());
  }
  EXPECT_EQ(listed, there);
}

TEST(Simulate, WithoutMistakesNobodyIsMistaken) {
  const Council council(40, Mistakes::None);
  EXPECT_TRUE(council.mistakes().empty());
  std::map<std::string, std::string> whose;
  for (const auto& row : council.truth("identities.csv")) {
    const auto number = row.at("feed") + ' ' + row.at("local_id");
    EXPECT_EQ(whose.emplace(number, row.at("person_id")).first->second, row.at("person_id"));
  }
}

TEST(Simulate, ASightingNamesItsVeryRow) {
  const Council council(40, Mistakes::Default);
  std::map<std::pair<std::string, std::string>, std::string> number_of;
  for (const auto& row : council.truth("identities.csv")) {
    number_of[{row.at("feed"), row.at("local_id")}] = row.at("person_id");
  }
  int checked = 0;
  for (const auto& row : council.truth("sightings.csv")) {
    if (row.at("feed") != "police-crime") continue;
    const auto lines = lines_of(council.path() / "files" / row.at("file"));
    const auto& line = lines.at(std::stoul(row.at("row")) - 1);
    const auto local_id = line.substr(0, line.find(','));
    EXPECT_EQ((number_of.at({"police-crime", local_id})), row.at("person_id"));
    ++checked;
  }
  EXPECT_GT(checked, 0);
}

TEST(Simulate, EveryFeedHasAFile) {
  const Council council(40, Mistakes::None);
  std::set<std::string> sent;
  for (const auto& load : council.truth("loads.csv")) sent.insert(load.at("feed"));
  for (const auto& entry : fs::directory_iterator(HEARTH_SOURCE_DIR "/feeds")) {
    if (entry.path().extension() != ".toml") continue;
    EXPECT_TRUE(sent.contains(entry.path().stem().string())) << entry.path();
  }
}

TEST(Simulate, HeavyMistakesAreOfEveryKind) {
  const Council council(600, Mistakes::Heavy);
  auto kinds = council.mistakes();
  kinds.insert("missing_delivery");
  for (const auto& kind : mistake_kinds()) EXPECT_TRUE(kinds.contains(std::string(kind.name)));
  EXPECT_EQ(kinds.size(), mistake_kinds().size() + 1) << "a correction comes after `uncorrected`";
  EXPECT_FALSE(council.truth("missing.csv").empty());
}

TEST(Simulate, MistakesAreCounted) {
  const Council council(200, Mistakes::Heavy);
  std::map<std::string, std::int64_t> counted;
  for (const auto& row : council.truth("sightings.csv")) {
    for (const auto kind : split(row.at("mistakes"), ' ')) {
      if (!kind.empty()) ++counted[std::string(kind)];
    }
  }
  counted["missing_delivery"] = std::ssize(council.truth("missing.csv"));
  std::map<std::string, std::int64_t> told;
  for (const auto& row : council.truth("mistakes.csv")) {
    told[row.at("mistake")] = std::stoll(row.at("count"));
  }
  EXPECT_EQ(told, counted);
}

TEST(Simulate, MistakesCanBeOfOneKindAlone) {
  for (const auto& kind : mistake_kinds()) {
    if (kind.name == "missing_delivery") continue;  // in no row
    const Council council(150, *rates_of_kinds({std::string(kind.name)}));
    auto kinds = council.mistakes();
    EXPECT_EQ(kinds.erase("uncorrected"), kind.name == "correction");
    EXPECT_EQ(kinds, std::set<std::string>{std::string(kind.name)});
    EXPECT_TRUE(council.truth("missing.csv").empty());
  }
  EXPECT_FALSE(rates_of_kinds({"late_row", "no such kind"}).has_value());
}

TEST(Simulate, WhatAListDoesNotShowIsNotWrongInIt) {
  const Council council(300, Mistakes::Heavy);
  for (const auto& row : council.truth("sightings.csv")) {
    const auto& mistakes = row.at("mistakes");
    if (row.at("feed") == "children-in-need") {
      EXPECT_EQ(mistakes.find("surname"), std::string::npos);
      EXPECT_EQ(mistakes.find("address"), std::string::npos);
    }
    if (row.at("feed") == "asb") {
      EXPECT_EQ(mistakes.find("birth_date"), std::string::npos);
    }
    if (row.at("feed") == "school-census") {
      EXPECT_EQ(mistakes.find("identifier_missing"), std::string::npos);
    }
  }
}

// One school made no return of the last census: its registers tell the same.
TEST(Simulate, MarksAddUpToTheTrueSessions) {
  const Council council(90, Mistakes::None);
  std::map<std::string, std::string> upn_of;
  for (const auto& row : council.truth("identities.csv")) {
    if (row.at("feed") == "daily-attendance") upn_of[row.at("person_id")] = row.at("local_id");
  }
  std::map<std::string, std::array<int, 3>> marked;  // possible, authorised, unauthorised
  for (const auto& line : lines_of(council.path() / "files/attendance_2024_autumn.csv")) {
    const auto cells = split(line, ',');
    const auto mark = cells[6];
    auto& sums = marked[std::string(cells[0])];
    sums[0] += mark != "#";
    sums[1] += mark == "I" || mark == "M" || mark == "C" || mark == "J1" || mark == "E";
    sums[2] += mark == "O" || mark == "U" || mark == "G" || mark == "N";
  }
  int checked = 0;
  for (const auto& line : lines_of(council.path() / "facts/school_term.csv")) {
    const auto cells = split(line, ',');
    if (cells[4] != "daily-attendance") continue;
    const auto& sums = marked.at(upn_of.at(std::string(cells[0])));
    EXPECT_EQ(std::to_string(sums[0]), cells[5]);
    EXPECT_EQ(std::to_string(sums[1]), cells[6]);
    EXPECT_EQ(std::to_string(sums[2]), cells[7]);
    ++checked;
  }
  EXPECT_EQ(checked, std::ssize(upn_of));
  EXPECT_GT(checked, 0);
}

TEST(Simulate, SomeAgenciesSendWorkbooks) {
  const Council council(40, Mistakes::None);
  int workbooks = 0;
  for (const auto& entry : fs::directory_iterator(council.path() / "files")) {
    if (entry.path().extension() != ".xlsx") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string head(2, ' ');
    file.read(head.data(), 2);
    EXPECT_EQ(head, "PK") << entry.path();
    ++workbooks;
  }
  EXPECT_EQ(workbooks, 36);
}

TEST(Simulate, MistakesDoNotTouchTheTruth) {
  const Council without(60, Mistakes::None), with(60, Mistakes::Heavy);
  for (const auto& entry : fs::directory_iterator(without.path() / "facts")) {
    const auto name = entry.path().filename();
    EXPECT_EQ(lines_of(entry.path()), lines_of(with.path() / "facts" / name)) << name;
  }
}

TEST(Simulate, PeopleInOneHouseholdShareIt) {
  const Council council(60, Mistakes::None);
  std::map<std::string, std::set<std::string>> people;
  for (const auto& row : council.truth("households.csv")) {
    people[row.at("household_id")].insert(row.at("person_id"));
  }
  EXPECT_TRUE(std::ranges::any_of(people, [](const auto& one) { return one.second.size() > 2; }));
}

TEST(SimulateFaults, AFolderThatCannotBeMade) {
  const Simulation simulation{1, 1, "/proc/nowhere", rates_of(Mistakes::None), true};
  const auto done = simulate(simulation, [](std::uint64_t) {});
  ASSERT_FALSE(done.has_value());
  EXPECT_NE(done.error().message.find("cannot make the folder"), std::string::npos);
}

}  // namespace
}  // namespace hearth
