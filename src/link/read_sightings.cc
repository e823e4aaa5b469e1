#include "link/read_sightings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "link/clean.h"
#include "link/link_diagnostics.h"

namespace hearth::link {
namespace {

constexpr std::size_t kSampleRows = 2000;

// A cell as text, whatever the file's type for it.
std::string_view text_of(const Chunk& chunk, std::size_t column, std::size_t row,
                         std::string& room) {
  if (!chunk.known(column, row)) return {};
  switch (chunk.type(column)) {
    case ColumnType::Text: return chunk.texts(column)[row].view();
    case ColumnType::Date: return room = to_text(Date{chunk.dates(column)[row]});
    case ColumnType::Int64: return room = fmt::format("{}", chunk.int64s(column)[row]);
    case ColumnType::Double: return room = fmt::format("{}", chunk.doubles(column)[row]);
    case ColumnType::Boolean: return room = chunk.booleans(column)[row] ? "yes" : "no";
    case ColumnType::Other: return {};
  }
  return {};
}

std::vector<std::string> headings_of(const TableFile& file) {
  std::vector<std::string> headings;
  for (const auto& column : file.columns()) headings.push_back(column.name);
  return headings;
}

// Cleans each different cell once.
class CleanedCells {
 public:
  CleanedCells(FieldKind kind, std::shared_ptr<NumberedTexts> values)
      : kind_(kind), values_(std::move(values)) {}

  ValueNumber value(std::string_view cell) {
    cell = trim(cell);
    if (cell.empty()) return 0;
    return take(cell, [&] { return clean(kind_, cell); });
  }

  // Of a name in one cell, the part that is this field's.
  ValueNumber value_of_full_name(std::string_view cell) {
    if (cell.empty()) return 0;
    return take(cell, [&] {
      auto name = clean_full_name(cell);
      return kind_ == FieldKind::Forename ? std::move(name.forenames) : std::move(name.surname);
    });
  }

  std::int64_t unusable() const { return unusable_; }

 private:
  template <typename Clean>
  ValueNumber take(std::string_view cell, Clean cleaned) {
    const auto number = cells_.number(cell);
    if (number >= value_of_.size()) {
      value_of_.resize(number);
      value_of_.push_back(values_->number(cleaned()));
    }
    const auto value = value_of_[number];
    if (value == 0) ++unusable_;
    return value;
  }

  FieldKind kind_;
  std::shared_ptr<NumberedTexts> values_;
  NumberedTexts cells_;
  std::vector<ValueNumber> value_of_{0};  // by cell
  std::int64_t unusable_ = 0;
};

class InputReader {
 public:
  InputReader(const Model& model, Sightings& sightings, std::string name)
      : model_(model), sightings_(sightings) {
    for (const auto& field : sightings_.fields) cells_.emplace_back(field.kind, field.values);
    sightings_.inputs.push_back(std::move(name));
  }

  void start(const std::vector<std::string>& headings) { places_ = find_fields(model_, headings); }
  bool compares_anything() const {
    return places_.full_name || std::ranges::any_of(places_.columns, [](const auto& columns) {
             return !columns.empty();
           });
  }

  void take(const Chunk& chunk, std::span<const std::int64_t> row_numbers) {
    for (std::size_t i = 0; i < cells_.size(); ++i) take_field(chunk, i);
    const auto input = static_cast<std::uint32_t>(sightings_.inputs.size() - 1);
    sightings_.input_of.insert(sightings_.input_of.end(), chunk.size(), input);
    for (std::size_t row = 0; row < chunk.size(); ++row) take_row_id(chunk, row, row_numbers[row]);
  }

  // A column of ids that repeats one is no column of ids.
  bool ids_tell_rows_apart() const {
    if (!places_.row_id) return true;
    NumberedTexts seen;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (seen.number(ids_[i]) != i + 1) return false;
    }
    return true;
  }

  void finish(bool use_ids) {
    const bool own = places_.row_id && use_ids;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      sightings_.row_ids.append(own ? std::string(ids_[i]) : std::to_string(numbers_[i]));
    }
  }

  std::int64_t unusable(std::size_t field) const { return cells_[field].unusable(); }

 private:
  void take_field(const Chunk& chunk, std::size_t field) {
    auto& of_row = sightings_.fields[field].of_row;
    const auto kind = sightings_.fields[field].kind;
    const bool name = kind == FieldKind::Forename || kind == FieldKind::Surname;
    const auto& columns = places_.columns[field];
    for (std::size_t row = 0; row < chunk.size(); ++row) {
      if (columns.empty() && name && places_.full_name) {
        const auto cell = text_of(chunk, *places_.full_name, row, room_);
        of_row.push_back(cells_[field].value_of_full_name(cell));
      } else if (kind == FieldKind::AgencyNumber) {
        of_row.push_back(cells_[field].value(agency_number(chunk, columns, row)));
      } else if (columns.size() == 1) {
        of_row.push_back(cells_[field].value(text_of(chunk, columns.front(), row, room_)));
      } else {
        of_row.push_back(cells_[field].value(joined(chunk, columns, row)));
      }
    }
  }

  std::string_view joined(const Chunk& chunk, const std::vector<std::size_t>& columns,
                          std::size_t row) {
    joined_.clear();
    for (const auto column : columns) {
      const auto cell = text_of(chunk, column, row, room_);
      if (!joined_.empty() && !cell.empty()) joined_ += ' ';
      joined_ += cell;
    }
    return joined_;
  }

  // The agency, and its number for the person: neither says anything alone.
  std::string_view agency_number(const Chunk& chunk, const std::vector<std::size_t>& columns,
                                 std::size_t row) {
    if (columns.size() != 2) return {};
    joined_ = numbered_by(text_of(chunk, columns.front(), row, room_));
    const auto number = text_of(chunk, columns.back(), row, room_);
    if (joined_.empty() || number.empty()) return {};
    return joined_.append(" ").append(number);
  }

  // The first of the feeds that number people alike, as one word.
  std::string numbered_by(std::string_view feed) const {
    std::string first(feed);
    for (const auto& feeds : model_.same_numbers) {
      if (std::ranges::find(feeds, feed) != feeds.end()) first = feeds.front();
    }
    std::ranges::replace(first, ' ', '_');
    return first;
  }

  void take_row_id(const Chunk& chunk, std::size_t row, std::int64_t number) {
    numbers_.push_back(number);
    if (places_.row_id) ids_.append(text_of(chunk, *places_.row_id, row, room_));
  }

  const Model& model_;
  Sightings& sightings_;
  FieldPlaces places_;
  std::vector<CleanedCells> cells_;
  std::vector<std::int64_t> numbers_;
  Texts ids_;
  std::string room_, joined_;
};

Place place_of(const std::string& file, std::int64_t row = 0, std::string field = {}) {
  Place place;
  place.file = file;
  place.row = row;
  place.field = std::move(field);
  return place;
}

void report_file(const TableFile& file, const std::string& name, Diagnostics& diagnostics) {
  for (const auto& reject : file.rejects()) {
    diagnostics.add(kRejectedRow, place_of(name, reject.row), to_text(reject.reason));
  }
  if (file.fault()) {
    diagnostics.add(kUnreadableInput, place_of(name), to_text(*file.fault()));
  }
}

void report_cells(const InputReader& reader, const Model& model, const std::string& name,
                  Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    if (model.fields[i].kind == FieldKind::Role) continue;  // other roles are no mistake
    const auto count = reader.unusable(i);
    if (count > 0) diagnostics.add(kUnusableValue, place_of(name), model.fields[i].name, count);
  }
}

Result<void> read_input(TableFiles& files, const Input& input, const Model& model,
                        ReadSightings& read) {
  auto file = files.open(input.path);
  if (!file) return std::unexpected(file.error());
  const auto& name = input.name;
  InputReader reader(model, read.sightings, name);
  reader.start(headings_of(*file));
  if (!reader.compares_anything() && !file->fault()) {
    read.diagnostics.add(kNothingToCompare, place_of(name), "");
    return {};
  }
  for (;;) {
    const auto chunk = file->next();
    if (!chunk) return std::unexpected(chunk.error());
    if (*chunk == nullptr) break;
    reader.take(**chunk, file->row_numbers());
  }
  read.rows += file->rows();
  const bool use_ids = reader.ids_tell_rows_apart();
  if (!use_ids) read.diagnostics.add(kRepeatedRowId, place_of(name));
  reader.finish(use_ids);
  report_file(*file, name, read.diagnostics);
  report_cells(reader, model, name, read.diagnostics);
  return {};
}

}  // namespace

Result<TableSample> read_sample(TableFiles& files, const std::filesystem::path& path) {
  auto file = files.open(path);
  if (!file) return std::unexpected(file.error());
  TableSample sample{headings_of(*file), {}};
  sample.columns.resize(sample.headings.size());
  const auto chunk = file->next();
  if (!chunk) return std::unexpected(chunk.error());
  std::string room;
  for (std::size_t c = 0; *chunk != nullptr && c < sample.columns.size(); ++c) {
    for (std::size_t row = 0; row < std::min(kSampleRows, (*chunk)->size()); ++row) {
      const auto cell = text_of(**chunk, c, row, room);
      if (!cell.empty()) sample.columns[c].emplace_back(cell);
    }
  }
  return sample;
}

Sightings no_rows(const Model& model) {
  Sightings sightings;
  const auto names = std::make_shared<NumberedTexts>();
  for (const auto& field : model.fields) {
    const bool name = field.kind == FieldKind::Forename || field.kind == FieldKind::Surname;
    auto values = name ? names : std::make_shared<NumberedTexts>();
    sightings.fields.push_back({field.kind, std::move(values), {}, {}});
  }
  return sightings;
}

std::vector<Input> inputs_of(const Paths& paths) {
  std::vector<Input> inputs;
  for (const auto& path : paths) inputs.push_back({path, path.filename().string()});
  return inputs;
}

Result<ReadSightings> read_sightings(TableFiles& files, const std::vector<Input>& inputs,
                                     const Model& model) {
  ReadSightings read;
  read.sightings = no_rows(model);
  for (const auto& input : inputs) HEARTH_TRY(read_input(files, input, model, read));
  read.sightings.row_ids.shrink();
  count_values(read.sightings);
  return read;
}

}  // namespace hearth::link
