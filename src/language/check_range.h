// What can never hold, whatever the facts say: `attendance > 100%`, `count of offence < 0`.
//
// Only what one comparison or the tests of one pick say is looked at; hearth does not try to prove
// whole rules impossible.
#pragma once

#include <span>

#include "language/checking.h"

namespace hearth {

// The values a number can take at all.
struct Range {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

Range range_of(const Plan& plan, const Number& number);

void report_impossible_test(Checking& checking, const Context& context, const Field& field,
                            const Where& where, Span span);
void report_contradiction(Checking& checking, const Context& context, std::span<const Where> before,
                          const Where& where, Span span);
void report_impossible(Checking& checking, const Context& context, const Compare& compare,
                       Span span);
void report_impossible(Checking& checking, const Context& context, const written::Who& who);

}  // namespace hearth
