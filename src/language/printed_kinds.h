// What a row asks for as its council printed it, in the words of the field: an event, a ratio,
// somebody's statement.
//
// A plan declares it for its readers, beside the rule. No rule is judged by it, and nothing here
// knows a rule.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hearth {

inline constexpr std::array<std::string_view, 9> kEntryKinds{
    "event",       "count", "current spell", "past spell", "ratio",
    "future date", "score", "attribute",     "statement"};

inline constexpr std::array<std::string_view, 10> kOutcomeKinds{
    "reduction",  "no event", "threshold",     "step-down",   "completion",
    "engagement", "state",    "lasting spell", "improvement", "statement"};

inline constexpr std::string_view kNothingPrinted = "nothing";  // of an outcome alone

// One kind, or parts of which any, or all, are asked for.
struct PrintedKind {
  enum class Joined { Alone, Or, And };

  Joined joined = Joined::Alone;
  std::string word;                // Alone
  std::vector<PrintedKind> parts;  // Or, And: two or more, none joined as these are
};

struct PrintedKinds {
  PrintedKind entry, outcome;
};

// As a plan writes it: `no event and (engagement or statement)`.
std::string to_text(const PrintedKind& kind);
std::string to_text(const PrintedKinds& kinds);  // `event then reduction`
// The same text for all that ask for the same, in whatever order.
std::string comparable(const PrintedKind& kind);
// Whether it asks for nothing else.
bool asks_only(const PrintedKind& kind, std::string_view word);

}  // namespace hearth
