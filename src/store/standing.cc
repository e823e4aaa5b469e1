#include "store/standing.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "table/table_writer.h"

namespace hearth {
namespace {

// What a segment says of a row's place, and no facts folder has.
constexpr std::array<std::string_view, 5> kPlaceColumns = {"load", "known_on", "last_seen", "file",
                                                           "row"};

bool is_place(std::string_view column) {
  return std::ranges::find(kPlaceColumns, column) != kPlaceColumns.end();
}

bool has_end(const std::vector<std::string>& columns) {
  return std::ranges::find(columns, "end_date") != columns.end();
}

Sql start_in(const std::vector<std::string>& columns) {
  return identifier(has_end(columns) ? "start_date" : "date");
}

// By when it was told, then the days it is about; a load that mends is where the other is.
std::vector<LoadEntry> in_order(std::vector<LoadEntry> loads, const AsKnown& known) {
  std::map<std::int64_t, std::tuple<Date, Date, std::int64_t>> places;
  for (const auto& load : loads) {
    if (load.mends == 0) places[load.number] = {load.known_on, load.last, load.number};
  }
  std::erase_if(loads, [&](const LoadEntry& load) { return !known.has(load); });
  std::ranges::sort(loads, {}, [&](const LoadEntry& load) {
    return std::tuple(places[load.place()], load.number);
  });
  return loads;
}

}  // namespace

std::vector<SegmentEntry> needed_segments(const std::vector<LoadEntry>& loads,
                                          const AsKnown& known) {
  std::vector<SegmentEntry> segments;
  for (const auto& load : loads) {
    if (!known.has(load)) continue;
    for (const auto& segment : load.segments) {
      const bool needed = segment.kind == kSightings || is_record_type(segment.kind);
      if (needed) segments.push_back(segment);
    }
  }
  return segments;
}

Result<Standing> Standing::make(Database& database, const Lake& lake,
                                const std::vector<LoadEntry>& loads, const AsKnown& known) {
  Standing standing(database, lake);
  standing.loads_ = in_order(loads, known);
  HEARTH_TRY(database.run(sql("set global parquet_metadata_cache = true"), "read segments"));
  // Each file is read once; the system keeps it in memory as well.
  HEARTH_TRY(database.run(sql("set global enable_external_file_cache = false"), "read segments"));
  HEARTH_TRY(standing.make_loads());
  HEARTH_TRY(standing.make_covers());
  HEARTH_TRY(standing.make_names());
  return standing;
}

// `names`: a person by the feed and its number for them; `shared_names`: by a number that all feeds
// which have it have for the same person.
Result<void> Standing::make_names() {
  HEARTH_TRY(
      database_.run(sql("create table names (of_feed varchar, of_id varchar, of_person varchar)"),
                    "name people"));
  return database_.run(sql("create table shared_names (any_id varchar, any_person varchar)"),
                       "name people");
}

Result<void> Standing::name_people(const SightedPeople& who) {
  const bool any = std::ranges::any_of(
      segments(), [](const SegmentEntry& segment) { return segment.kind == kSightings; });
  if (!any) return {};
  any_names_ = true;
  const std::vector<TableColumn> columns = {{"load", ColumnType::Int64},
                                            {"part", ColumnType::Int64},
                                            {"row_number", ColumnType::Int64},
                                            {"person"}};
  auto writer = TableWriter::create(database_, "sighted", columns);
  if (!writer) return std::unexpected(writer.error());
  for (const auto& [place, person] : who) {
    writer->int64(place.load);
    writer->int64(place.part);
    writer->int64(place.row);
    writer->text(person);
    HEARTH_TRY(writer->end_row());
  }
  HEARTH_TRY(writer->finish());
  // The number of a row of a segment: its first is 2.
  HEARTH_TRY(database_.run(
      sql("insert into names with told as (select feed, local_id, load,"
          " regexp_extract(filename, '-([0-9]+)[.]parquet$', 1)::bigint as part,"
          " file_row_number + 2 as row_number from read_parquet([{}], union_by_name = true,"
          " filename = true, file_row_number = true))"
          " select told.feed, local_id, last(person order by rank, load, part, row_number)"
          " from told join sighted using (load, part, row_number) join loads using (load)"
          " group by all",
          paths_of(std::string(kSightings))),
      "name people"));
  return database_.run(sql("insert into shared_names select of_id, any_value(of_person) from names"
                           " group by of_id having count(distinct of_person) = 1"),
                       "name people");
}

Result<void> Standing::make_loads() {
  const std::vector<TableColumn> columns = {{"load", ColumnType::Int64},
                                            {"rank", ColumnType::Int64},
                                            {"mends", ColumnType::Int64},
                                            {"feed"},
                                            {"source"}};
  auto writer = TableWriter::create(database_, "loads", columns);
  if (!writer) return std::unexpected(writer.error());
  std::int64_t rank = 0;
  std::int64_t place = 0;
  for (const auto& load : loads_) {
    if (load.place() != place) ++rank;
    place = load.place();
    writer->int64(load.number);
    writer->int64(rank);
    writer->int64(load.mends);
    writer->text(load.feed);
    writer->text(load.source);
    HEARTH_TRY(writer->end_row());
  }
  return writer->finish();
}

Result<void> Standing::make_covers() {
  const std::vector<TableColumn> columns = {{"covering", ColumnType::Int64},
                                            {"record_type"},
                                            {"first_day", ColumnType::Date},
                                            {"last_day", ColumnType::Date}};
  auto writer = TableWriter::create(database_, "covered", columns);
  if (!writer) return std::unexpected(writer.error());
  for (const auto& load : loads_) {
    for (const auto& cover : load.covered) {
      writer->int64(load.number);
      writer->text(cover.record_type);
      writer->date(cover.first.days);
      writer->date(cover.last.days);
      HEARTH_TRY(writer->end_row());
    }
  }
  HEARTH_TRY(writer->finish());
  return database_.run(
      sql("create table covers as select covered.*, rank as covering_rank, feed as covering_feed "
          "from covered join loads on loads.load = covering"),
      "put the loads in order");
}

// What joins to rows of a feed and its number for a person, and then that person's id.
Sql Standing::with_names() const {
  if (!any_names_) return {};
  return sql(
      "left join names on of_feed = feed and of_id = person_id"
      " left join shared_names on any_id = person_id");
}

Sql Standing::named() const {
  return any_names_ ? sql("coalesce(of_person, any_person, person_id)") : sql("person_id");
}

std::vector<std::string> Standing::record_types() const {
  std::set<std::string> types;
  for (const auto& segment : segments()) {
    if (is_record_type(segment.kind)) types.insert(segment.kind);
  }
  return {types.begin(), types.end()};
}

Sql Standing::paths_of(const std::string& kind) const {
  std::vector<Sql> paths;
  for (const auto& load : loads_) {
    for (const auto& segment : load.segments) {
      if (segment.kind == kind) paths.push_back(literal(lake_.segment_path(segment.name).string()));
    }
  }
  return join(paths, sql(", "));
}

Sql Standing::rows_of(const std::string& kind) const {
  return sql("read_parquet([{}], union_by_name = true)", paths_of(kind));
}

Result<std::vector<std::string>> Standing::columns_of(const std::string& kind) {
  auto rows = database_.query(sql("describe select * from {}", rows_of(kind)),
                              "read the segments of " + kind);
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::string> names;
  for (;;) {
    const auto chunk = rows->next();
    if (!chunk) return std::unexpected(chunk.error());
    if (*chunk == nullptr) return names;
    for (std::size_t i = 0; i < (*chunk)->size(); ++i) names.emplace_back((*chunk)->text(0, i));
  }
}

// Whether a later load of the same feed covers the type, with what follows said of its days.
Sql Standing::covered_later(const std::string& type) {
  return sql(
      "select 1 from covers where record_type = {} and covering_feed = feed"
      " and covering_rank > rank",
      literal(type));
}

// Rows of a load that mends count where the load it mends has none like them.
Sql Standing::told_once(const std::vector<std::string>& columns) const {
  const bool any = std::ranges::any_of(loads_, [](const auto& load) { return load.mends != 0; });
  if (!any) return sql("select * from told");
  std::vector<Sql> same;
  for (const auto& name : columns) {
    if (is_place(name)) continue;
    same.push_back(
        sql("other.{} is not distinct from told.{}", identifier(name), identifier(name)));
  }
  return sql(
      "select * from told where mends = 0 or not exists (select 1 from told other where"
      " other.load = told.mends and {})",
      join(same, sql(" and ")));
}

Sql Standing::standing(const std::string& type, const std::vector<std::string>& columns,
                       const Sql& shown) const {
  const auto start = start_in(columns);
  return sql(
      "with told as (select * from {} join loads using (load)), once as ({}),"
      " last as (select feed as last_feed, person_id as last_id, {} as last_start,"
      " max(rank) as last_rank from once group by all)"
      " select {} from once join last on last_feed = feed and last_id is not distinct from "
      "person_id"
      " and last_start is not distinct from {} and last_rank = rank {} where not exists ({} and {}"
      " between first_day and last_day)",
      rows_of(type), told_once(columns), start, shown, start, with_names(), covered_later(type),
      start);
}

Result<Sql> Standing::records(const std::string& type) {
  const auto columns = columns_of(type);
  if (!columns) return std::unexpected(columns.error());
  const auto start = start_in(*columns);
  const auto last_date = has_end(*columns) ? "end_date" : "date";
  std::vector<Sql> shown;
  for (const auto& name : *columns) {
    if (is_place(name)) continue;
    if (name == "end_date") {  // who is on a list no more has left
      shown.push_back(
          sql("case when last_seen is not null and exists ({}) then "
              "greatest(start_date, last_seen) else end_date end as end_date",
              covered_later(type)));
    } else if (name == "person_id") {
      shown.push_back(sql("{} as person_id", named()));
    } else {
      shown.push_back(identifier(name));
    }
    if (name != last_date) continue;
    shown.push_back(sql("known_on"));
    shown.push_back(sql("source || ': ' || file || ' row ' || row as source"));
  }
  return sql("{} order by person_id, {}, load, file, row",
             standing(type, *columns, join(shown, sql(", "))), start);
}

Result<Sql> Standing::start_of(const std::string& type) {
  const auto columns = columns_of(type);
  if (!columns) return std::unexpected(columns.error());
  return start_in(*columns);
}

Result<Sql> Standing::records_of_feed(const std::string& type, const std::string& feed,
                                      Stretch days) {
  const auto columns = columns_of(type);
  if (!columns) return std::unexpected(columns.error());
  const auto start = start_in(*columns);
  return sql("select * from ({}) where feed = {} and start between {}::date and {}::date",
             standing(type, *columns, sql("feed, person_id, {} as start", start)), literal(feed),
             literal(to_text(days.first)), literal(to_text(days.last)));
}

// Loads in their order, the last to be believed; in a load, the first row that says something.
Sql Standing::people() const {
  std::vector<Sql> told;
  for (const auto* name : {"birth_date", "sex", "death_date", "family_id", "role"}) {
    told.push_back(sql("arg_max({}, place) as {}", identifier(name), identifier(name)));
  }
  return sql(
      "select {} as person_id, {}, min(started_on) as started_on from (select seen.*,"
      " local_id as person_id,"
      " row_number() over (order by rank, load, file desc, \"table\" desc, \"row\" desc) as place"
      " from {} as seen join loads using (load)) {} group by {}",
      named(), join(told, sql(", ")), rows_of(std::string(kSightings)), with_names(), named());
}

Result<Sql> Standing::seen() {
  const auto columns = columns_of(std::string(kSightings));
  if (!columns) return std::unexpected(columns.error());
  std::vector<Sql> told;
  for (const auto* name :
       {"load", "feed", "local_id", "known_on", "role", "birth_date", "death_date", "sex",
        "surname", "address", "postcode", "uprn", "household", "protected", "family_id"}) {
    const bool is_there = std::ranges::find(*columns, name) != columns->end();
    if (is_there) told.push_back(identifier(name));
  }
  return sql("select {} as person_id, {} from (select *, local_id as person_id from {}) {}",
             named(), join(told, sql(", ")), rows_of(std::string(kSightings)), with_names());
}

Sql Standing::relations() const {
  return sql(
      "select coalesce(a.of_person, b.any_person, local_id) as person_id, relation,"
      " coalesce(c.of_person, d.any_person, other_id) as other_id, start_date, end_date from {}"
      " left join names a on a.of_feed = feed and a.of_id = local_id"
      " left join shared_names b on b.any_id = local_id"
      " left join names c on c.of_feed = feed and c.of_id = other_id"
      " left join shared_names d on d.any_id = other_id",
      rows_of(std::string(kRelations)));
}

}  // namespace hearth
