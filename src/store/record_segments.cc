#include "store/record_segments.h"

#include "facts/record_writer.h"

namespace hearth {
namespace {

std::vector<TableColumn> columns_of(const RecordType& type) {
  std::vector<TableColumn> columns = {{"load", ColumnType::Int64}, {"person_id"}};
  if (type.has_end()) {
    columns.push_back({"start_date", ColumnType::Date});
    columns.push_back({"end_date", ColumnType::Date});
  } else {
    columns.push_back({"date", ColumnType::Date});
  }
  columns.push_back({"known_on", ColumnType::Date});
  columns.push_back({"last_seen", ColumnType::Date});
  columns.push_back({"file"});
  columns.push_back({"row", ColumnType::Int64});
  for (const auto& field : type.fields) columns.push_back({field.name, column_type(field.kind)});
  return columns;
}

}  // namespace

RecordSegments::RecordSegments(const Lake& lake, Database& database, const LoadEntry& entry,
                               ImportState& state)
    : lake_(lake), database_(database), load_(entry.number), state_(state) {
  for (const auto& file : entry.files) files_.push_back(file.name);
}

// All that its rows can say in a column, where that is known before they come.
ColumnWords RecordSegments::words_of(const RecordType& type) const {
  ColumnWords words = {{"file", files_}};
  for (const auto& field : type.fields) {
    if (field.kind == FieldKind::Flag) words[field.name] = {"yes", "no"};
    if (field.kind == FieldKind::Code && !field.open) words[field.name] = field.codes;
  }
  return words;
}

void RecordSegments::take(const GatheredRecord& record) {
  if (outcome_) outcome_ = write(record);
}

SegmentWriter& RecordSegments::writer_of(RecordTypeId type) {
  const auto found = writers_.find(type.index);
  if (found != writers_.end()) return found->second;
  const auto& declared = state_.builder.catalogue()[type];
  return writers_
      .try_emplace(type.index, lake_, database_, declared.name, load_, columns_of(declared),
                   words_of(declared))
      .first->second;
}

Result<void> RecordSegments::write(const GatheredRecord& gathered) {
  auto& writer = writer_of(gathered.type);
  auto row = writer.row();
  if (!row) return std::unexpected(row.error());
  auto& cells = **row;
  const auto& type = state_.builder.catalogue()[gathered.type];
  const auto& record = gathered.record;
  cells.int64(load_);
  cells.text(gathered.person_id);
  put_date(cells, record.start);
  if (type.has_end()) put_date(cells, record.end);
  put_date(cells, record.known);
  put_date(cells, gathered.last_seen);
  cells.text(state_.file_names.at(record.lineage.file));
  cells.int64(record.lineage.row);
  for (std::size_t f = 0; f < type.fields.size(); ++f) {
    put_field(cells, type.fields[f], f < record.fields.size() ? record.fields[f] : kNotKnown);
  }
  return writer.end_row();
}

void RecordSegments::put_field(TableWriter& cells, const Field& field, double value) const {
  if (!is_known(value)) return cells.unknown();
  switch (field.kind) {
    case FieldKind::Number:
    case FieldKind::Money: return cells.real(value);
    case FieldKind::Flag: return cells.text(value != 0 ? "yes" : "no");
    case FieldKind::Code: return put_text(cells, field.codes[static_cast<std::size_t>(value)]);
    case FieldKind::Date: return put_date(cells, Date{static_cast<std::int32_t>(value)});
    case FieldKind::Text:
      return put_text(cells, state_.builder.text_of(static_cast<std::uint32_t>(value)));
  }
}

Result<std::vector<WrittenSegment>> RecordSegments::finish() {
  HEARTH_TRY(outcome_);
  std::vector<WrittenSegment> all;
  for (auto& [type, writer] : writers_) {
    auto written = writer.finish();
    if (!written) return std::unexpected(written.error());
    std::ranges::move(*written, std::back_inserter(all));
  }
  return all;
}

}  // namespace hearth
