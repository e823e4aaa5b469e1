#include "store/replaced.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/standing.h"

namespace hearth {
namespace {

bool was_told_before(const CoverEntry& cover, const LoadEntry& load,
                     const std::vector<LoadEntry>& before) {
  return std::ranges::any_of(before, [&](const LoadEntry& other) {
    return other.feed == load.feed && other.rows_of(cover.record_type) > 0 &&
           std::ranges::any_of(other.covered, [&](const CoverEntry& c) {
             return c.record_type == cover.record_type && c.first <= cover.last &&
                    cover.first <= c.last;
           });
  });
}

// The keys the load tells, as `person_id, start`.
Sql told_by(const LoadEntry& load, const std::string& type, const Lake& lake, const Sql& start) {
  std::vector<Sql> paths;
  for (const auto& segment : load.segments) {
    if (segment.kind == type) paths.push_back(literal(lake.segment_path(segment.name).string()));
  }
  if (paths.empty()) return sql("select '' as person_id, null::date as start where false");
  return sql("select person_id, {} as start from read_parquet([{}])", start,
             join(paths, sql(", ")));
}

}  // namespace

Result<std::vector<std::string>> replaced_by(const LoadEntry& load,
                                             const std::vector<LoadEntry>& before,
                                             const Lake& lake) {
  std::vector<std::string> lines;
  if (load.mends != 0) return lines;
  for (const auto& cover : load.covered) {
    if (!was_told_before(cover, load, before)) continue;
    auto database = Database::open(1);
    if (!database) return std::unexpected(database.error());
    auto standing = Standing::make(*database, lake, before, {});
    if (!standing) return std::unexpected(standing.error());
    const auto stood =
        standing->records_of_feed(cover.record_type, load.feed, {cover.first, cover.last});
    if (!stood) return std::unexpected(stood.error());
    const auto start = standing->start_of(cover.record_type);
    if (!start) return std::unexpected(start.error());
    const auto all = sql("create table stood as {}", *stood);
    HEARTH_TRY(database->run(all, "read what stood before"));
    const auto count = database->number(sql("select count(*)::bigint from stood"), "count records");
    if (!count) return std::unexpected(count.error());
    const auto again = database->number(
        sql("select count(*)::bigint from stood semi join ({}) using (person_id, start)",
            told_by(load, cover.record_type, lake, *start)),
        "count records told again");
    if (!again) return std::unexpected(again.error());
    if (*count == 0) continue;
    lines.push_back(fmt::format(
        "of {} {} records of these days that stood, {} are told again and {} are taken back",
        *count, cover.record_type, *again, *count - *again));
  }
  return lines;
}

}  // namespace hearth
