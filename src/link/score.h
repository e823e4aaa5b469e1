// What the agreement of two sightings is worth: the odds, in bits, that they are one person.
//
// Each field that is compared adds its weight, log2(m / u). Where values are exactly the same, u is
// how often that very value stands: a rare surname says more than a common one. Last, what speaks
// for two people of one household is taken off; those who have one forename and one home are a
// generation apart.
// Fields that are not compared add nothing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "link/model.h"
#include "link/pattern.h"
#include "link/sightings.h"

namespace hearth::link {

inline constexpr double kVeto = -1000;  // no odds at all

// Of a row, by field: log2 of the share of rows that have the very value it has.
using Rarities = std::array<float, kMostFields>;

// One bar of a waterfall.
struct Step {
  std::size_t field = 0;
  std::size_t level = 0;
  double weight = 0;  // bits
};

struct Explained {
  double prior = 0;  // bits
  std::vector<Step> steps;
  double relatives = 0;  // never above 0: what speaks for a relative
  double total = 0;
  bool vetoed = false;
};

// Of a pair either row's rarities do: they count where both have one value.
class Scorer {
 public:
  // Of `sightings` it takes how many rows have each field, and how alike they are.
  Scorer(const Model& model, const Sightings& sightings);

  float rarity(std::size_t field, std::uint32_t count) const;  // of a value that so many rows have
  // In bits, of one field by itself; kVeto if it rules a match out. With `base`, no pair is worth
  // more than the sum of its fields.
  double weight(std::size_t field, std::size_t level, float rarity) const;
  double base() const { return prior_ - log2_stranger_; }
  double score(Pattern pattern, const Rarities& a) const {
    return score_at_least(kVeto - 1, pattern, a);
  }
  // Exact if it is `least` or more, else something below `least`.
  double score_at_least(double least, Pattern pattern, const Rarities& a) const;
  // The same against a relative alone: how likely strangers are is no matter.
  double score_over_relatives(Pattern pattern, const Rarities& a) const;
  // The pattern without the fields that rule a match out.
  Pattern without_vetoes(Pattern pattern) const;
  Explained explain(Pattern pattern, const Rarities& a) const;

 private:
  struct Weights {
    double match = 0;     // log2(m / u)
    double relative = 0;  // log2(relative / u)
    bool veto = false;
    bool by_value = false;  // u is the value's own
  };

  struct Sums {
    double match = 0, relative = 0;  // log2 of how likely each is, beside a stranger
    bool vetoed = false;
  };

  Sums sums(Pattern pattern, const Rarities& a) const;
  bool namesakes_of_one_age(Pattern pattern) const;
  Weights weights_of(std::size_t field, std::size_t level, float rarity) const;

  std::vector<std::vector<Weights>> weights_;  // by field and level
  std::vector<double> known_, correction_;     // by field: of the shares of its values
  std::vector<double> least_relative_;         // by field: log2 of the least chance for relatives
  std::vector<bool> at_home_;
  std::optional<std::size_t> forename_, birth_date_;
  std::vector<bool> of_one_age_;        // by level of the birth date
  std::vector<bool> where_;             // by field: that it tells where somebody lives
  double prior_ = 0;                    // log2
  double stranger_ = 0, relative_ = 0;  // priors themselves
  double log2_stranger_ = 0;
};

// The rarities of rows that are all at hand.
class RowRarities {
 public:
  RowRarities(const Scorer& scorer, const Sightings& sightings);

  Rarities of(const ValueNumber* values) const;  // by field
  Rarities of(RowNumber row) const;
  float of(std::size_t field, ValueNumber value) const { return of_value_[field][value]; }

 private:
  const Sightings& sightings_;
  std::vector<std::vector<float>> of_value_;  // by field and value
};

double probability(double bits);
double bits(double probability);

}  // namespace hearth::link
