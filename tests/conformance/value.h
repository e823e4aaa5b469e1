// What an expression of a test table is to hearth.
//
// A whole number or a day is a point: Bounds, counted in days from 1970-01-01, exact or not
// (`2012-02` is some day of that February). An interval is a Timeline that is yes on its days,
// unknown where it may reach and no elsewhere; an open end is resolved to the last whole day inside
// it. A null is the Unknown of whatever is asked for.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "timeline/timeline.h"

namespace hearth::conformance {

struct Nothing {
  bool of_a_type = false;  // `null as Integer`

  bool operator==(const Nothing&) const = default;
};

using Value = std::variant<Nothing, Truth, Bounds, Timeline, std::vector<Timeline>>;

// A value as the kind an operator asks for; nullopt if it is of another kind. A point is also the
// interval of its one day.
template <typename T>
std::optional<T> as(const Value& value);

// Whether an answer is the expected one. A null is expected where the answer is unknown, and also
// where it is no single interval: a timeline may have two stretches, or none. A number that is not
// exact is expected as the interval of what it may be.
bool agree(const Value& answer, const Value& expected);

std::string to_text(const Value& value);  // for the message of a test that fails

}  // namespace hearth::conformance
