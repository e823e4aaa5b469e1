// `hearth families form --store`: the people of a store's last run of the linker into families who
// last.
//
// A run forms all families anew and writes those that are otherwise than they stood, in one
// transaction, under the lock that keeps loads apart. The rules are of floor `families`.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "casebook/family_entries.h"
#include "facts/file_account.h"

namespace hearth::membership {

struct FormRequest {
  std::string store;
  Date on;
  std::vector<std::filesystem::path> places;  // as docs/families.md has them
  int threads = 1;
  std::function<void()> waiting;
  std::function<void(std::string_view)> tell;
};

struct FormAnswer {
  Diagnostics diagnostics;
  std::vector<FileCount> places;
  bool changed = false;            // false: no run was made
  FamilyRunEntry run;              // as it was committed
  std::int64_t waiting_loads = 0;  // that the linker has not looked at
  std::int64_t sightings = 0, homeless = 0;
  std::int64_t related = 0, left_out = 0;  // rows of relations
  std::int64_t decisions_of_nobody = 0;    // about ids the store has no more
  std::int64_t people = 0, in_a_family = 0, memberships = 0;
  std::int64_t families = 0, still = 0, named = 0, crowded = 0;
  std::int64_t founded = 0, altered = 0, replaced = 0;  // families, held against the run before
};

Result<FormAnswer> form_in_store(const FormRequest& request);

}  // namespace hearth::membership
