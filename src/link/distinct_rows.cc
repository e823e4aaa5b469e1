#include "link/distinct_rows.h"

#include <algorithm>
#include <bit>

namespace hearth::link {
namespace {

constexpr RowNumber kNone = UINT32_MAX;

bool say_the_same(const Sightings& sightings, RowNumber a, RowNumber b) {
  return sightings.content[a] == sightings.content[b] &&
         std::ranges::all_of(sightings.fields,
                             [&](const FieldColumn& f) { return f.of_row[a] == f.of_row[b]; });
}

// Finds the first row that says the same as one.
class FirstRows {
 public:
  explicit FirstRows(const Sightings& sightings)
      : sightings_(sightings), slots_(std::bit_ceil(2 * sightings.size() + 2), kNone) {}

  RowNumber first(RowNumber row) {
    auto at = sightings_.content[row] & (slots_.size() - 1);
    while (slots_[at] != kNone && !say_the_same(sightings_, slots_[at], row)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    if (slots_[at] == kNone) slots_[at] = row;
    return slots_[at];
  }

 private:
  const Sightings& sightings_;
  std::vector<RowNumber> slots_;
};

template <typename Value>
std::vector<Value> picked(const std::vector<Value>& all, const std::vector<RowNumber>& rows) {
  std::vector<Value> values;
  values.reserve(rows.size());
  for (const auto row : rows) values.push_back(all[row]);
  return values;
}

Sightings picked(const Sightings& all, const std::vector<RowNumber>& rows) {
  Sightings some;
  for (const auto& field : all.fields) {
    some.fields.push_back({field.kind, field.values, picked(field.of_row, rows), field.counts,
                           field.known, field.same});
  }
  some.inputs = all.inputs;
  some.input_of = picked(all.input_of, rows);
  some.content = picked(all.content, rows);
  for (const auto row : rows) some.row_ids.append(all.row_ids[row]);
  return some;
}

// What two rows that say the same are worth as a pair.
class WithItself {
 public:
  WithItself(const Model& model, const Sightings& rows)
      : rows_(rows), comparer_(model, rows), scorer_(model, rows), rarities_(scorer_, rows) {}
  double score(RowNumber row) {
    return scorer_.score(comparer_.compare(rows_, row, row), rarities_.of(row));
  }

 private:
  const Sightings& rows_;
  PairComparer comparer_;
  Scorer scorer_;
  RowRarities rarities_;
};

}  // namespace

DistinctRows distinct_rows(const Sightings& sightings) {
  DistinctRows distinct;
  distinct.of_row.resize(sightings.size());
  FirstRows firsts(sightings);
  for (RowNumber row = 0; row < sightings.size(); ++row) {
    const auto first = firsts.first(row);
    if (first == row) {
      distinct.of_row[row] = static_cast<RowNumber>(distinct.first_of.size());
      distinct.first_of.push_back(row);
    } else {
      distinct.of_row[row] = distinct.of_row[first];
    }
  }
  distinct.rows = picked(sightings, distinct.first_of);
  return distinct;
}

std::vector<ScoredPair> of_all_rows(std::vector<ScoredPair> of_distinct,
                                    const DistinctRows& distinct, const Model& model) {
  auto pairs = std::move(of_distinct);
  for (auto& pair : pairs) {
    const auto ends = std::minmax(distinct.first_of[pair.a], distinct.first_of[pair.b]);
    pair.a = ends.first;
    pair.b = ends.second;
  }
  WithItself with_itself(model, distinct.rows);
  for (RowNumber row = 0; row < distinct.of_row.size(); ++row) {
    const auto same = distinct.of_row[row];
    const auto first = distinct.first_of[same];
    if (first != row) pairs.push_back({first, row, static_cast<float>(with_itself.score(same))});
  }
  return pairs;
}

Clusters of_all_rows(const Clusters& of_distinct, const DistinctRows& distinct,
                     const Model& model) {
  std::vector<std::uint32_t> size(of_distinct.count);
  for (const auto cluster : of_distinct.of_row) ++size[cluster];
  WithItself with_itself(model, distinct.rows);
  std::vector<std::uint32_t> number(of_distinct.count, UINT32_MAX);
  Clusters all;
  all.refused = of_distinct.refused;
  all.of_row.reserve(distinct.of_row.size());
  for (const auto row : distinct.of_row) {
    const auto cluster = of_distinct.of_row[row];
    auto& of_cluster = number[cluster];
    const bool another = of_cluster == UINT32_MAX ||
                         (size[cluster] == 1 && with_itself.score(row) < bits(model.link_at));
    if (another) of_cluster = static_cast<std::uint32_t>(all.count++);
    all.of_row.push_back(of_cluster);
  }
  return all;
}

}  // namespace hearth::link
