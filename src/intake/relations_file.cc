#include "intake/relations_file.h"

#include "facts/record_writer.h"
#include "table/write_file.h"

namespace hearth {
namespace {

constexpr std::string_view kTable = "relations";

}  // namespace

Result<RelationsFile> RelationsFile::create(Database& database) {
  const std::vector<TableColumn> columns = {{"feed"},
                                            {"file"},
                                            {"table"},
                                            {"row", ColumnType::Int64},
                                            {"local_id"},
                                            {"relation"},
                                            {"other_id"},
                                            {"start_date", ColumnType::Date},
                                            {"end_date", ColumnType::Date}};
  auto writer = TableWriter::create(database, kTable, columns);
  if (!writer) return std::unexpected(std::move(writer.error()));
  return RelationsFile(database, std::move(*writer));
}

Result<void> RelationsFile::add(const ToldRelation& relation) {
  put_text(writer_, relation.feed);
  put_text(writer_, relation.file);
  put_text(writer_, relation.table);
  writer_.int64(relation.row);
  put_text(writer_, relation.local_id);
  put_text(writer_, relation.relation);
  put_text(writer_, relation.other_id);
  put_date(writer_, relation.start);
  put_date(writer_, relation.end);
  return writer_.end_row();
}

Result<void> RelationsFile::write(const std::filesystem::path& path, FileFormat format) {
  HEARTH_TRY(writer_.finish());
  const auto query =
      sql("select * from {} order by feed, file, \"table\", \"row\", rowid", identifier(kTable));
  return write_file(database_, query, path, format);
}

}  // namespace hearth
