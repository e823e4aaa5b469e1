// Who is of which family, as questions over a store need it: by the runs that formed families up to
// some day. Where none were formed people are of the families their agencies name.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "casebook/family_entries.h"

namespace hearth {

// Read only where a view has to be made.
struct FamilySource {
  std::string seal;  // of the last run that counts; empty: no families were formed
  std::function<Result<std::vector<FamilyEntry>>()> read;
};

}  // namespace hearth
