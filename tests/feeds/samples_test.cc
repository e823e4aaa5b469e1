// Every feed reads its sample as feeds/samples/NAME/expected.txt says: the account, then everything
// that was wrong with the made-up rows, of which each sample has some.
//
// HEARTH_UPDATE_SAMPLES=1 writes what came out; read the difference before it is kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "feeds/feed_under_test.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> feed_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(feeds_folder())) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> samples_of(const std::string& feed) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(feeds_folder() / "samples" / feed)) {
    if (entry.path().filename() != "expected.txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

class FeedSample : public testing::TestWithParam<std::string> {};

TEST_P(FeedSample, IsReadAsExpected) {
  const auto files = samples_of(GetParam());
  ASSERT_FALSE(files.empty());
  long long seen = 0;
  ImportOptions options;
  options.sightings = [&](const Sighting& sighting) -> Result<void> {
    EXPECT_EQ(sighting.feed, GetParam());
    EXPECT_FALSE(sighting.local_id.empty());
    ++seen;
    return {};
  };
  std::string related;  // a line each
  options.relations = [&](const ToldRelation& relation) -> Result<void> {
    related += "row " + std::to_string(relation.row) + ": " + std::string(relation.local_id) +
               " is the " + std::string(relation.relation) + " of " +
               std::string(relation.other_id) + "\n";
    return {};
  };
  const auto imported = import_with(GetParam(), files, options);
  const auto got = account_of(imported) + "sightings: " + std::to_string(seen) + "\n" + related +
                   "\n" + to_text(imported.diagnostics);
  const auto expected = feeds_folder() / "samples" / GetParam() / "expected.txt";
  if (std::getenv("HEARTH_UPDATE_SAMPLES")) std::ofstream(expected, std::ios::binary) << got;
  EXPECT_EQ(got, text_of(expected));
  EXPECT_FALSE(imported.diagnostics.list().empty()) << "no row of the sample is wrong";
  for (const auto& count : imported.counts) {
    std::int64_t sum = 0;
    for (const auto& [outcome, rows] : count.outcomes) sum += rows;
    EXPECT_EQ(sum, count.read) << count.file << ' ' << count.table;
  }
}

INSTANTIATE_TEST_SUITE_P(Feeds, FeedSample, testing::ValuesIn(feed_names()),
                         [](const auto& sample) {
                           auto name = sample.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace hearth
