// What the agreement of two sightings is worth: the odds, in bits, that they are one person.
//
// Each field that is compared adds its weight, log2(m / u). Where values are exactly the same, u is
// how often that very value stands: a rare surname says more than a common one. Last, what speaks
// for two people of one household is taken off; those who have one forename and one home are a
// generation apart.
// Fields that are not compared add nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "link/model.h"
#include "link/pattern.h"
#include "link/sightings.h"

namespace hearth::link {

inline constexpr double kVeto = -1000;  // no odds at all

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

class Scorer {
 public:
  Scorer(const Model& model, const Sightings& sightings);

  double score(Pattern pattern, RowNumber a, RowNumber b) const;
  // Exact if it is `least` or more, else something below `least`. `a` has the values by field.
  double score_at_least(double least, Pattern pattern, const ValueNumber* a) const;
  // The same against a relative alone: how likely strangers are is no matter.
  double score_over_relatives(Pattern pattern, const ValueNumber* a) const;
  // The pattern without the fields that rule a match out.
  Pattern without_vetoes(Pattern pattern) const;
  Explained explain(Pattern pattern, RowNumber a, RowNumber b) const;

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

  Sums sums(Pattern pattern, const ValueNumber* a) const;
  bool namesakes_of_one_age(Pattern pattern) const;
  Weights weights_of(std::size_t field, std::size_t level, ValueNumber value) const;

  const Sightings& sightings_;
  std::vector<std::vector<Weights>> weights_;  // by field and level
  std::vector<std::vector<float>> rarity_;     // by field and value: log2 of its u
  std::vector<double> least_relative_;         // by field: log2 of the least chance for relatives
  std::vector<bool> at_home_;
  std::optional<std::size_t> forename_, birth_date_;
  std::vector<bool> of_one_age_;        // by level of the birth date
  std::vector<bool> where_;             // by field: that it tells where somebody lives
  double prior_ = 0;                    // log2
  double stranger_ = 0, relative_ = 0;  // priors themselves
  double log2_stranger_ = 0;
};

double probability(double bits);
double bits(double probability);

}  // namespace hearth::link
