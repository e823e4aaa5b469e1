#include "store/load_account.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intake/import.h"
#include "store/worsened.h"

namespace hearth {
namespace {

using Days = std::vector<Stretch>;

// What is left of the days once those of `gone` are taken out.
Days without(const Days& days, Date first, Date last) {
  Days left;
  for (const auto& stretch : days) {
    if (last < stretch.first || stretch.last < first) {
      left.push_back(stretch);
      continue;
    }
    if (stretch.first < first) left.push_back({stretch.first, first - 1});
    if (last < stretch.last) left.push_back({last + 1, stretch.last});
  }
  return left;
}

std::vector<TableCount> counts_of(const LoadEntry& load) {
  std::vector<TableCount> counts;
  for (const auto& outcome : load.outcomes) {
    if (counts.empty() || counts.back().file != outcome.file ||
        counts.back().table != outcome.table) {
      counts.push_back({outcome.file, outcome.table, 0, {}});
    }
    counts.back().read += outcome.rows;
    counts.back().outcomes[outcome.outcome] = outcome.rows;
  }
  return counts;
}

std::string records_of(const LoadEntry& load) {
  std::map<std::string, std::int64_t> rows;
  for (const auto& segment : load.segments) {
    if (is_record_type(segment.kind)) rows[segment.kind] += segment.rows;
  }
  std::string text;
  for (const auto& [type, count] : rows) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, type);
  }
  return text.empty() ? "none" : text;
}

std::string reasons_of(const ReadLoad& read) {
  const auto all = rows_set_aside(read.entry);
  if (all == 0) return {};
  auto text = fmt::format("  set aside: {} rows\n", all);
  std::int64_t said = 0;
  for (const auto& [why, rows] : read.reasons) {
    text += fmt::format("    {} {}\n", rows, why);
    said += rows;
  }
  if (said < all) text += fmt::format("    {} could not be read as a row\n", all - said);
  for (const auto& segment : read.entry.segments) {
    if (segment.kind != kRejects) continue;
    text += fmt::format("    {} of them are kept in rejects/{}\n", segment.rows, segment.name);
  }
  return text;
}

}  // namespace

std::int64_t rows_set_aside(const LoadEntry& load) {
  std::int64_t rows = 0;
  for (const auto& o : load.outcomes) rows += o.outcome == kSetAside ? o.rows : 0;
  return rows;
}

std::int64_t rows_read(const LoadEntry& load) {
  std::int64_t rows = 0;
  for (const auto& outcome : load.outcomes) rows += outcome.rows;
  return rows;
}

std::vector<std::string> coverage_gained(const LoadEntry& load,
                                         const std::vector<LoadEntry>& earlier) {
  std::vector<std::string> lines;
  for (const auto& cover : load.covered) {
    Days gained = {{cover.first, cover.last}};
    for (const auto& other : earlier) {
      for (const auto& had : other.covered) {
        if (had.record_type == cover.record_type) gained = without(gained, had.first, had.last);
      }
    }
    for (const auto& days : gained) {
      lines.push_back(
          fmt::format("{} {} to {}", cover.record_type, to_text(days.first), to_text(days.last)));
    }
  }
  return lines;
}

std::string account_of(const ReadLoad& read, const std::vector<LoadEntry>& earlier) {
  const auto& load = read.entry;
  auto text = fmt::format("load {}: {}, {} to {}, told on {}{}\n", load.number, load.feed,
                          to_text(load.first), to_text(load.last), to_text(load.known_on),
                          load.mends == 0 ? "" : fmt::format(", mends load {}", load.mends));
  for (const auto& count : counts_of(load)) {
    text += fmt::format("  {}, {}: {}\n", count.file, count.table, to_text(count));
  }
  text += fmt::format("  sightings: {}, of {}{} people\n", load.rows_of(kSightings),
                      read.people_at_most ? "at most " : "", read.people);
  if (load.rows_of(kRelations) > 0) {
    text += fmt::format("  relations: {}\n", load.rows_of(kRelations));
  }
  text += fmt::format("  records: {}\n", records_of(load));
  for (const auto& line : read.not_read) text += "  columns not read: " + line + "\n";
  for (const auto& line : read.without_figures) text += "    " + line + "\n";
  text += reasons_of(read);
  for (const auto& gained : coverage_gained(load, earlier)) {
    text += "  coverage gained: " + gained + "\n";
  }
  for (const auto& line : read.replaced) text += "  replaced: " + line + "\n";
  for (const auto& line : worsened(load, earlier)) text += "  look at this: " + line + "\n";
  return text;
}

}  // namespace hearth
