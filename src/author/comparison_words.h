// The words of a comparison in three pieces that an author changes one at a time: what is counted
// or measured, in which window, and what is asked of it.
#pragma once

#include <optional>
#include <string>

#include "language/plan.h"

namespace hearth {

struct ComparisonWords {
  std::string what;    // `attendance`, `count of arrest`, `had arrest`
  std::string window;  // `in last 2 terms`, `ever`; empty for what has none
  std::string test;    // `< 90%`; empty where the presence itself is asked for
};

// As a presence (`had arrest in last 6 months`), where it can be said so.
std::optional<ComparisonWords> presence_words(const Plan& plan, ConditionId comparison);

// As a number (`count of arrest in last 6 months >= 1`).
ComparisonWords number_comparison_words(const Plan& plan, const Compare& compare);

}  // namespace hearth
