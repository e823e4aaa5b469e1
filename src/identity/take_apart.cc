#include "identity/take_apart.h"

#include <algorithm>

#include "identity/rule_keys.h"

namespace hearth::identity {
namespace {

// The rows as if they had just been read, but for their places.
link::Sightings sightings_of(const Learnt& learnt, const links::ValueCounts& counts,
                             const links::KnownRows& known, const std::vector<links::RowId>& rows) {
  auto sightings = link::no_rows(learnt.model);
  sightings.input_of.resize(rows.size());
  for (std::size_t i = 0; i < sightings.fields.size(); ++i) {
    auto& field = sightings.fields[i];
    for (const auto row : rows) {
      const auto value = known.cells(row)[i];
      field.of_row.push_back(value == 0 ? 0 : field.values->number(known.text(value)));
    }
  }
  link::count_values(sightings);
  counts.tell_of_all(sightings);
  return sightings;
}

// The rows that have a key, whose pairs it brought.
class Block {
 public:
  Block(const Learnt& learnt, const links::ValueCounts& counts, const links::KnownRows& all,
        std::vector<links::RowId> rows)
      : all_(all),
        rows_(std::move(rows)),
        largest_(learnt.model.blocking.largest_block),
        keys_(rule_keys(learnt, sightings_of(learnt, counts, all, rows_), 1)) {}

  void take_apart(std::vector<links::RowPair>& apart) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const auto& pair : all_.likely_with(rows_[i])) {
        const auto other = std::ranges::lower_bound(rows_, pair.rows.b);
        if (pair.rows.b <= rows_[i] || other == rows_.end() || *other != pair.rows.b) continue;
        if (!still_brought(i, static_cast<std::size_t>(other - rows_.begin()))) {
          apart.push_back(pair.rows);
        }
      }
    }
  }

 private:
  bool still_brought(std::size_t i, std::size_t j) const {
    return std::ranges::any_of(keys_, [&](const auto& of_row) {
      return of_row[i] != 0 && of_row[i] == of_row[j] && all_.count(of_row[i]) <= largest_;
    });
  }

  const links::KnownRows& all_;
  std::vector<links::RowId> rows_;  // in order
  std::size_t largest_;
  RuleKeys keys_;  // by rule and row of the block
};

template <typename List>
void keep_each_once(List& list) {
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

std::vector<links::RowPair> taken_apart(const Learnt& learnt, const links::ValueCounts& counts,
                                        const links::KnownRows& all, links::RowId first_new,
                                        std::vector<std::uint64_t> keys) {
  keep_each_once(keys);
  std::vector<links::RowPair> apart;
  for (const auto key : keys) {
    const auto new_rows = all.files().back().with(key).size();
    if (all.count(key) - new_rows > learnt.model.blocking.largest_block) continue;  // it was before
    std::vector<links::RowId> rows;
    all.with(key, rows);
    std::erase_if(rows, [&](links::RowId row) { return row >= first_new; });
    std::ranges::sort(rows);
    Block(learnt, counts, all, std::move(rows)).take_apart(apart);
  }
  keep_each_once(apart);
  return apart;
}

}  // namespace hearth::identity
