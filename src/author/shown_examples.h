// The worked examples of a plan beside the criteria they are about. An example that expects
// something of several criteria is shown whole at the first and linked from the others.
#pragma once

#include <map>
#include <string>

#include "language/plan.h"

namespace hearth {

// Html by the criterion's ref; a criterion without an example is not there. By the empty ref, those
// about who is eligible and whom a claim may be made for.
std::map<std::string, std::string> shown_examples(const Plan& plan);

}  // namespace hearth
