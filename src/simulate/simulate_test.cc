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
  Council(std::uint64_t families, Mistakes mistakes) {
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

TEST(Simulate, HeavyMistakesAreOfEveryKind) {
  const Council council(600, Mistakes::Heavy);
  const auto kinds = council.mistakes();
  for (const auto* kind :
       {"typo_forename", "typo_surname", "nickname", "swapped_names", "other_surname",
        "old_surname", "birth_date_swapped", "birth_date_wrong", "birth_date_missing",
        "postcode_missing", "postcode_wrong", "old_address", "identifier_missing", "second_record",
        "repeated_row", "late_row", "uncorrected", "correction", "bad_date"}) {
    EXPECT_TRUE(kinds.contains(kind)) << kind;
  }
  EXPECT_LT(council.truth("loads.csv").size(),
            Council(1, Mistakes::None).truth("loads.csv").size());
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
  const Simulation simulation{1, 1, "/proc/nowhere", Mistakes::None, true};
  const auto done = simulate(simulation, [](std::uint64_t) {});
  ASSERT_FALSE(done.has_value());
  EXPECT_NE(done.error().message.find("cannot make the folder"), std::string::npos);
}

}  // namespace
}  // namespace hearth
