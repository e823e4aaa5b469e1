// Which headline of a newer plan is which of the older one: by ref where the title is the same,
// then by title, then by ref.
#pragma once

#include <optional>
#include <vector>

#include "language/plan.h"

namespace hearth {

// By HeadlineId of the newer plan: the older plan's; none where it is new.
std::vector<std::optional<HeadlineId>> matched_headlines(const Plan& older, const Plan& newer);

}  // namespace hearth
