// The feeds in feeds/ over real files, where these are at hand. They are not in the repository.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "intake/import.h"
#include "intake/read_feed.h"
#include "intake/sample_catalogue.h"

namespace hearth {
namespace {

const std::filesystem::path kRoot = HEARTH_SOURCE_DIR;
const std::filesystem::path kData = kRoot / "../shared/data";

Feed feed_named(const std::string& name) {
  auto reading = read_feed_file(kRoot / "feeds" / (name + ".toml"), sample_catalogue());
  EXPECT_TRUE(reading.has_value());
  EXPECT_EQ(to_text(reading->diagnostics), "");
  return *reading->feed;
}

Imported import_real(const std::string& feed, const std::vector<std::string>& files,
                     ImportOptions options = {}) {
  for (const auto& file : files) options.files.push_back(kData / file);
  if (!options.started) options.started = Date{20000};
  auto imported = import_files(feed_named(feed), sample_catalogue(), options);
  EXPECT_TRUE(imported.has_value());
  return std::move(*imported);
}

std::vector<std::string> census_files() {
  std::vector<std::string> files;
  for (const auto* term : {"2024_autumn", "2025_spring", "2025_summer"}) {
    for (const auto* table :
         {"pupilonroll", "termlysessiondetailsonroll", "termlyexclusionsonroll"}) {
      files.push_back(std::string("school-census/") + term + "_" + table + ".csv");
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

[[maybe_unused]] std::int64_t records_of(const Facts& facts, const std::string& type) {
  return static_cast<std::int64_t>(
      facts.of_people[facts.catalogue.record_type(type)->index].size());
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
  for (const auto& count : imported->counts) {
    std::cout << count.file << ": " << to_text(count) << '\n';
  }
  for (const auto& [type, n] : imported->records) std::cout << type << ' ' << n << '\n';
  for (const auto& [type, n] : imported->set_aside)
    std::cout << "aside " << type << ' ' << n << '\n';
  std::cout << "told again " << imported->told_again << '\n' << to_text(imported->diagnostics);
}

}  // namespace
}  // namespace hearth
namespace hearth {
namespace {
TEST(RealCin, Look) {
  auto imported =
      import_real("children-in-need", {"cin/CIN_Census_2021.xml", "cin/fake_CIN_data.xml"});
  for (const auto& count : imported.counts)
    std::cout << count.file << " " << count.table << ": " << to_text(count) << '\n';
  for (const auto& [type, n] : imported.records) std::cout << type << ' ' << n << '\n';
  std::cout << to_text(imported.diagnostics);
}
}  // namespace
}  // namespace hearth
