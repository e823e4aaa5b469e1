// Why a condition can never be yes, on any day and for any family: two of its parts rule each other
// out, or one is asked of a number that is never so.
//
// Every answer is certain and not every impossible rule has one: changes, scores that improve and
// numbers compared with each other are taken to be possible.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/demands.h"

namespace hearth {

struct Never {
  Demand part;
  std::optional<Demand> ruled_out_by;  // nullopt: the part is impossible by itself
};

// What is known of each person in need on every later day, one list for each way of having come to
// be in need.
using KnownOfThose = std::vector<std::vector<Demand>>;

KnownOfThose known_of_those_in_need(const Plan& plan, const Criterion& criterion);

std::optional<Never> why_never(const Plan& plan, ConditionId condition,
                               const KnownOfThose& in_need);

}  // namespace hearth
