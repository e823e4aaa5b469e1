#include "identity/reach.h"

#include <algorithm>

namespace hearth::identity {

Reach::Reach(const KnownRows& known, const std::vector<SaidPair>& said,
             const std::vector<PersonEventEntry>& decisions)
    : known_(known), ids_(decisions), reached_(known.size()) {
  for (const auto& pair : said) {
    const auto a = known.at(pair.a), b = known.at(pair.b);
    if (!pair.same || !a || !b) continue;
    same_[*a].push_back(*b);
    same_[*b].push_back(*a);
  }
}

void Reach::go(const std::vector<RowId>& from) {
  for (const auto row : from) reach(row);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto row = rows_[i];
    for (const auto& pair : known_.likely_with(row)) {
      reach(pair.rows.b);
      if (row < pair.rows.b) pairs_.push_back(pair);
    }
    if (const auto same = same_.find(row); same != same_.end()) {
      for (const auto other : same->second) reach(other);
    }
    follow(known_.person(row));
  }
  std::ranges::sort(rows_);
}

std::vector<link::ScoredPair> Reach::pairs() const {
  std::vector<link::ScoredPair> pairs;
  const auto number = [&](RowId row) {
    return static_cast<link::RowNumber>(std::ranges::lower_bound(rows_, row) - rows_.begin());
  };
  for (const auto& [rows, bits] : pairs_) {
    pairs.push_back({number(rows.a), number(rows.b), bits});
  }
  return pairs;
}

void Reach::reach(RowId row) {
  if (reached_[row]) return;
  reached_[row] = true;
  rows_.push_back(row);
  known_.fetch_row(row);
}

// All rows of a person, and of those that decisions tie to it.
void Reach::follow(PersonNumber person) {
  if (person == 0 || people_.contains(person)) return;
  std::set<std::string> tied;
  ids_.add_tied(link::person_id(person), tied);
  std::vector<RowId> rows;
  for (const auto& id : tied) {
    const auto other = static_cast<PersonNumber>(link::person_number(id));
    if (people_.insert(other).second) known_.of_person(other, rows);
  }
  for (const auto row : rows) reach(row);
}

}  // namespace hearth::identity
