#include "identity/reach.h"

#include <algorithm>
#include <numeric>

namespace hearth::identity {

Reach::Reach(const links::KnownRows& known, const std::vector<SaidPair>& said,
             const std::vector<PersonEventEntry>& decisions)
    : known_(known), tied_(decisions) {
  for (const auto& pair : said) {
    const auto a = known.at(pair.a), b = known.at(pair.b);
    if (!pair.same || !a || !b) continue;
    same_[*a].push_back(*b);
    same_[*b].push_back(*a);
  }
}

void Reach::go(const std::vector<links::RowId>& from) {
  for (const auto row : from) reach(row);
  for (link::RowNumber place = 0; place < rows_.size(); ++place) {
    follow_pairs(place);
    follow_said(rows_[place]);
    follow_person(known_.person(rows_[place]));
  }
  put_in_order();
}

link::RowNumber Reach::reach(links::RowId row) {
  const auto [found, is_new] =
      place_of_.try_emplace(row, static_cast<link::RowNumber>(rows_.size()));
  if (is_new) {
    rows_.push_back(row);
    known_.fetch_row(row);
  }
  return found->second;
}

void Reach::follow_pairs(link::RowNumber place) {
  found_.clear();
  known_.likely_with(rows_[place], found_);
  for (const auto& [rows, bits] : found_) {
    const auto other = reach(rows.b);
    if (rows.a < rows.b) pairs_.push_back({place, other, bits});
  }
}

void Reach::follow_said(links::RowId row) {
  const auto same = same_.find(row);
  if (same == same_.end()) return;
  for (const auto other : same->second) reach(other);
}

// All rows of a person, and of those that decisions tie to it.
void Reach::follow_person(links::PersonNumber person) {
  if (person == 0 || people_.contains(person)) return;
  of_person_.clear();
  std::unordered_set<links::PersonNumber> tied;
  tied_.add_tied(person, tied);
  for (const auto other : tied) {
    if (people_.insert(other).second) known_.of_person(other, of_person_);
  }
  for (const auto row : of_person_) reach(row);
}

void Reach::put_in_order() {
  std::vector<link::RowNumber> by_row(rows_.size()), place(rows_.size());
  std::iota(by_row.begin(), by_row.end(), link::RowNumber{0});
  std::ranges::sort(by_row, {}, [&](link::RowNumber i) { return rows_[i]; });
  for (link::RowNumber i = 0; i < by_row.size(); ++i) place[by_row[i]] = i;
  for (auto& pair : pairs_) {
    pair.a = place[pair.a];
    pair.b = place[pair.b];
  }
  std::ranges::sort(rows_);
}

}  // namespace hearth::identity
