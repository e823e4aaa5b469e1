// The feeds over real files, where these are at hand. They are not in the repository.
#include <gtest/gtest.h>

#include <filesystem>

#include "feeds/feed_under_test.h"

namespace hearth {
namespace {

const std::filesystem::path kData = std::filesystem::path(HEARTH_SOURCE_DIR) / "../shared/data";

Imported import_real(const std::string& feed, const std::vector<std::string>& files,
                     ImportOptions options = {}) {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : files) paths.push_back(kData / file);
  return import_with(feed, paths, std::move(options));
}

void expect_rows_add_up(const Imported& imported) {
  EXPECT_FALSE(imported.counts.empty());
  for (const auto& count : imported.counts) {
    std::int64_t sum = 0;
    for (const auto& [outcome, rows] : count.outcomes) sum += rows;
    EXPECT_EQ(sum, count.read) << count.file << ' ' << count.table;
  }
}

TEST(RealLookedAfter, ReadsItsTables) {
  if (!std::filesystem::exists(kData / "ssda903")) {
    GTEST_SKIP() << "the looked-after children tables are not at ../shared/data/ssda903";
  }
  ImportOptions options;
  options.covers = Stretch{*parse_date("2017-04-01"), *parse_date("2018-03-31")};
  const auto imported =
      import_real("looked-after",
                  {"ssda903/header.csv", "ssda903/episodes.csv", "ssda903/missing.csv"}, options);
  expect_rows_add_up(imported);
  EXPECT_EQ(imported.facts->people.size(), 2675u);
  EXPECT_EQ(imported.counts[1].read, 5050);
  EXPECT_GT(imported.records.at("looked_after"), 4900);
}

TEST(RealFamilyContext, ReadsBothExtracts) {
  if (!std::filesystem::exists(kData / "family-context")) {
    GTEST_SKIP() << "the extracts are not at ../shared/data/family-context";
  }
  for (const auto& [feed, file] : {std::pair{"family-context-social-care", "csc.csv"},
                                   std::pair{"family-context-education", "education.csv"}}) {
    int named = 0;
    ImportOptions options;
    options.sightings = [&](const Sighting& sighting) -> Result<void> {
      const auto address = sighting.seen[static_cast<std::size_t>(SeenAs::Address)];
      named += address.find('\n') != std::string_view::npos;
      return {};
    };
    const auto imported = import_real(feed, {std::string("family-context/") + file}, options);
    expect_rows_add_up(imported);
    EXPECT_EQ(imported.counts[0].read, 500) << feed;
    EXPECT_EQ(named, 500) << feed;
    for (const auto& stretches : imported.facts->coverage) EXPECT_TRUE(stretches.empty()) << feed;
  }
}

}  // namespace
}  // namespace hearth
