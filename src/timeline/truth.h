// What can be said of a condition on a day: no, yes, or unknown, after Kleene (1952, Introduction
// to Metamathematics, §64): a connective is unknown only where its answer depends on what is
// missing.
//
// A fourth value stands outside the logic. A condition about nobody (`every child` in a family
// without children) is not applicable: it neither helps nor blocks, so a connective passes over it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace hearth {

// The order of the first three matters: and is the least of its parts, or the greatest.
enum class Truth : std::uint8_t { No = 0, Unknown = 1, Yes = 2, NotApplicable = 3 };

constexpr Truth both(Truth a, Truth b) {
  return std::min(a, b);  // NotApplicable is the greatest, so the other part decides
}

constexpr Truth either(Truth a, Truth b) {
  if (a == Truth::NotApplicable) return b;
  if (b == Truth::NotApplicable) return a;
  return std::max(a, b);
}

constexpr Truth opposite(Truth a) {
  return a == Truth::NotApplicable ? a : static_cast<Truth>(2 - static_cast<int>(a));
}

constexpr Truth truth_of(bool value) { return value ? Truth::Yes : Truth::No; }

constexpr std::string_view to_text(Truth truth) {
  constexpr std::string_view kNames[] = {"no", "unknown", "yes", "not applicable"};
  return kNames[static_cast<int>(truth)];
}

}  // namespace hearth
