#include "store/read_load.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "store/link_copies.h"
#include "store/record_segments.h"
#include "store/rejects.h"
#include "store/sighting_segments.h"
#include "store/unread_rows.h"

namespace hearth {
namespace {

constexpr std::int64_t kTellEvery = 65'536;  // rows

class FilledColumns {
 public:
  void count(const TableRule& table, const FeedRow& row) {
    if (&table != latest_) look_at(table);
    auto& rows = filled_of_latest_->rows;
    for (std::size_t c = 0; c < row.cells.size(); ++c) rows[c] += !row.cells[c].empty();
  }
  std::vector<FilledEntry> entries() const {
    std::vector<FilledEntry> entries;
    for (const auto& [table, filled] : filled_) {
      for (std::size_t c = 0; c < filled.rows.size(); ++c) {
        entries.push_back({table, (*filled.columns)[c], filled.rows[c]});
      }
    }
    return entries;
  }

 private:
  struct Filled {
    const std::vector<std::string>* columns = nullptr;
    std::vector<std::int64_t> rows;
  };
  void look_at(const TableRule& table) {
    latest_ = &table;
    filled_of_latest_ = &filled_[table.name];
    filled_of_latest_->columns = &table.columns;
    filled_of_latest_->rows.resize(table.columns.size());
  }

  std::map<std::string, Filled> filled_;  // by table
  const TableRule* latest_ = nullptr;
  Filled* filled_of_latest_ = nullptr;
};

ColumnWords where_rows_stand(const LoadEntry& entry, const FeedForm& form) {
  ColumnWords words = {{"feed", {entry.feed}}};
  for (const auto& file : entry.files) words["file"].push_back(file.name);
  for (const auto& table : form.tables) words["table"].push_back(table.name);
  return words;
}

void put_segments(const std::vector<WrittenSegment>& written, LoadEntry& entry) {
  for (const auto& s : written) {
    entry.segments.push_back({s.name, s.kind, s.rows, s.sum.bytes, s.sum.sha256});
  }
}

void put_outcomes(const std::vector<TableCount>& counts, LoadEntry& entry) {
  for (const auto& count : counts) {
    for (const auto& [outcome, rows] : count.outcomes) {
      entry.outcomes.push_back({count.file, count.table, outcome, rows});
    }
  }
}

// Rows set aside that no rule was asked about: they are no rows to begin with.
Result<void> keep_unread(const Load& load, const std::map<std::string, std::int64_t>& reasons,
                         const Lake& lake, LoadEntry& entry) {
  if (load.form->format != FeedFormat::Csv) return {};
  std::int64_t unread = 0;
  for (const auto& outcome : entry.outcomes) {
    if (outcome.outcome == kSetAside) unread += outcome.rows;
  }
  for (const auto& [why, rows] : reasons) unread -= rows;
  if (unread == 0) return {};
  for (const auto& file : load.files) {
    auto kept = keep_unread_rows(lake, entry.number, file, *load.form);
    if (!kept) return std::unexpected(kept.error());
    if (*kept) entry.segments.push_back(std::move(**kept));
  }
  return {};
}

// A load that mends adds rows to days that are covered already.
void put_coverage(const Facts& facts, LoadEntry& entry) {
  if (entry.mends != 0) return;
  for (std::size_t type = 0; type < facts.coverage.size(); ++type) {
    for (const auto& stretch : facts.coverage[type]) {
      entry.covered.push_back(
          {facts.catalogue.record_types[type].name, stretch.first, stretch.last});
    }
  }
}

}  // namespace

Result<ReadLoad> read_load(const Load& load, LoadEntry entry, const Lake& lake,
                           const LoadReading& reading) {
  auto database = Database::open(1);  // one thread: the same rows make the same bytes
  if (!database) return std::unexpected(database.error());
  auto options = reading.options;
  SightingSegments sightings(lake, *database, entry.number, entry.known_on,
                             where_rows_stand(entry, *load.form), options.started);
  options.sightings = [&](const Sighting& sighting) { return sightings.add(sighting); };
  options.relations = [&](const ToldRelation& relation) { return sightings.add(relation); };
  ImportState state{FactsBuilder(reading.catalogue), options, {}, {}, {}, {}};
  state.feed = entry.feed;
  RecordSegments records(lake, *database, entry, state);
  Rejects rejects(lake, entry.number, *load.form);
  FilledColumns filled;
  ReadLoad read;
  std::int64_t rows = 0;
  const RowListener listener{
      [&](const LoadFile&, const TableRule& table, const FeedRow& row) {
        filled.count(table, row);
        if (++rows % kTellEvery == 0) reading.progress(rows);
      },
      [&](const LoadFile& file, const TableRule& table, const FeedRow& row, std::string_view why) {
        rejects.take(file, table, row, why);
        ++read.reasons[std::string(why)];
      },
      [&](const GatheredRecord& record) { records.take(record); }};
  state.listener = &listener;
  HEARTH_TRY(import_load(load, 0, state));

  const auto written = records.finish();
  if (!written) return std::unexpected(written.error());
  put_segments(*written, entry);
  const auto seen = sightings.finish();
  if (!seen) return std::unexpected(seen.error());
  put_segments(*seen, entry);
  if (reading.is_linked) keep_copies(*database, lake, *seen);
  auto kept_aside = rejects.finish();
  if (!kept_aside) return std::unexpected(kept_aside.error());
  std::ranges::move(*kept_aside, std::back_inserter(entry.segments));

  put_outcomes(state.imported.counts, entry);
  HEARTH_TRY(keep_unread(load, read.reasons, lake, entry));
  entry.filled = filled.entries();
  read.people = state.remembered.people();
  read.people_at_most = state.remembered.any_forgotten();
  for (const auto& [type, count] : state.imported.without_figures) {
    read.without_figures.push_back(
        fmt::format("{} of the {} records are without figures, which contradict", count, type));
  }
  for (const auto& file : load.files) {
    if (file.not_read.empty()) continue;
    read.not_read.push_back(fmt::format("{}: `{}`", file.name, join(file.not_read, "`, `")));
  }
  put_coverage(std::move(state.builder).build(), entry);
  put_in_order(entry);
  read.diagnostics = std::move(state.imported.diagnostics);
  read.entry = std::move(entry);
  return read;
}

}  // namespace hearth
