// What a store was told of where people live and how they are related, as the two tables that
// families are formed from: each row under the person it is about.
//
// They hold addresses, so they belong into a folder for their owner alone that does not stay.
#pragma once

#include <filesystem>

#include "store/store.h"
#include "store/who.h"

namespace hearth {

struct ToldFiles {
  std::filesystem::path sightings, relations;  // relations: empty where there are none
  std::int64_t rows = 0;                       // of sightings
  std::int64_t related = 0;                    // rows of relations there are
  std::int64_t left_out = 0;  // of them: of somebody nobody describes, to themselves, over before
                              // they begin
};

// Of these loads. Checks every segment first; an Error names the first that is not what it was.
Result<ToldFiles> write_told(const Store& store, const std::vector<LoadEntry>& loads,
                             const SightedPeople& who, int threads,
                             const std::filesystem::path& folder);

}  // namespace hearth
