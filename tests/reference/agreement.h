// What is asserted of the fast evaluator within a RapidCheck property: that it is the slow one, and
// that it does not care for order.
#pragma once

#include "reference/world.h"

namespace hearth::reference {

// For every family and criterion: the day the need began, and on every day, or every so many, the
// entry, the outcome and the status.
void same_on_days(const World& world, Carry carry, int step = 1);

// The needs and every day's statuses, with every list of the council shuffled.
void same_in_any_order(const World& world);

}  // namespace hearth::reference
