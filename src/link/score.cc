#include "link/score.h"

#include <algorithm>
#include <cmath>

namespace hearth::link {
namespace {

constexpr double kNought = 1e-12;

double log2_of(double chance) { return std::log2(std::max(chance, kNought)); }

// Other agreements of dates may be of people some decades apart.
bool is_one_age(Agreement agreement) {
  return agreement == Agreement::Exact || agreement == Agreement::Swapped ||
         agreement == Agreement::Near || agreement == Agreement::Year;
}

// By how much matches among the rows make values look more common than strangers share them.
double correction(const Level& exact, const FieldColumn& column) {
  const auto known = static_cast<double>(column.known);
  const auto share = known > 1 ? column.same / (known * (known - 1)) : 0;
  return share > 0 ? std::clamp(exact.u / share, 0.02, 1.0) : 1.0;
}

}  // namespace

Scorer::Scorer(const Model& model, const Sightings& sightings) {
  prior_ = log2_of(model.priors.match);
  relative_ = model.priors.relative;
  stranger_ = 1 - model.priors.match - model.priors.relative;
  log2_stranger_ = log2_of(stranger_);
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const auto& field = model.fields[i];
    const auto& exact = field.levels.front();
    if (field.kind == FieldKind::Forename) forename_ = i;
    if (field.kind == FieldKind::BirthDate) {
      birth_date_ = i;
      for (const auto& level : field.levels) of_one_age_.push_back(is_one_age(level.agreement));
    }
    auto& weights = weights_.emplace_back();
    for (const auto& level : field.levels) {
      weights.push_back({log2_of(level.m) - log2_of(level.u),
                         log2_of(level.relative) - log2_of(level.u), level.veto, false});
    }
    weights.front().by_value = has_rare_values(field.kind) && exact.agreement == Agreement::Exact;
    if (weights.front().by_value) weights.front().match = log2_of(exact.m);
    at_home_.push_back(is_shared_at_home(field.kind));
    where_.push_back(tells_where(field.kind));
    least_relative_.push_back(log2_of(exact.relative));
    known_.push_back(static_cast<double>(sightings.fields[i].known));
    correction_.push_back(correction(exact, sightings.fields[i]));
  }
}

float Scorer::rarity(std::size_t field, std::uint32_t count) const {
  if (!weights_[field].front().by_value) return 0;
  return static_cast<float>(log2_of(count / known_[field] * correction_[field]));
}

Scorer::Weights Scorer::weights_of(std::size_t field, std::size_t level, float rarity) const {
  auto weights = weights_[field][level];
  if (!weights.by_value) return weights;
  weights.match -= rarity;
  // A household shares its surname whatever it is; two of them share a birth date by being twins or
  // by chance.
  weights.relative = at_home_[field] ? least_relative_[field] - rarity
                                     : std::max(least_relative_[field] - rarity, 0.0);
  return weights;
}

double Scorer::weight(std::size_t field, std::size_t level, float rarity) const {
  const auto weights = weights_of(field, level, rarity);
  return weights.veto ? kVeto : weights.match;
}

// Of one home: father and son may have one name, brothers and sisters hardly ever.
bool Scorer::namesakes_of_one_age(Pattern pattern) const {
  if (!forename_ || !birth_date_ || told(pattern, *forename_) != 1) return false;
  const auto level = told(pattern, *birth_date_);
  if (level == 0 || !of_one_age_[level - 1]) return false;
  for (std::size_t field = 0; field < weights_.size(); ++field) {
    if (where_[field] && told(pattern, field) == 1) return true;
  }
  return false;
}

Scorer::Sums Scorer::sums(Pattern pattern, const Rarities& a) const {
  Sums sums{prior_, 0, false};
  for (std::size_t field = 0; field < weights_.size(); ++field) {
    const auto level = told(pattern, field);
    if (level == 0) continue;
    const auto weights = weights_of(field, level - 1, a[field]);
    if (weights.veto) return {0, 0, true};
    sums.match += weights.match;
    sums.relative += weights.relative;
  }
  if (namesakes_of_one_age(pattern)) {
    // No more often than strangers.
    sums.relative -= weights_of(*forename_, 0, a[*forename_]).relative;
  }
  return sums;
}

double Scorer::score_at_least(double least, Pattern pattern, const Rarities& a) const {
  const auto [match, relative, vetoed] = sums(pattern, a);
  if (vetoed) return kVeto;
  const auto most = match - log2_stranger_;  // were there no relatives
  if (most < least) return most;
  return match - std::log2(stranger_ + relative_ * std::exp2(relative));
}

double Scorer::score_over_relatives(Pattern pattern, const Rarities& a) const {
  const auto [match, relative, vetoed] = sums(pattern, a);
  return vetoed ? kVeto : match - log2_of(relative_) - relative;
}

Pattern Scorer::without_vetoes(Pattern pattern) const {
  for (std::size_t field = 0; field < weights_.size(); ++field) {
    const auto level = told(pattern, field);
    if (level == 0 || !weights_[field][level - 1].veto) continue;
    pattern &= ~(kPatternMask << (kPatternBits * field));
  }
  return pattern;
}

Explained Scorer::explain(Pattern pattern, const Rarities& a) const {
  Explained explained{prior_, {}, 0, score(pattern, a), false};
  double sum = prior_;
  for (std::size_t field = 0; field < weights_.size(); ++field) {
    const auto level = told(pattern, field);
    if (level == 0) continue;
    const auto weights = weights_of(field, level - 1, a[field]);
    explained.vetoed = explained.vetoed || weights.veto;
    explained.steps.push_back({field, level - 1, weights.match});
    sum += weights.match;
  }
  explained.relatives = explained.vetoed ? 0 : explained.total - sum;
  return explained;
}

RowRarities::RowRarities(const Scorer& scorer, const Sightings& sightings) : sightings_(sightings) {
  for (std::size_t i = 0; i < sightings.fields.size(); ++i) {
    const auto& counts = sightings.fields[i].counts;
    auto& rarities = of_value_.emplace_back(counts.size());
    for (std::size_t value = 1; value < counts.size(); ++value) {
      if (counts[value] != 0) rarities[value] = scorer.rarity(i, counts[value]);
    }
  }
}

Rarities RowRarities::of(const ValueNumber* values) const {
  Rarities rarities{};
  for (std::size_t i = 0; i < of_value_.size(); ++i) rarities[i] = of_value_[i][values[i]];
  return rarities;
}

Rarities RowRarities::of(RowNumber row) const {
  Rarities rarities{};
  for (std::size_t i = 0; i < of_value_.size(); ++i) {
    rarities[i] = of_value_[i][sightings_.fields[i].of_row[row]];
  }
  return rarities;
}

double probability(double bits) { return bits <= kVeto ? 0 : 1 / (1 + std::exp2(-bits)); }

double bits(double probability) {
  const auto p = std::clamp(probability, 1e-9, 1 - 1e-9);
  return std::log2(p / (1 - p));
}

}  // namespace hearth::link
