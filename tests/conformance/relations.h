// The operators of the tables that stand between two values, and hearth's word for each.
//
// Only those hearth has an answer to are here; a table's operator that is not here is not
// understood, and its cases must be left out by name or by a rule.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "conformance/value.h"

namespace hearth::conformance {

struct Relation {
  std::string_view words;  // `properly included in`
  std::variant<Truth (*)(Truth, Truth), Truth (*)(Bounds, Bounds),
               Truth (*)(const Timeline&, const Timeline&), Truth (*)(const Timeline&, Bounds),
               Truth (*)(Bounds, const Timeline&), Timeline (*)(const Timeline&, const Timeline&)>
      answer;
};

// Longer words come before shorter ones that they begin with.
std::span<const Relation> relations();

// nullopt if the values are not of the kinds that the relation is about.
std::optional<Value> relate(const Value& a, const Relation& relation, const Value& b);

}  // namespace hearth::conformance
