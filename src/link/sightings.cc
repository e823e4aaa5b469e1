#include "link/sightings.h"

namespace hearth::link {
namespace {

void count_field(FieldColumn& field, std::vector<std::uint64_t>& content) {
  field.counts.assign(field.values->size(), 0);
  std::vector<std::uint64_t> hashes(field.values->size());
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    hashes[i] = hash_of((*field.values)[static_cast<ValueNumber>(i)]);
  }
  field.known = 0;
  for (std::size_t row = 0; row < field.of_row.size(); ++row) {
    const auto value = field.of_row[row];
    content[row] = mixed(content[row], hashes[value]);
    if (value == 0) continue;
    ++field.counts[value];
    ++field.known;
  }
  field.same = 0;
  for (const double count : field.counts) field.same += count * (count - 1);
}

}  // namespace

RowValues::RowValues(const Sightings& sightings)
    : fields_(sightings.fields.size()), values_(sightings.size() * fields_) {
  for (std::size_t i = 0; i < fields_; ++i) {
    const auto& of_row = sightings.fields[i].of_row;
    for (std::size_t row = 0; row < of_row.size(); ++row) values_[row * fields_ + i] = of_row[row];
  }
}

void count_values(Sightings& sightings) {
  sightings.content.assign(sightings.size(), 0);
  for (auto& field : sightings.fields) count_field(field, sightings.content);
}

}  // namespace hearth::link
