// Numbers: counts, sums, days, latest values, measures, ages, parameters and literals.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

struct CheckedNumber {
  NumberId id;
  Quantity quantity = Quantity::Plain;  // of a literal, as its sign says
};

NumberId add_number(Checking& checking, Number number);

// `compared_with` is the other side of a comparison, whose codes a bare word may name.
std::optional<CheckedNumber> check_number(Checking& checking, const Context& context,
                                          written::NumberId id,
                                          std::optional<NumberId> compared_with = std::nullopt);

// Both sides of a comparison, their quantities alike.
std::optional<Compare> check_compare(Checking& checking, const Context& context,
                                     const written::Compare& comparison, Span span);

}  // namespace hearth
