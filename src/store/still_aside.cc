#include "store/still_aside.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include "intake/import.h"

namespace hearth {
namespace {

using FileSums = std::map<std::string, std::int64_t>;  // rows that are aside, by file

// A mended file has the name of the one it mends, but for its ending: of its rows those that are
// set aside again are still to come.
void add(FileSums& sums, const LoadEntry& load) {
  FileSums now;
  std::map<std::string, std::int64_t> rows;
  for (const auto& outcome : load.outcomes) {
    const auto file = std::filesystem::path(outcome.file).stem().string();
    rows[file] += outcome.rows;
    if (outcome.outcome == kSetAside) now[file] += outcome.rows;
  }
  for (const auto& [file, read] : rows) {
    auto& aside = sums[file];
    if (load.mends != 0) aside = std::max(aside - read, std::int64_t{0});
    aside += now[file];
  }
}

bool tells_all_of(const LoadEntry& later, const LoadEntry& load) {
  return std::ranges::all_of(load.covered, [&](const CoverEntry& days) {
    return std::ranges::any_of(later.covered, [&](const CoverEntry& again) {
      return again.record_type == days.record_type && again.first <= days.first &&
             days.last <= again.last;
    });
  });
}

bool is_told_again(const LoadEntry& load, const std::vector<LoadEntry>& loads) {
  return !load.covered.empty() && std::ranges::any_of(loads, [&](const LoadEntry& later) {
    return later.number > load.number && later.mends == 0 && later.feed == load.feed &&
           tells_all_of(later, load);
  });
}

}  // namespace

std::int64_t rows_still_aside(const std::vector<LoadEntry>& loads) {
  std::map<std::int64_t, FileSums> sums;  // by the load that came first
  for (const auto& load : loads) add(sums[load.place()], load);
  std::int64_t rows = 0;
  for (const auto& load : loads) {
    std::int64_t of_load = 0;
    for (const auto& [file, aside] : sums[load.number]) of_load += aside;
    if (load.mends == 0 && of_load > 0 && !is_told_again(load, loads)) rows += of_load;
  }
  return rows;
}

}  // namespace hearth
