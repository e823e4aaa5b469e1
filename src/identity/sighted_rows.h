// The sightings of some loads as rows to be compared: read from the lake, one row for all that say
// the same of the same agency's number.
#pragma once

#include <string>
#include <vector>

#include "casebook/link_entries.h"
#include "link/read_sightings.h"
#include "store/store.h"

namespace hearth::identity {

// `000003-001.parquet` and a row, as the linker names rows, and back.
SightingPlace place_of(const std::string& input, std::string_view row_id);
std::string input_name(const SightingPlace& place);

// Of loads after one and up to another, in their order. Each segment is held against its checksum.
Result<link::ReadSightings> read_loads(const Store& store, const std::vector<LoadEntry>& loads,
                                       std::int64_t after, std::int64_t last,
                                       const link::Model& model, int threads);

// The first of all rows that say the same, in order; without those that say nothing but the
// agency's own number for somebody.
std::vector<link::RowNumber> first_of_same(const link::Sightings& sightings);
// Keeps these alone; their values are to be counted anew.
void keep_rows(link::Sightings& sightings, const std::vector<link::RowNumber>& rows);

}  // namespace hearth::identity
