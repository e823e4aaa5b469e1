#include "link/group_evidence.h"

#include <array>

namespace hearth::link {
namespace {

constexpr std::size_t kMostAsked = 24;  // rows of a group that are asked
constexpr double kVetoDecided = 10;     // bits against, of a veto that somebody overruled

}  // namespace

struct GroupEvidence::Best {
  Pattern pattern = 0;
  std::array<ValueNumber, kMostFields> values{};  // of what is exactly the same, the rarest
};

void GroupEvidence::take(Pattern pattern, RowNumber row, Best& best) const {
  for (std::size_t field = 0; field < sightings_.fields.size(); ++field) {
    const auto level = told(pattern, field), before = told(best.pattern, field);
    if (level == 0 || (before != 0 && before < level)) continue;
    const auto& column = sightings_.fields[field];
    const auto value = column.of_row[row];
    auto& kept = best.values[field];
    if (before == level && column.counts[kept] <= column.counts[value]) continue;
    best.pattern &= ~(kPatternMask << (kPatternBits * field));
    best.pattern |= telling(field, level - 1);
    kept = value;
  }
}

Said GroupEvidence::of(const std::vector<RowNumber>& a, const std::vector<RowNumber>& b,
                       bool decided) {
  const auto step_a = a.size() / kMostAsked + 1, step_b = b.size() / kMostAsked + 1;
  Best best;
  bool vetoed = false;
  for (std::size_t i = 0; i < a.size(); i += step_a) {
    for (std::size_t j = 0; j < b.size(); j += step_b) {
      const auto pattern = comparer_.compare(a[i], b[j]);
      const auto allowed = scorer_.without_vetoes(pattern);
      vetoed = vetoed || allowed != pattern;
      if (vetoed && !decided) return {kVeto, kVeto};
      take(allowed, a[i], best);
    }
  }
  comparer_.tell_home_once(best.pattern);
  const auto doubt = vetoed ? kVetoDecided : 0;
  return {scorer_.score_at_least(kVeto, best.pattern, best.values.data()) - doubt,
          scorer_.score_over_relatives(best.pattern, best.values.data()) - doubt};
}

}  // namespace hearth::link
