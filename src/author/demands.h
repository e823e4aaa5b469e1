// What a comparison or an `on` demands of the records of one day, so that two demands can be seen
// to rule each other out: a number by its meaning with the values it may have, and for a count also
// which records of which days are counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/interval.h"
#include "author/ways.h"
#include "language/plan.h"

namespace hearth {

struct Demand {
  std::string number;  // as comparable_rule.h has it
  Interval values;
  bool counted = false;  // how many records; then also:
  Selector records;
  std::optional<Window> window;  // nullopt: spells on the day itself
  std::optional<Number> moving;  // the number, where its window moves with the day
  Span span;
  bool holds = true;  // false: it stood under a `not`
};

// Nullopt for a condition of which nothing is known, such as a change.
std::optional<Demand> demand_of(const Plan& plan, const Holding& part);

// The ages that `any child aged 10 to 14` leaves; nullopt if it says nothing of ages.
std::optional<Demand> demand_of(const Who& who, Span span);

// Whether no number has any of the values: `attendance < -1`.
bool impossible(const Plan& plan, const Demand& demand);
bool rule_each_other_out(const Plan& plan, const Demand& a, const Demand& b);

// What is still true of a person on every day after the one on which the demand was met, seen from
// that day as `need`.
std::vector<Demand> later(const Plan& plan, const Demand& demand);

}  // namespace hearth
