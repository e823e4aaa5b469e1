#include "store/sighting_segments.h"

#include "facts/record_writer.h"
#include "facts/role_word.h"

namespace hearth {
namespace {

std::vector<TableColumn> columns() {
  std::vector<TableColumn> columns = {{"load", ColumnType::Int64},
                                      {"feed"},
                                      {"file"},
                                      {"table"},
                                      {"row", ColumnType::Int64},
                                      {"known_on", ColumnType::Date},
                                      {"local_id"},
                                      {"role"},
                                      {"birth_date", ColumnType::Date},
                                      {"sex"}};
  for (const auto name : kSeenNames) columns.push_back({std::string(name)});
  return columns;
}

}  // namespace

SightingSegments::SightingSegments(const Lake& lake, Database& database, std::int64_t load,
                                   Date known_on)
    : load_(load), known_on_(known_on), writer_(lake, database, "sightings", load, columns()) {}

// Two descriptions of one person that differ have the same number once in 10^19 times.
bool SightingSegments::is_told_again(const Sighting& sighting) {
  words_ = sighting.table;
  const auto add = [&](std::string_view text) {
    words_ += '\0';  // which no cell holds
    words_ += text;
  };
  add(sighting.born ? std::to_string(sighting.born->days) : std::string());
  add(sighting.sex);
  for (const auto text : sighting.seen) add(text);
  const auto number = std::hash<std::string>{}(words_) | 1;
  if (told_.size() <= sighting.person) told_.resize(sighting.person + 1);
  return std::exchange(told_[sighting.person], number) == number;
}

Result<void> SightingSegments::add(const Sighting& sighting) {
  if (is_told_again(sighting)) return {};
  const auto row = writer_.row();
  if (!row) return std::unexpected(row.error());
  auto& cells = **row;
  cells.int64(load_);
  put_text(cells, sighting.feed);
  put_text(cells, sighting.file);
  put_text(cells, sighting.table);
  cells.int64(sighting.row);
  put_date(cells, known_on_);
  put_text(cells, sighting.local_id);
  put_text(cells, role_word(sighting.role));
  put_date(cells, sighting.born);
  put_text(cells, sighting.sex);
  for (const auto text : sighting.seen) put_text(cells, text);
  return writer_.end_row();
}

}  // namespace hearth
