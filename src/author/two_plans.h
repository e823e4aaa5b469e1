// Pairs of small plans for the tests of what compares plans: one text, and the same with a change.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "author/difference_words.h"
#include "author/plan_differences.h"
#include "language/plan_under_test.h"

namespace hearth {

// A plan with a definition, a parameter and three criteria.
inline std::string some_plan() {
  return R"(Prose.

```plan
use "catalogue.md"
plan t "A plan for tests"
  in force    2024-01-01 onwards
  terms       3 a year
  sustain     6 months
  eligible    at least 2 criteria
  claim       every need achieved
parameter limit
  from 2024-01-01 is 90%
  from 2025-01-01 is 92%
define quiet (worry)
  means       no concern where topic = worry in last 1 month
headline 1 "School"
criterion 1.1 "Attendance is low"
  need        any child: attendance in last 2 terms < limit
  outcome     every child: attendance in last 2 terms >= 90% and no suspension in last 6 months
  sustain     in window
  source      school_census
  reading     "Pooled over two terms."
criterion 1.2 "Suspended"
  need        any child: had suspension in last 6 months
  outcome     each person in need: no suspension in last 3 months
              and days of suspension in last 6 months is down 33% on 6 months before need
headline 2 "Home"
criterion 2.1 "Debt is a worry"
  need any adult: had concern where topic = debt in last 6 months or on debt where amount > £500
  outcome     each person in need: quiet(debt) and statement improved by practitioner since need
  supporting  any adult: had employment in last 6 months
```
)";
}

// The text with the first `before` replaced.
inline std::string with(const std::string& before, const std::string& after,
                        std::string text = some_plan()) {
  const auto at = text.find(before);
  EXPECT_NE(at, std::string::npos) << "the plan does not say " << before;
  return at == std::string::npos ? text : text.replace(at, before.size(), after);
}

inline LoadedPlan loaded(const std::string& text) {
  auto result = load_text(text);
  EXPECT_TRUE(result.plan) << to_text(result.diagnostics);
  return result;
}

inline PlanDifferences differences(const std::string& older, const std::string& newer) {
  return plan_differences(loaded(older), loaded(newer));
}

// As a reader is told, a line each; without the last, which counts.
inline std::string told(const std::string& older, const std::string& newer) {
  std::string text;
  auto lines = differences_in_words(differences(older, newer));
  if (lines.size() > 1) lines.pop_back();
  for (const auto& line : lines) {
    text += std::string(static_cast<std::size_t>(line.indent), ' ') + line.words + "\n";
  }
  return text;
}

}  // namespace hearth
