#include "intake/sightings_file.h"

#include "facts/record_writer.h"
#include "facts/role_word.h"
#include "table/write_file.h"

namespace hearth {
namespace {

constexpr std::string_view kTable = "sightings";

std::vector<TableColumn> sighting_columns() {
  std::vector<TableColumn> columns = {{"feed"},
                                      {"file"},
                                      {"table"},
                                      {"row", ColumnType::Int64},
                                      {"local_id"},
                                      {"role"},
                                      {"birth_date", ColumnType::Date},
                                      {"sex"},
                                      {"death_date", ColumnType::Date}};
  for (const auto name : kSeenNames) columns.push_back({std::string(name)});
  return columns;
}

}  // namespace

Result<SightingsFile> SightingsFile::create(Database& database) {
  auto writer = TableWriter::create(database, kTable, sighting_columns());
  if (!writer) return std::unexpected(std::move(writer.error()));
  return SightingsFile(database, std::move(*writer));
}

Result<void> SightingsFile::add(const Sighting& sighting) {
  const auto put = [&](std::string_view text) { put_text(writer_, text); };
  put(sighting.feed);
  put(sighting.file);
  put(sighting.table);
  writer_.int64(sighting.row);
  put(sighting.local_id);
  put(role_word(sighting.role));
  put_date(writer_, sighting.born);
  put(sighting.sex);
  put_date(writer_, sighting.died);
  for (const auto text : sighting.seen) put(text);
  return writer_.end_row();
}

Result<void> SightingsFile::write(const std::filesystem::path& path, FileFormat format) {
  HEARTH_TRY(writer_.finish());
  const auto query =
      sql("select * from {} order by feed, file, \"table\", \"row\"", identifier(kTable));
  return write_file(database_, query, path, format);
}

}  // namespace hearth
