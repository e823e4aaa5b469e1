#include "casebook/load_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/checksum.h"

namespace hearth {

std::int64_t LoadEntry::rows_of(std::string_view kind) const {
  std::int64_t rows = 0;
  for (const auto& segment : segments) {
    if (segment.kind == kind) rows += segment.rows;
  }
  return rows;
}

std::string content_of(const LoadEntry& load) {
  std::vector<std::string> sums;
  for (const auto& file : load.files) sums.push_back(file.sha256);
  std::ranges::sort(sums);
  auto text = fmt::format("{}\n{}..{}\n{}\n", load.feed, to_text(load.first), to_text(load.last),
                          load.mends);
  for (const auto& sum : sums) text += sum + "\n";
  return checksum_of_text(text);
}

std::string to_text(const LoadEntry& load) {
  const auto n = load.number;
  auto text =
      fmt::format("load {}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", n, load.feed, load.source, load.term,
                  to_text(load.first), to_text(load.last), to_text(load.known_on),
                  to_text(load.loaded_on), load.mends, load.content, load.seal);
  for (const auto& file : load.files) {
    text += fmt::format("load_file {}|{}|{}|{}\n", n, file.name, file.bytes, file.sha256);
  }
  for (const auto& s : load.segments) {
    text +=
        fmt::format("segment {}|{}|{}|{}|{}|{}\n", n, s.name, s.kind, s.rows, s.bytes, s.sha256);
  }
  for (const auto& c : load.covered) {
    text +=
        fmt::format("covered {}|{}|{}|{}\n", n, c.record_type, to_text(c.first), to_text(c.last));
  }
  for (const auto& o : load.outcomes) {
    text += fmt::format("outcome {}|{}|{}|{}|{}\n", n, o.file, o.table, o.outcome, o.rows);
  }
  for (const auto& f : load.filled) {
    text += fmt::format("filled {}|{}|{}|{}\n", n, f.table, f.column, f.rows);
  }
  return text;
}

void put_in_order(LoadEntry& load) {
  std::ranges::sort(load.files, {}, &FileEntry::name);
  std::ranges::sort(load.segments, {}, &SegmentEntry::name);
  std::ranges::sort(load.covered, {},
                    [](const CoverEntry& c) { return std::tuple(c.record_type, c.first, c.last); });
  std::ranges::sort(load.outcomes, {},
                    [](const OutcomeEntry& o) { return std::tuple(o.file, o.table, o.outcome); });
  std::ranges::sort(load.filled, {},
                    [](const FilledEntry& f) { return std::tuple(f.table, f.column); });
}

std::string seal_of(const LoadEntry& load, std::string_view seal_before) {
  auto unsealed = load;
  unsealed.seal.clear();
  put_in_order(unsealed);
  return checksum_of_text(fmt::format("{}\n{}", seal_before, to_text(unsealed)));
}

}  // namespace hearth
