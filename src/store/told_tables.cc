#include "store/told_tables.h"

#include "store/facts_view.h"
#include "store/standing.h"
#include "table/write_file.h"

namespace hearth {
namespace {

bool has_any(const std::vector<LoadEntry>& loads, std::string_view kind) {
  return std::ranges::any_of(loads, [&](const LoadEntry& load) { return load.rows_of(kind) > 0; });
}

Result<void> check_segments(const Lake& lake, const std::vector<LoadEntry>& loads) {
  for (const auto& load : loads) {
    for (const auto& segment : load.segments) {
      if (segment.kind != kSightings && segment.kind != kRelations) continue;
      const auto fault = lake.fault_of(kept(segment));
      if (!fault.empty()) return std::unexpected(spoilt(fault));
    }
  }
  return {};
}

Result<void> write_relations(Database& database, const Standing& standing, ToldFiles& files) {
  HEARTH_TRY(database.run(sql("create table related as {}", standing.relations()),
                          "read who is related to whom"));
  HEARTH_TRY(write_file(
      database,
      sql("select * from related semi join seen using (person_id) where person_id <> other_id"
          " and other_id in (select person_id from seen)"
          " and (start_date is null or end_date is null or start_date <= end_date)"),
      files.relations, FileFormat::Parquet));
  const auto count = [&](const Sql& from) {
    return database.number(sql("select count(*)::bigint from {}", from), "count relations");
  };
  const auto all = count(sql("related"));
  if (!all) return std::unexpected(all.error());
  const auto used = count(sql("read_parquet({})", literal(files.relations.string())));
  if (!used) return std::unexpected(used.error());
  files.related = *all;
  files.left_out = *all - *used;
  return {};
}

}  // namespace

Result<ToldFiles> write_told(const Store& store, const std::vector<LoadEntry>& loads,
                             const SightedPeople& who, int threads,
                             const std::filesystem::path& folder) {
  ToldFiles files;
  if (!has_any(loads, kSightings)) return files;
  HEARTH_TRY(check_segments(store.lake, loads));
  auto database = Database::open(threads);
  if (!database) return std::unexpected(database.error());
  auto standing = Standing::make(*database, store.lake, loads, {});
  if (!standing) return std::unexpected(standing.error());
  HEARTH_TRY(standing->name_people(who));
  const auto seen = standing->seen();
  if (!seen) return std::unexpected(seen.error());
  HEARTH_TRY(database->run(sql("create table seen as {}", *seen), "read who was seen where"));
  files.sightings = folder / "sightings.parquet";
  HEARTH_TRY(
      write_file(*database, sql("select * from seen"), files.sightings, FileFormat::Parquet));
  const auto rows = database->number(sql("select count(*)::bigint from seen"), "count sightings");
  if (!rows) return std::unexpected(rows.error());
  files.rows = *rows;
  if (has_any(loads, kRelations)) {
    files.relations = folder / "relations.parquet";
    HEARTH_TRY(write_relations(*database, *standing, files));
  }
  return files;
}

}  // namespace hearth
