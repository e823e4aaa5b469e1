#include "link/group_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearth::link {
namespace {

constexpr std::size_t kMostAsked = 24;  // rows of a group that are asked
constexpr double kVetoDecided = 10;     // bits against, of a veto that somebody overruled

using Rows = std::vector<RowNumber>;

// As many as are asked, spread over all.
Rows asked(const Rows& rows) {
  Rows some;
  for (std::size_t i = 0; i < rows.size(); i += rows.size() / kMostAsked + 1) {
    some.push_back(rows[i]);
  }
  return some;
}

// What two names agree on, and two homes, is seen only beside other fields.
bool may_veto_by_itself(const Field& field) {
  const bool name = field.kind == FieldKind::Forename || field.kind == FieldKind::Surname;
  return !name && !tells_where(field.kind) && std::ranges::any_of(field.levels, &Level::veto);
}

}  // namespace

GroupEvidence::GroupEvidence(const ComparedRows& rows) : rows_(rows), comparer_(rows.comparer()) {
  const auto& fields = rows.model().fields;
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (may_veto_by_itself(fields[field])) vetoing_.push_back(field);
  }
}

void GroupEvidence::take_values(const Rows& rows, std::size_t field,
                                std::vector<ValueNumber>& values) const {
  values.clear();
  for (const auto row : rows) {
    const auto value = rows_.values(row)[field];
    if (value != 0 && std::ranges::find(values, value) == values.end()) values.push_back(value);
  }
}

// Most groups that are asked about are of two people, and this is what shows it.
bool GroupEvidence::one_field_vetoes(const Rows& a, const Rows& b) {
  for (const auto field : vetoing_) {
    const auto& levels = rows_.model().fields[field].levels;
    take_values(a, field, of_a_);
    take_values(b, field, of_b_);
    for (const auto value : of_a_) {
      for (const auto other : of_b_) {
        const auto level = comparer_.level(field, value, other);
        if (level != PairComparer::kNotCompared && levels[level].veto) return true;
      }
    }
  }
  return false;
}

struct GroupEvidence::Best {
  Pattern pattern = 0;
  std::array<ValueNumber, kMostFields> values{};  // of what is exactly the same, the rarest
  Rarities rarities{};                            // and how rare that is
  // By field: in how many pairs of rows it is told, and in how many as well as here.
  std::array<double, kMostFields> told{}, so_well{};
};

void GroupEvidence::take(Pattern pattern, const ValueNumber* values, Best& best) const {
  for (std::size_t field = 0; field < rows_.model().fields.size(); ++field) {
    const auto level = told(pattern, field), before = told(best.pattern, field);
    if (level == 0) continue;
    ++best.told[field];
    if (before != 0 && before < level) continue;
    best.so_well[field] = before == level ? best.so_well[field] + 1 : 1;
    if (before == level && best.values[field] == values[field]) continue;
    const auto rarity = level == 1 ? rows_.rarity(field, values[field]) : 0;
    if (before == level && best.rarities[field] <= rarity) continue;
    best.pattern &= ~(kPatternMask << (kPatternBits * field));
    best.pattern |= telling(field, level - 1);
    best.values[field] = values[field];
    best.rarities[field] = rarity;
  }
}

// What agrees in few of the pairs in which it is told may do so by chance: among many, somebody's
// name is like somebody else's.
double GroupEvidence::by_chance(const Best& best) const {
  double bits = 0;
  for (std::size_t field = 0; field < rows_.model().fields.size(); ++field) {
    const auto level = told(best.pattern, field);
    if (level == 0 || level == rows_.model().fields[field].levels.size()) continue;
    bits += std::log2(best.told[field] / best.so_well[field]);
  }
  return bits;
}

Said GroupEvidence::of(const Rows& all_a, const Rows& all_b, bool decided) {
  const auto& scorer = rows_.scorer();
  const auto a = asked(all_a), b = asked(all_b);
  if (!decided && one_field_vetoes(a, b)) return {kVeto, kVeto};
  Best best;
  bool vetoed = false;
  for (const auto row : a) {
    for (const auto other : b) {
      const auto pattern = comparer_.compare(rows_.values(row), rows_.values(other));
      const auto allowed = scorer.without_vetoes(pattern);
      vetoed = vetoed || allowed != pattern;
      if (vetoed && !decided) return {kVeto, kVeto};
      take(allowed, rows_.values(row), best);
    }
  }
  comparer_.tell_home_once(best.pattern);
  const auto doubt = (vetoed ? kVetoDecided : 0) + by_chance(best);
  return {scorer.score_at_least(kVeto, best.pattern, best.rarities) - doubt,
          scorer.score_over_relatives(best.pattern, best.rarities) - doubt};
}

}  // namespace hearth::link
