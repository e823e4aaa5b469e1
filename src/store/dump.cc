#include "store/dump.h"

#include <algorithm>

#include "casebook/family_book.h"
#include "casebook/look_book.h"
#include "casebook/people_book.h"
#include "table/database.h"

namespace hearth {
namespace {

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

Result<void> dump_rows(Rows& rows, const DumpSink& sink) {
  std::string header;
  for (std::size_t c = 0; c < rows.column_count(); ++c) {
    header += (c == 0 ? "" : ",") + cell(rows.name(c));
  }
  if (!sink(header + "\n")) return {};
  for (;;) {
    const auto chunk = rows.next();
    if (!chunk) return std::unexpected(chunk.error());
    if (*chunk == nullptr) return {};
    std::string lines;
    for (std::size_t r = 0; r < (*chunk)->size(); ++r) {
      for (std::size_t c = 0; c < rows.column_count(); ++c) {
        lines += (c == 0 ? "" : ",") + cell((*chunk)->text(c, r));
      }
      lines += '\n';
    }
    if (!sink(lines)) return {};
  }
}

}  // namespace

Result<void> dump_casebook(Store& store, const DumpSink& sink) {
  const auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  for (const auto& load : *loads) {
    if (!sink(to_text(load))) return {};
  }
  PeopleBook people(store.casebook);
  bool wanted = true;
  HEARTH_TRY(people.each_run([&](const LinkRunEntry& run, const LinkModelEntry* model) {
    return wanted = (model == nullptr || sink(to_text(*model))) && sink(to_text(run));
  }));
  if (!wanted) return {};
  HEARTH_TRY(FamilyBook(store.casebook).each_run([&](const FamilyRunEntry& run) {
    return wanted = sink(to_text(run));
  }));
  if (!wanted) return {};
  return LookBook(store.casebook).each([&](const LookEntry& look) { return sink(to_text(look)); });
}

Result<SegmentEntry> segment_named(Store& store, const std::string& name) {
  const auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  for (const auto& load : *loads) {
    const auto segment = std::ranges::find(load.segments, name, &SegmentEntry::name);
    if (segment != load.segments.end() && segment->kind != kRejects) return *segment;
  }
  return failed("the store has no segment of this name; hearth dump lists them");
}

Result<void> dump_segment(const Store& store, const SegmentEntry& segment, const DumpSink& sink) {
  if (const auto fault = store.lake.fault_of(kept(segment)); !fault.empty()) return failed(fault);
  auto database = Database::open(1);
  if (!database) return std::unexpected(database.error());
  const auto path = literal(store.lake.segment_path(segment.name).string());
  auto rows = database->query(sql("select columns(*)::varchar from read_parquet({})", path),
                              "read the segment");
  return rows ? dump_rows(*rows, sink) : std::unexpected(rows.error());
}

}  // namespace hearth
