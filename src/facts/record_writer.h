// Turns the records of one type back into rows: numbers into words, as Field says.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/facts.h"
#include "table/table_writer.h"

namespace hearth {

ColumnType column_type(FieldKind kind);  // of a field in a written table

// A day, and nothing for one that is not known or has no end.
void put_date(TableWriter& writer, std::optional<Date> date);
void put_text(TableWriter& writer, std::string_view text);  // nothing for an empty one

class RecordWriter {
 public:
  RecordWriter(const Facts& facts, RecordTypeId type);

  bool empty() const { return of_people_.size() + of_families_.size() == 0; }
  std::vector<TableColumn> columns() const;
  Result<void> write(TableWriter& writer) const;

 private:
  Result<void> write_row(TableWriter& writer, const RecordTable& table, std::size_t row) const;
  void put_field(TableWriter& writer, const Field& field, double value) const;

  const Facts& facts_;
  const RecordType& type_;
  const RecordTable& of_people_;
  const RecordTable& of_families_;
};

}  // namespace hearth
