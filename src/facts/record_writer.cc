#include "facts/record_writer.h"

namespace hearth {
ColumnType column_type(FieldKind kind) {
  switch (kind) {
    case FieldKind::Number:
    case FieldKind::Money: return ColumnType::Double;
    case FieldKind::Date: return ColumnType::Date;
    case FieldKind::Flag:
    case FieldKind::Code:
    case FieldKind::Text: break;
  }
  return ColumnType::Text;
}

void put_date(TableWriter& writer, std::optional<Date> date) {
  const bool known = date && *date > kBeginning && *date < kForever;
  known ? writer.date(date->days) : writer.unknown();
}

void put_text(TableWriter& writer, std::string_view text) {
  text.empty() ? writer.unknown() : writer.text(text);
}

RecordWriter::RecordWriter(const Facts& facts, RecordTypeId type)
    : facts_(facts),
      type_(facts.catalogue[type]),
      of_people_(facts.of_people[type.index]),
      of_families_(facts.of_families[type.index]) {}

std::vector<TableColumn> RecordWriter::columns() const {
  std::vector<TableColumn> columns;
  if (of_people_.size() > 0) columns.push_back({"person_id", ColumnType::Text});
  if (of_families_.size() > 0) columns.push_back({"family_id", ColumnType::Text});
  if (type_.has_end()) {
    columns.push_back({"start_date", ColumnType::Date});
    columns.push_back({"end_date", ColumnType::Date});
  } else {
    columns.push_back({"date", ColumnType::Date});
  }
  columns.push_back({"known_on", ColumnType::Date});
  columns.push_back({"source", ColumnType::Text});
  for (const auto& field : type_.fields) columns.push_back({field.name, column_type(field.kind)});
  return columns;
}

Result<void> RecordWriter::write(TableWriter& writer) const {
  for (const auto* table : {&of_people_, &of_families_}) {
    for (std::size_t row = 0; row < table->size(); ++row)
      HEARTH_TRY(write_row(writer, *table, row));
  }
  return {};
}

Result<void> RecordWriter::write_row(TableWriter& writer, const RecordTable& table,
                                     std::size_t row) const {
  const bool of_person = &table == &of_people_;
  const auto subject = table.subject[row];
  if (of_people_.size() > 0) {
    put_text(writer, of_person ? std::string_view(facts_.people[subject].id) : std::string_view());
  }
  if (of_families_.size() > 0) {
    put_text(writer,
             of_person ? std::string_view() : std::string_view(facts_.families[subject].id));
  }
  put_date(writer, table.start[row]);
  if (type_.has_end()) put_date(writer, table.end_of(row));
  put_date(writer, table.known_of(row));
  put_text(writer, facts_.texts[table.source_of(row)]);
  for (std::size_t f = 0; f < type_.fields.size(); ++f) {
    put_field(writer, type_.fields[f], table.fields[f][row]);
  }
  return writer.end_row();
}

void RecordWriter::put_field(TableWriter& writer, const Field& field, double value) const {
  if (!is_known(value)) return writer.unknown();
  switch (field.kind) {
    case FieldKind::Number:
    case FieldKind::Money: return writer.real(value);
    case FieldKind::Flag: return writer.text(value != 0 ? "yes" : "no");
    case FieldKind::Code: return put_text(writer, field.codes[static_cast<std::size_t>(value)]);
    case FieldKind::Date: return put_date(writer, Date{static_cast<std::int32_t>(value)});
    case FieldKind::Text: return put_text(writer, facts_.texts[static_cast<std::size_t>(value)]);
  }
}

}  // namespace hearth
