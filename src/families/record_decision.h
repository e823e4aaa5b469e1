// Adds what somebody decided of two people to the folder's decisions. Nothing decided is ever
// changed or deleted; the last decision on two people stands.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "families/told.h"

namespace hearth::families {

struct DecisionToRecord {
  Ruling ruling = Ruling::Together;
  std::string person, other;
  std::optional<Date> first, last;
  Date decided;
  std::string by, reason;
};

Result<void> record_decision(const std::filesystem::path& folder, const DecisionToRecord& what);

}  // namespace hearth::families
