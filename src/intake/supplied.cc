#include "intake/supplied.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "intake/read_feed.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> feed_files(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) return failed("cannot read " + folder.string() + ": " + error.message());
  std::vector<fs::path> files;
  for (const auto& entry : entries) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

Supplied supplied_by(const Feed& feed, const Catalogue& catalogue) {
  Supplied supplied;
  for (const auto& form : feed.forms) {
    supplied.sources.insert(form.source);
    for (const auto& record : form.records) {
      supplied.record_types.insert(catalogue[record.type].name);
    }
  }
  return supplied;
}

Result<Supplied> supplied_by(const fs::path& folder, const Catalogue& catalogue) {
  const auto files = feed_files(folder);
  if (!files) return std::unexpected(files.error());
  Supplied supplied;
  for (const auto& file : *files) {
    auto reading = read_feed_file(file, catalogue);
    if (!reading) return std::unexpected(reading.error());
    supplied.diagnostics.take(std::move(reading->diagnostics));
    if (!reading->feed) continue;
    auto one = supplied_by(*reading->feed, catalogue);
    supplied.sources.merge(one.sources);
    supplied.record_types.merge(one.record_types);
  }
  return supplied;
}

}  // namespace hearth
