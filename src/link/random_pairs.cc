#include <algorithm>

#include "link/parallel.h"
#include "link/sampled_pairs.h"
#include "link/train.h"

namespace hearth::link {
namespace {

constexpr std::size_t kEnoughPairs = 400'000;
constexpr double kSeenHalf = 0.5;  // a level never seen counts as half a pair

using LevelCounts = std::vector<std::vector<double>>;

LevelCounts no_counts(const Model& model) {
  LevelCounts counts;
  for (const auto& field : model.fields) counts.emplace_back(field.levels.size(), 0.0);
  return counts;
}

void add(LevelCounts& counts, const LevelCounts& more) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::size_t j = 0; j < counts[i].size(); ++j) counts[i][j] += more[i][j];
  }
}

// Pairs each row with those so many places further on in the order of contents, which is as good as
// none; the steps differ by a fixed rule.
class Steps {
 public:
  explicit Steps(std::size_t rows) : rows_(rows) {
    const auto most = rows / 2;
    const auto count = std::min(most, kEnoughPairs / std::max<std::size_t>(rows, 1) + 1);
    for (std::size_t i = 0; i < count; ++i) {
      steps_.push_back(count == most ? i + 1 : 1 + mixed(i, rows) % most);
    }
  }

  std::size_t size() const { return steps_.size(); }
  std::size_t from(std::size_t row, std::size_t step) const { return (row + steps_[step]) % rows_; }

 private:
  std::size_t rows_;
  std::vector<std::size_t> steps_;
};

LevelCounts count_levels(const Model& model, const Sightings& sightings, int threads) {
  constexpr std::size_t kParts = 32;
  const auto rows = rows_by_content(sightings);
  const Steps steps(rows.size());
  std::vector<LevelCounts> counts(static_cast<std::size_t>(threads), no_counts(model));
  std::vector<PairComparer> comparers;
  for (int i = 0; i < threads; ++i) comparers.emplace_back(model, sightings);
  in_parallel(kParts, threads, [&](std::size_t part, std::size_t thread) {
    for (auto i = rows.size() * part / kParts; i < rows.size() * (part + 1) / kParts; ++i) {
      for (std::size_t step = 0; step < steps.size(); ++step) {
        const auto pattern =
            comparers[thread].compare(sightings, rows[i], rows[steps.from(i, step)]);
        for (std::size_t field = 0; field < model.fields.size(); ++field) {
          if (told(pattern, field) != 0) ++counts[thread][field][told(pattern, field) - 1];
        }
      }
    }
  });
  for (std::size_t i = 1; i < counts.size(); ++i) add(counts[0], counts[i]);
  return counts[0];
}

// The chance that two rows have the same value.
double chance_of_same(const FieldColumn& field) {
  std::vector<double> counts(field.values->size());
  for (const auto value : field.of_row) ++counts[value];
  double same = 0, known = 0;
  for (std::size_t value = 1; value < counts.size(); ++value) {
    same += counts[value] * (counts[value] - 1);
    known += counts[value];
  }
  return known > 1 ? same / (known * (known - 1)) : 0;
}

}  // namespace

LevelShares random_level_shares(const Model& model, const Sightings& sightings, int threads) {
  auto shares = count_levels(model, sightings, threads);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    auto& levels = shares[i];
    const bool exact_first = model.fields[i].levels.front().agreement == Agreement::Exact;
    const auto same =
        exact_first ? std::clamp(chance_of_same(sightings.fields[i]), 1e-9, 0.999) : 0;
    if (exact_first) levels[0] = 0;
    double seen = 0;
    for (std::size_t j = exact_first ? 1 : 0; j < levels.size(); ++j) {
      levels[j] += kSeenHalf;
      seen += levels[j];
    }
    for (auto& share : levels) share = share / seen * (1 - same);
    if (exact_first) levels[0] = same;
  }
  return shares;
}

}  // namespace hearth::link
