#include "feeds/feed_under_test.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "language/load_plan.h"
#include "temporary_folder.h"

namespace hearth {
namespace {

const std::filesystem::path kRoot = HEARTH_SOURCE_DIR;

Result<std::string> read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed("cannot open " + path);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

std::filesystem::path feeds_folder() { return kRoot / "feeds"; }

const Catalogue& shipped_catalogue() {
  static const auto kLoaded = load_catalogue(kRoot / "plans/catalogue.md", read_text);
  EXPECT_TRUE(kLoaded.catalogue.has_value()) << to_text(kLoaded.diagnostics);
  return *kLoaded.catalogue;
}

const Feed& shipped_feed(const std::string& name) {
  static std::map<std::string, Feed> feeds;
  const auto known = feeds.find(name);
  if (known != feeds.end()) return known->second;
  const auto reading = read_feed_file(feeds_folder() / (name + ".toml"), shipped_catalogue());
  EXPECT_TRUE(reading.has_value()) << name;
  EXPECT_TRUE(reading->feed.has_value()) << to_text(reading->diagnostics);
  return feeds.emplace(name, *reading->feed).first->second;
}

Imported import_with(const std::string& feed, const std::vector<std::filesystem::path>& files,
                     ImportOptions options) {
  options.files = files;
  if (!options.started) options.started = parse_date("2024-09-02");
  auto imported = import_files(shipped_feed(feed), shipped_catalogue(), options);
  EXPECT_TRUE(imported.has_value()) << imported.error().message;
  return std::move(*imported);
}

Imported import_text(const std::string& feed, const std::string& name, const std::string& text,
                     ImportOptions options) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / name, std::ios::binary) << text;
  return import_with(feed, {folder.path() / name}, std::move(options));
}

bool says(const Imported& imported, const std::string& text) {
  return to_text(imported.diagnostics).find(text) != std::string::npos;
}

}  // namespace hearth
