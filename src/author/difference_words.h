// Differences between two plans as a reader is told them: line by line, each with its indent.
// Whoever shows them breaks the long ones.
#pragma once

#include <string>
#include <vector>

#include "author/plan_differences.h"

namespace hearth {

struct ToldLine {
  int indent = 0;
  std::string words;
};

// `need: any child: attendance in last 2 terms: from < 90% to < 85%`, one for each point.
std::vector<std::string> clause_words(const ClauseDifference& difference);

// What changed, then what was added, dropped and renumbered, then how many of each.
std::vector<ToldLine> differences_in_words(const PlanDifferences& differences);

}  // namespace hearth
