#include "intake/load_coverage.h"

#include <algorithm>
#include <set>

#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

// The tables a record is made from.
std::set<std::size_t> tables_behind(const FeedForm& form, const RecordRule& rule) {
  std::set<std::size_t> tables = {rule.table};
  for (const auto& field : rule.fields) {
    if (field.sum_of) tables.insert(*field.sum_of);
  }
  for (const auto table : std::set(tables)) {
    if (form.tables[table].of) tables.insert(*form.tables[table].of);
  }
  return tables;
}

std::int64_t rows_of(const SetAside& set_aside, const std::set<std::size_t>& tables) {
  std::int64_t rows = 0;
  for (const auto& [table, count] : set_aside) rows += tables.contains(table) ? count : 0;
  return rows;
}

void report_term(const Load& load, ImportState& state) {
  const bool needs_term = std::ranges::any_of(
      load.form->records, [](const RecordRule& r) { return r.dated_by == DatedBy::Term; });
  if (!needs_term || load.period || state.options.covers) return;
  for (const auto& file : load.files) {
    Place place;
    place.file = file.name;
    state.imported.diagnostics.add(intake::kTermNotKnown, place).hint =
        "name the file as the feed expects, or give --covers FROM..TO";
  }
}

void cover(const Load& load, const std::map<std::uint32_t, std::int64_t>& gaps,
           ImportState& state) {
  Place place;
  place.file = load.files.front().name;
  const auto days = state.options.covers ? state.options.covers : load.period;
  if (!days) {
    state.imported.diagnostics.add(intake::kCoverageNotKnown, place, "absence will be unknown")
        .hint = "give --covers FROM..TO";
    return;
  }
  const auto known = load.made_on ? load.made_on : state.options.received;
  for (const auto& [type, count] : gaps) {
    state.builder.add_coverage(RecordTypeId(type), *days, known.value_or(kBeginning));
    if (count == 0) continue;
    state.imported.diagnostics.add(intake::kCoverageWithGaps, place,
                                   state.builder.catalogue().record_types[type].name, count);
  }
}

}  // namespace

void put_coverage(const Load& load, const SetAside& set_aside, ImportState& state) {
  report_term(load, state);
  std::map<std::uint32_t, std::int64_t> gaps;  // by type whose tables are all there
  for (const auto& rule : load.form->records) {
    if (rule.partial) continue;
    const auto tables = tables_behind(*load.form, rule);
    const bool whole = std::ranges::none_of(
        tables, [&](std::size_t table) { return load.files_of(table).empty(); });
    if (whole) gaps[rule.type.index] += rows_of(set_aside, tables);
  }
  cover(load, gaps, state);
}

}  // namespace hearth
