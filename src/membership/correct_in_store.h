// `hearth families correct --store`: what somebody decided of two people, kept in the casebook as a
// run of its own. It changes no family by itself; the next run that forms them goes by it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "families/told.h"

namespace hearth::membership {

struct CorrectRequest {
  std::string store;
  families::Ruling ruling = families::Ruling::Together;
  std::string person, other;
  std::optional<Date> first, last;
  std::string by, because;
  Date on;
  std::function<void()> waiting;
};
// Why it cannot be done; nothing where it was.
Result<std::string> correct_in_store(const CorrectRequest& request);

}  // namespace hearth::membership
