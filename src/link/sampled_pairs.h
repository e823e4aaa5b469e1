// What a model is trained on: some rows, with all the rows that any thinkable blocking rule brings
// them.
//
// Rows are chosen by their content, so the same rows are chosen in whatever order they came. The
// rules that found a pair are kept with it: training learns what a match looks like from pairs
// found one way, and how much another way would have missed.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "link/blocking_library.h"
#include "link/pattern.h"

namespace hearth::link {

// A set of rules of a library, by index.
class RuleSet {
 public:
  void set(std::size_t rule) { words_[rule / 64] |= std::uint64_t{1} << (rule % 64); }
  bool operator[](std::size_t rule) const { return (words_[rule / 64] >> (rule % 64) & 1) != 0; }
  bool meets(const RuleSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }
  template <typename Visit>
  void each(const Visit& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1) {
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  std::array<std::uint64_t, kMostRules / 64> words_{};
};

struct SampledPair {
  RowNumber a = 0, b = 0;  // a is one of the chosen rows
  Pattern pattern = 0;
  RuleSet found_by;
};

struct SampledPairs {
  std::vector<SampledPair> pairs;
  std::size_t chosen_rows = 0;
};

// The rows in an order that depends on what they say alone.
std::vector<RowNumber> rows_by_content(const Sightings& sightings);

SampledPairs sample_pairs(const Model& model, const std::vector<KeySource>& sources,
                          const std::vector<RuleCost>& library, const Sightings& sightings,
                          int threads);

}  // namespace hearth::link
