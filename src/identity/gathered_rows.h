// Rows brought together to be compared: some that are known, some at hand. Each different value is
// taken over once, with how common it is to the model.
//
// They are rows without fillers, as all that is kept is. They have no place and no content until
// they are asked for.
#pragma once

#include <vector>

#include "identity/known_rows.h"
#include "identity/learnt.h"

namespace hearth::identity {

class GatheredRows {
 public:
  GatheredRows(const link::Model& model, const ValueCounts& counts, const KnownRows& known);

  void add_known(RowId row);
  void add(const link::Sightings& from, link::RowNumber row);  // each time of the same ones
  std::size_t size() const { return rows_.input_of.size(); }

  link::Sightings take() &&;
  link::Sightings take_with(const std::vector<SightingPlace>& places) &&;  // and their content

 private:
  link::ValueNumber taken(std::size_t field, std::string_view text, std::uint32_t count);
  std::vector<link::ValueNumber>& values_of(const KnownRows::Of& file);

  const ValueCounts& counts_;
  const KnownRows& known_;
  link::Sightings rows_;
  std::vector<std::vector<link::ValueNumber>> known_values_;    // by file and cell
  std::vector<std::vector<link::ValueNumber>> values_at_hand_;  // by field and value
};

}  // namespace hearth::identity
