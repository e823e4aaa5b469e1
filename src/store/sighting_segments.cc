#include "store/sighting_segments.h"

#include <algorithm>

#include "casebook/load_entry.h"
#include "facts/record_writer.h"
#include "facts/role_word.h"

namespace hearth {
namespace {

// Where the row is that says it, and when it was told.
std::vector<TableColumn> columns_with(std::vector<TableColumn> own) {
  std::vector<TableColumn> columns = {
      {"load", ColumnType::Int64},   {"feed"}, {"file"}, {"table"}, {"row", ColumnType::Int64},
      {"known_on", ColumnType::Date}};
  columns.insert(columns.end(), own.begin(), own.end());
  return columns;
}

std::vector<TableColumn> columns_of_relations() {
  return columns_with({{"local_id"},
                       {"relation"},
                       {"other_id"},
                       {"start_date", ColumnType::Date},
                       {"end_date", ColumnType::Date}});
}

ColumnWords with_roles(ColumnWords words) {
  for (const auto role : {Role::Parent, Role::Child, Role::Adult, Role::Expectant, Role::Other}) {
    words["role"].emplace_back(role_word(role));
  }
  return words;
}

}  // namespace

std::vector<TableColumn> columns_of_sightings() {
  std::vector<TableColumn> columns = {{"local_id"},
                                      {"role"},
                                      {"birth_date", ColumnType::Date},
                                      {"sex"},
                                      {"death_date", ColumnType::Date},
                                      {"family_id"},
                                      {"started_on", ColumnType::Date}};
  for (const auto name : kSeenNames) columns.push_back({std::string(name)});
  return columns_with(columns);
}

SightingSegments::SightingSegments(const Lake& lake, Database& database, std::int64_t load,
                                   Date known_on, ColumnWords where, std::optional<Date> started)
    : load_(load),
      known_on_(known_on),
      started_(started),
      sightings_(lake, database, std::string(kSightings), load, columns_of_sightings(),
                 with_roles(where)),
      relations_(lake, database, std::string(kRelations), load, columns_of_relations(),
                 std::move(where)) {}

template <typename Said>
void SightingSegments::put_where(TableWriter& cells, const Said& said) const {
  cells.int64(load_);
  put_text(cells, said.feed);
  put_text(cells, said.file);
  put_text(cells, said.table);
  cells.int64(said.row);
  put_date(cells, known_on_);
}

Result<void> SightingSegments::add(const Sighting& sighting) {
  if (sighting.again) return {};
  const auto row = sightings_.row();
  if (!row) return std::unexpected(row.error());
  auto& cells = **row;
  put_where(cells, sighting);
  put_text(cells, sighting.local_id);
  put_text(cells, role_word(sighting.role));
  put_date(cells, sighting.born);
  put_text(cells, sighting.sex);
  put_date(cells, sighting.died);
  put_text(cells, sighting.family);
  put_date(cells, sighting.started ? sighting.started : started_);
  for (const auto text : sighting.seen) put_text(cells, text);
  return sightings_.end_row();
}

Result<void> SightingSegments::add(const ToldRelation& relation) {
  const auto row = relations_.row();
  if (!row) return std::unexpected(row.error());
  auto& cells = **row;
  put_where(cells, relation);
  put_text(cells, relation.local_id);
  put_text(cells, relation.relation);
  put_text(cells, relation.other_id);
  put_date(cells, relation.start);
  put_date(cells, relation.end);
  return relations_.end_row();
}

Result<std::vector<WrittenSegment>> SightingSegments::finish() {
  auto written = sightings_.finish();
  if (!written) return written;
  auto relations = relations_.finish();
  if (!relations) return relations;
  std::ranges::move(*relations, std::back_inserter(*written));
  return written;
}

}  // namespace hearth
