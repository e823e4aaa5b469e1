#include "link/likely_pairs.h"

#include <algorithm>

namespace hearth::link {
namespace {

constexpr double kRounding = 1e-6;  // bits: sums are not made in one order

}  // namespace

LikelyPairs::LikelyPairs(const Model& model, const Scorer& scorer, PairComparer comparer,
                         double least_bits)
    : scorer_(scorer), comparer_(std::move(comparer)), least_(least_bits) {
  for (std::size_t field = 0; field < model.fields.size(); ++field) hope_for(model, field);
  std::ranges::stable_sort(order_, std::greater(), [&](std::size_t field) {
    return most_unlike_[field] - std::ranges::min(most_of_level_[field]);
  });
}

// A surname may not count, where names were swapped, nor a number of another agency. What is asked
// about two fields shows as the last level of one: it may be any.
void LikelyPairs::hope_for(const Model& model, std::size_t index) {
  const auto& field = model.fields[index];
  std::vector<double> most;
  for (std::size_t level = 0; level < field.levels.size(); ++level) {
    most.push_back(scorer_.weight(index, level, 0));
  }
  const bool exact_first = field.levels.front().agreement == Agreement::Exact;
  auto unlike = kVeto;
  for (std::size_t level = exact_first ? 1 : 0; level < most.size(); ++level) {
    unlike = std::max(unlike, most[level]);
  }
  const bool name = field.kind == FieldKind::Forename || field.kind == FieldKind::Surname;
  if (name || field.kind == FieldKind::AgencyNumber) unlike = std::max(unlike, 0.0);
  if (name) most.back() = unlike;
  is_home_.push_back(tells_where(field.kind));
  if (!is_home_.back()) order_.push_back(index);
  most_of_level_.push_back(std::move(most));
  most_unlike_.push_back(unlike);
}

// Of homes one counts.
bool LikelyPairs::may_be_likely(const ValueNumber* a, const ValueNumber* b, const Rarities& of_a) {
  auto most = scorer_.base(), home = kVeto;
  Fields unlike = 0;
  bool at_home = false;
  for (std::size_t field = 0; field < is_home_.size(); ++field) {
    if (a[field] == 0 || b[field] == 0) continue;
    const bool same = a[field] == b[field];
    const auto worth = same ? scorer_.weight(field, 0, of_a[field]) : most_unlike_[field];
    if (is_home_[field]) {
      home = std::max(home, worth);
      at_home = true;
    } else {
      most += worth;
      if (!same) unlike |= Fields{1} << field;
    }
  }
  if (at_home) most += home;
  for (const auto field : order_) {
    if (most < least_ - kRounding) return false;
    if ((unlike >> field & 1) == 0) continue;
    const auto level = comparer_.level(field, a[field], b[field]);
    const bool compared = level != PairComparer::kNotCompared;
    most += (compared ? most_of_level_[field][level] : 0) - most_unlike_[field];
  }
  return most >= least_ - kRounding;
}

std::optional<float> LikelyPairs::score(const ValueNumber* a, const ValueNumber* b,
                                        const Rarities& of_a) {
  if (least_ > kVeto && !may_be_likely(a, b, of_a)) return std::nullopt;
  const auto bits = scorer_.score_at_least(least_, comparer_.compare(a, b), of_a);
  return bits >= least_ ? std::optional(static_cast<float>(bits)) : std::nullopt;
}

}  // namespace hearth::link
