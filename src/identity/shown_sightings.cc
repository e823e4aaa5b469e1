#include "identity/shown_sightings.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "store/facts_view.h"
#include "table/table_writer.h"

namespace hearth::identity {
namespace {

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class Showing {
 public:
  Showing(const Store& store, Database& database) : store_(store), database_(database) {}

  Result<void> open(const std::vector<LoadEntry>& loads) {
    std::vector<Sql> paths;
    for (const auto& load : loads) {
      for (const auto& segment : load.segments) {
        if (segment.kind != kSightings) continue;
        if (const auto fault = store_.lake.fault_of(kept(segment)); !fault.empty()) {
          return std::unexpected(spoilt(fault));
        }
        paths.push_back(literal(store_.lake.segment_path(segment.name).string()));
      }
    }
    // The number of a row of a segment: its first is 2.
    return database_.run(
        sql("create view seen as select *, regexp_extract(filename, '-([0-9]+)[.]parquet$', 1)"
            "::bigint as part, file_row_number + 2 as row_number from read_parquet([{}],"
            " union_by_name = true, filename = true, file_row_number = true)",
            join(paths, sql(", "))),
        "read the sightings");
  }

  Result<void> take(const std::vector<std::pair<SightingPlace, std::string>>& people,
                    const std::vector<SightingPlace>& wanted) {
    const std::set<SightingPlace> shown(wanted.begin(), wanted.end());
    auto writer = TableWriter::create(database_, "asked",
                                      std::vector<TableColumn>{{"load", ColumnType::Int64},
                                                               {"part", ColumnType::Int64},
                                                               {"row_number", ColumnType::Int64},
                                                               {"person"},
                                                               {"shown", ColumnType::Boolean}});
    if (!writer) return std::unexpected(writer.error());
    for (const auto& [place, person] : people) {
      writer->int64(place.load);
      writer->int64(place.part);
      writer->int64(place.row);
      writer->text(person);
      writer->boolean(shown.contains(place));
      HEARTH_TRY(writer->end_row());
    }
    return writer->finish();
  }

  // Whose address is protected, and which addresses are.
  Result<void> find_protected() {
    const auto* doing = "look up protected addresses";
    HEARTH_TRY(database_.run(sql("create table kept_secret as select distinct feed, local_id, uprn,"
                                 " {} as home from seen where protected = 'yes'",
                                 home()),
                             doing));
    HEARTH_TRY(database_.run(
        sql("create table hidden_people as select distinct person from asked join seen using (load,"
            " part, row_number) join kept_secret using (feed, local_id)"),
        doing));
    return {};
  }

  Result<std::map<SightingPlace, ShownSighting>> read() {
    std::vector<Sql> columns;
    for (const auto column : kShown) columns.push_back(sql("{}::varchar", identifier(column)));
    auto rows = database_.query(
        sql("select load::varchar, part::varchar, row_number::varchar, (person in (select person"
            " from hidden_people) or protected = 'yes' or uprn in (select uprn from kept_secret"
            " where uprn is not null and uprn <> '') or {} in (select home from kept_secret where"
            " home is not null))::varchar, {} from asked join seen using (load, part, row_number)"
            " where shown",
            home(), join(columns, sql(", "))),
        "read the sightings");
    if (!rows) return std::unexpected(rows.error());
    std::map<SightingPlace, ShownSighting> shown;
    for (;;) {
      const auto chunk = rows->next();
      if (!chunk) return std::unexpected(chunk.error());
      if (*chunk == nullptr) return shown;
      for (std::size_t r = 0; r < (*chunk)->size(); ++r) {
        const auto cell = [&](std::size_t c) { return (*chunk)->text(c, r); };
        auto& sighting = shown[{number_of(cell(0)), number_of(cell(1)), number_of(cell(2))}];
        sighting.hides_where = cell(3) == "true";
        for (std::size_t i = 0; i < kShown.size(); ++i) sighting.values[i] = cell(4 + i);
      }
    }
  }

 private:
  // An address and postcode as far as letters and digits go; not known where either is not.
  static Sql home() {
    return sql(
        "nullif(regexp_replace(lower(nullif(address, '') || '/' || nullif(postcode, '')),"
        " '[^a-z0-9/]', '', 'g'), '')");
  }

  const Store& store_;
  Database& database_;
};

}  // namespace

bool tells_where(std::string_view column) {
  constexpr std::array<std::string_view, 4> kWhere = {"address", "postcode", "uprn", "place"};
  return std::ranges::find(kWhere, column) != kWhere.end();
}

Result<std::map<SightingPlace, ShownSighting>> shown_sightings(
    const Store& store, const std::vector<LoadEntry>& loads,
    const std::vector<std::pair<SightingPlace, std::string>>& people,
    const std::vector<SightingPlace>& wanted) {
  if (wanted.empty()) return {};
  auto database = Database::open(1);
  if (!database) return std::unexpected(database.error());
  Showing showing(store, *database);
  HEARTH_TRY(showing.open(loads));
  HEARTH_TRY(showing.take(people, wanted));
  HEARTH_TRY(showing.find_protected());
  return showing.read();
}

}  // namespace hearth::identity
