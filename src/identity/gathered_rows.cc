#include "identity/gathered_rows.h"

#include <utility>

#include "identity/sighted_rows.h"

namespace hearth::identity {

GatheredRows::GatheredRows(const link::Model& model, const ValueCounts& counts,
                           const KnownRows& known)
    : counts_(counts), known_(known), rows_(no_rows(model)), values_at_hand_(model.fields.size()) {}

link::ValueNumber GatheredRows::taken(std::size_t index, std::string_view text,
                                      std::uint32_t count) {
  auto& field = rows_.fields[index];
  const auto value = field.values->number(text);
  if (value >= field.counts.size()) field.counts.resize(value + 1);
  field.counts[value] = count;
  return value;
}

std::vector<link::ValueNumber>& GatheredRows::values_of(const KnownRows::Of& file) {
  if (file.number >= known_values_.size()) known_values_.resize(file.number + 1);
  auto& values = known_values_[file.number];
  if (values.empty()) values.resize(file.file->values() + 1);
  return values;
}

void GatheredRows::add_known(RowId row) {
  const auto of = known_.file_of(row);
  auto& values = values_of(of);
  const auto cells = of.file->cells(row);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto cell = cells[i];
    if (cell != 0 && values[cell] == 0) {
      values[cell] = taken(i, of.file->value(cell), of.file->count(cell));
    }
    rows_.fields[i].of_row.push_back(values[cell]);
  }
  rows_.input_of.push_back(0);
}

void GatheredRows::add(const link::Sightings& from, link::RowNumber row) {
  for (std::size_t i = 0; i < from.fields.size(); ++i) {
    const auto& field = from.fields[i];
    const auto value = field.of_row[row];
    auto& taken_over = values_at_hand_[i];
    if (taken_over.empty()) taken_over.resize(field.values->size());
    if (value != 0 && taken_over[value] == 0) {
      taken_over[value] = taken(i, (*field.values)[value], field.counts[value]);
    }
    rows_.fields[i].of_row.push_back(taken_over[value]);
  }
  rows_.input_of.push_back(0);
}

link::Sightings GatheredRows::take() && {
  for (auto& field : rows_.fields) field.counts.resize(field.values->size());
  counts_.tell_of_all(rows_);
  return std::move(rows_);
}

link::Sightings GatheredRows::take_with(const std::vector<SightingPlace>& places) && {
  rows_.input_of.clear();
  for (const auto& place : places) add_place(rows_, place);
  std::vector<std::vector<std::uint32_t>> counts;
  for (auto& field : rows_.fields) counts.push_back(std::move(field.counts));
  link::count_values(rows_);  // for their content
  for (std::size_t i = 0; i < counts.size(); ++i) rows_.fields[i].counts = std::move(counts[i]);
  return std::move(*this).take();
}

}  // namespace hearth::identity
