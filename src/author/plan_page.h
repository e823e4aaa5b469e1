// A whole plan as one web page that stands alone: for a board to read and to print, with wording,
// rule, readings and worked examples of each criterion side by side.
//
// The page fetches nothing and runs nothing. It is written to be read by everybody (WCAG 2.2 AA)
// and holds one form for screens of any width and one for A4 paper. The same plan gives the same
// bytes. It is also well-formed XML, so that programs can read it.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

std::string plan_page(const Plan& plan);

}  // namespace hearth
