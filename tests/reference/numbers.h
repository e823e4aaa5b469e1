// A number of a rule for a subject on a day, as far as the data tells it.
#pragma once

#include "reference/records.h"

namespace hearth::reference {

// `that`: in a change, the day before the window compared.
Bounds value(const Case& c, NumberId number, const Subject& subject, Date on,
             std::optional<Date> that = std::nullopt);

// The window a number is taken over, if it has one.
std::optional<Window> window_of(const Number& number);

// The records a number reads; of a measure, all of its type.
std::optional<Selector> selector_of(const Case& c, const Number& number);

}  // namespace hearth::reference
