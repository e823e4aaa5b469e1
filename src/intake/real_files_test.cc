// The feeds in feeds/ over real files, where these are at hand. They are not in the repository.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "intake/import.h"
#include "intake/read_feed.h"
#include "intake/sample_catalogue.h"

namespace hearth {
namespace {

const std::filesystem::path kRoot = HEARTH_SOURCE_DIR;
const std::filesystem::path kData = kRoot / "../shared/data";

Imported import_real(const std::string& feed, const std::vector<std::string>& files) {
  const auto reading = read_feed_file(kRoot / "feeds" / (feed + ".toml"), sample_catalogue());
  ImportOptions options;
  options.started = parse_date("2024-09-02");
  for (const auto& file : files) options.files.push_back(kData / file);
  auto imported = import_files(*reading->feed, sample_catalogue(), options);
  EXPECT_TRUE(imported.has_value());
  return std::move(*imported);
}

std::vector<std::string> census_files() {
  std::vector<std::string> files;
  for (const std::string term : {"2024_autumn", "2025_spring", "2025_summer"}) {
    for (const std::string table :
         {"pupilonroll", "termlysessiondetailsonroll", "termlyexclusionsonroll"}) {
      files.push_back("school-census/" + term + "_" + table + ".csv");
    }
  }
  return files;
}

void expect_rows_add_up(const Imported& imported) {
  for (const auto& count : imported.counts) {
    std::int64_t sum = 0;
    for (const auto& [outcome, rows] : count.outcomes) sum += rows;
    EXPECT_EQ(sum, count.read) << count.file << ' ' << count.table;
  }
}

class RealCensus : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kData / "school-census")) {
      GTEST_SKIP() << "the school census extracts are not at ../shared/data/school-census";
    }
    if (!imported) imported = import_real("school-census", census_files());
  }
  static inline std::optional<Imported> imported;
};

TEST_F(RealCensus, CountsEveryRow) {
  expect_rows_add_up(*imported);
  std::map<std::string, std::int64_t> read;
  for (const auto& count : imported->counts) read[count.table] += count.read;
  EXPECT_EQ(read["pupils"], 9088 + 9498 + 9912);
  EXPECT_EQ(read["sessions"], 39953 + 41251 + 43355);
  EXPECT_EQ(read["suspensions"], 10373 + 10064 + 10770);
  EXPECT_EQ(imported->records["suspension"] + imported->records["permanent_exclusion"],
            read["suspensions"]);
  EXPECT_EQ(imported->records["school_term"], read["pupils"]);
}

// Who is on roll is what the files of pupils say, one term at a time.
TEST_F(RealCensus, PupilsOnRollInAllThreeTerms) {
  EXPECT_EQ(imported->facts->people.size(), 9935u);
  std::map<std::string, int> terms_of;
  for (const auto& file : census_files()) {
    if (file.find("pupilonroll") == std::string::npos) continue;
    const auto one = import_real("school-census", {file});
    for (const auto& person : one.facts->people) ++terms_of[person.id];
  }
  EXPECT_EQ(std::ranges::count(terms_of, 3, [](const auto& entry) { return entry.second; }), 9059);
}

TEST_F(RealCensus, CoversTheSchoolYear) {
  const auto& facts = *imported->facts;
  for (const auto* type : {"school_place", "school_term", "suspension", "permanent_exclusion"}) {
    const auto& stretches = facts.coverage[facts.catalogue.record_type(type)->index];
    ASSERT_EQ(stretches.size(), 1u);
    EXPECT_EQ(to_text(stretches[0].first), "2024-08-01");
    EXPECT_EQ(to_text(stretches[0].last), "2025-07-31");
  }
}

TEST_F(RealCensus, FewPupilsHaveFiguresForATerm) {
  const auto& facts = *imported->facts;
  const auto& table = facts.of_people[facts.catalogue.record_type("school_term")->index];
  std::map<std::string, int> known;
  for (std::size_t row = 0; row < table.size(); ++row) {
    known[to_text(table.start[row])] +=
        is_known(table.fields[0][row] + table.fields[1][row] + table.fields[2][row]);
  }
  for (const auto& [term, count] : known) {
    EXPECT_GT(count, 0) << term;
    RecordProperty("figures_" + term, count);
  }
}

TEST(RealNeed, CountsEveryElement) {
  if (!std::filesystem::exists(kData / "cin")) {
    GTEST_SKIP() << "the children in need files are not at ../shared/data/cin";
  }
  const auto imported =
      import_real("children-in-need", {"cin/CIN_Census_2021.xml", "cin/fake_CIN_data.xml"});
  expect_rows_add_up(imported);
  EXPECT_EQ(imported.facts->people.size(), 333u);
  EXPECT_EQ(imported.records.at("referral"), 395);
  EXPECT_EQ(imported.records.at("cp_plan"), 1);
}

}  // namespace
}  // namespace hearth
