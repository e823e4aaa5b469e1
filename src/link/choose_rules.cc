#include "link/choose_rules.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace hearth::link {
namespace {

constexpr std::size_t kDrawn = 8192;
constexpr double kLeastProbability = 0.5;  // of a sampled pair that is taken for a match
constexpr double kLeastGain = 0.0002;  // of recall; a rule that brings less is not worth its sort
constexpr double kFreePairs = 1e6;     // beyond, each pair a row must bring that much too

using Sources = std::uint64_t;  // a bit each

// Which sources agree in a pair.
Sources agreeing(const SampledPair& pair, const std::vector<KeySource>& sources,
                 const Sightings& sightings) {
  Sources agree = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto a = sources[i].of(sightings, pair.a);
    if (a != 0 && a == sources[i].of(sightings, pair.b)) agree |= Sources{1} << i;
  }
  return agree;
}

Sources needed(const BlockingRule& rule) {
  Sources all = 0;
  for (const auto source : rule.sources) all |= Sources{1} << source;
  return all;
}

// A number from 0 to 1 that depends on its two arguments alone.
double drawn(std::uint64_t a, std::uint64_t b) {
  return static_cast<double>(mixed(mixed(a, 0x5EED), b) >> 11) * 0x1p-53;
}

class Draws {
 public:
  Draws(const std::vector<KeySource>& sources, const std::vector<RuleCost>& library)
      : of_field_(kMostFields), without_(kMostFields), agreements_(kMostFields) {
    for (std::size_t i = 0; i < sources.size(); ++i) of_field_[sources[i].field] |= Sources{1} << i;
    for (std::size_t field = 0; field < kMostFields; ++field) {
      for (std::size_t rule = 0; rule < library.size(); ++rule) {
        if ((needed(library[rule].rule) & of_field_[field]) == 0) without_[field].set(rule);
      }
    }
  }

  void add(const SampledPair& pair, Sources agree) {
    for (std::size_t field = 0; field < kMostFields; ++field) {
      if (of_field_[field] == 0 || !pair.found_by.meets(without_[field])) continue;
      agreements_[field].push_back(agree & of_field_[field]);
    }
  }

  // Matches put together of fields that were seen in different ones.
  std::vector<Sources> draw() {
    for (auto& seen : agreements_) std::ranges::sort(seen);  // not by the order of rows
    std::vector<Sources> draws(kDrawn);
    for (std::size_t i = 0; i < kDrawn; ++i) {
      for (std::size_t field = 0; field < kMostFields; ++field) {
        const auto& seen = agreements_[field];
        if (seen.empty()) continue;
        const auto at = drawn(i, field) * static_cast<double>(seen.size());
        draws[i] |= seen[std::min(static_cast<std::size_t>(at), seen.size() - 1)];
      }
    }
    return draws;
  }

 private:
  std::vector<Sources> of_field_;
  std::vector<RuleSet> without_;  // the rules that do not ask the field
  std::vector<std::vector<Sources>> agreements_;
};

// A number of a person's own brings next to no pairs that are not worth it, and of rows that say
// little else all there are.
bool is_own_number(const BlockingRule& rule, const std::vector<KeySource>& sources,
                   const Model& model) {
  if (rule.sources.size() != 1) return false;
  const auto kind = model.fields[sources[rule.sources.front()].field].kind;
  return names_one_person(kind) || kind == FieldKind::AgencyNumber;
}

class Chooser {
 public:
  Chooser(const Model& model, const std::vector<KeySource>& sources,
          const std::vector<RuleCost>& library, std::vector<Sources> draws,
          const SampledPairs& sampled, std::size_t rows)
      : model_(model),
        sources_(sources),
        library_(library),
        pairs_a_sample_(static_cast<double>(rows) / static_cast<double>(sampled.chosen_rows) / 2),
        draws_(std::move(draws)),
        missed_(draws_.size(), 1.0),
        rows_(static_cast<double>(rows)),
        budget_(model.blocking.pairs_per_row * rows_),
        recall_(model.blocking.recall),
        new_pairs_(library.size()) {
    for (const auto& pair : sampled.pairs) {
      not_brought_.push_back(pair.found_by);
      pair.found_by.each([&](std::size_t i) { new_pairs_[i] += pairs_a_sample_; });
    }
  }

  ChosenRules choose() {
    ChosenRules chosen;
    while (chosen.recall < recall_) {
      const auto best = best_rule(chosen.pairs);
      if (!best) break;
      use(*best, chosen);
    }
    for (std::size_t i = 0; i < library_.size(); ++i) {
      if (!used_[i] && is_own_number(library_[i].rule, sources_, model_)) use(i, chosen);
    }
    return chosen;
  }

 private:
  void use(std::size_t rule, ChosenRules& chosen) {
    used_.set(rule);
    const auto& cost = library_[rule];
    take(cost);
    const auto pairs = static_cast<std::uint64_t>(new_pairs_[rule]);
    chosen.pairs += pairs;
    forget_brought(rule);
    double missed = 0;
    for (const auto share : missed_) missed += share;
    chosen.recall = 1 - missed / static_cast<double>(std::max<std::size_t>(draws_.size(), 1));
    chosen.rules.push_back({cost.rule, pairs, cost.rows_too_many, chosen.recall});
  }

  // Pairs that a chosen rule brings cost nothing any more.
  void forget_brought(std::size_t rule) {
    for (auto& found_by : not_brought_) {
      if (!found_by[rule]) continue;
      found_by.each([&](std::size_t i) { new_pairs_[i] -= pairs_a_sample_; });
      found_by = {};
    }
  }

  double gain(const RuleCost& cost) const {
    const auto all = needed(cost.rule);
    double found = 0;
    for (std::size_t i = 0; i < draws_.size(); ++i) {
      if ((draws_[i] & all) == all) found += missed_[i];
    }
    return found * (1 - cost.rows_too_many) / static_cast<double>(draws_.size());
  }

  double least_gain(double pairs) const {
    return kLeastGain * std::max(1.0, (pairs - kFreePairs) / rows_);
  }

  // What brings most for its pairs, and for the work that every rule is.
  std::optional<std::size_t> best_rule(std::uint64_t spent) const {
    std::optional<std::size_t> best;
    double best_value = 0;
    for (std::size_t i = 0; i < library_.size(); ++i) {
      const auto pairs = new_pairs_[i];
      if (used_[i] || static_cast<double>(spent) + pairs > budget_) continue;
      const auto found = gain(library_[i]);
      const auto value = found / (pairs + rows_);
      if (found < least_gain(pairs) || value <= best_value) continue;
      best = i;
      best_value = value;
    }
    return best;
  }

  void take(const RuleCost& cost) {
    const auto all = needed(cost.rule);
    for (std::size_t i = 0; i < draws_.size(); ++i) {
      if ((draws_[i] & all) == all) missed_[i] *= cost.rows_too_many;
    }
  }

  const Model& model_;
  const std::vector<KeySource>& sources_;
  const std::vector<RuleCost>& library_;
  std::vector<RuleSet> not_brought_;  // of sampled pairs: the rules that would bring them
  double pairs_a_sample_;             // how many of all pairs a sampled one stands for
  std::vector<Sources> draws_;
  std::vector<double> missed_;  // by draw: how much of it no rule found yet
  RuleSet used_;
  double rows_, budget_, recall_;
  std::vector<double> new_pairs_;  // by rule, of all data, which it would be the first to bring
};

}  // namespace

ChosenRules choose_rules(const Model& model, const std::vector<KeySource>& sources,
                         const std::vector<RuleCost>& library, const Sightings& sightings,
                         const SampledPairs& sampled, const std::vector<double>& matches) {
  Draws draws(sources, library);
  for (std::size_t i = 0; i < sampled.pairs.size(); ++i) {
    if (matches[i] < kLeastProbability) continue;
    draws.add(sampled.pairs[i], agreeing(sampled.pairs[i], sources, sightings));
  }
  return Chooser(model, sources, library, draws.draw(), sampled, sightings.size()).choose();
}

}  // namespace hearth::link
