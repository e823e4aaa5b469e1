// `is down 33% on …`, `improves since …`: two numbers or scores compared over time.
#pragma once

#include "reference/case.h"

namespace hearth::reference {

Truth changed(const Case& c, const Change& change, const Subject& subject, Date on);
Truth improved(const Case& c, const Improves& improves, const Subject& subject, Date on);

}  // namespace hearth::reference
