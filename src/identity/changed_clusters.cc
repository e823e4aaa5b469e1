#include "identity/changed_clusters.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "identity/gathered_rows.h"

namespace hearth::identity {
namespace {

// Forms the clusters of rows of which all are here.
void form(const Learnt& learnt, const std::vector<SaidPair>& said, ChangedClusters& changed) {
  changed.decided = decided_of(said, changed.rows);
  changed.clusters =
      link::form_clusters(learnt.model, changed.rows, changed.pairs, changed.decided);
}

class Reach {
 public:
  Reach(const KnownRows& known, const link::Sightings& rows, const FoundPairs& found,
        PeopleBook& book, const std::vector<PersonEventEntry>& decisions)
      : known_(known),
        rows_(rows),
        apart_(found.apart),
        book_(book),
        ids_(decisions),
        said_(said_pairs(decisions)) {
    for (const auto& pair : found.likely) {
      likely_[pair.rows.a].push_back(pair);
      likely_[pair.rows.b].push_back({{pair.rows.b, pair.rows.a}, pair.bits});
    }
    for (RowId row = 0; row < rows.size(); ++row) reach(known.size() + row);
    for (const auto& pair : found.apart) {
      reach(pair.a);
      reach(pair.b);
    }
    for (const auto& pair : said_) {
      const auto a = known.at(pair.a), b = known.at(pair.b);
      if (!pair.same || !a || !b) continue;
      same_[*a].push_back(*b);
      same_[*b].push_back(*a);
    }
  }
  void also(const std::vector<SightingPlace>& places) {
    for (const auto& place : places) {
      if (const auto row = known_.at(place)) reach(*row);
    }
  }

  Result<void> go() {
    while (!waiting_.empty()) {
      follow_pairs();
      HEARTH_TRY(follow_people());
    }
    return {};
  }

  Result<ChangedClusters> clusters(const Learnt& learnt, const ValueCounts& counts) {
    std::vector<RowId> reached(reached_.begin(), reached_.end());
    std::ranges::sort(reached);
    ChangedClusters changed;
    GatheredRows rows(learnt.model, counts, known_);
    std::vector<SightingPlace> places;
    for (const auto row : reached) {
      const auto number = row - known_.size();
      row < known_.size() ? rows.add_known(row) : rows.add(rows_, number);
      places.push_back(row < known_.size()
                           ? known_.place(row)
                           : place_of(rows_.inputs[rows_.input_of[number]], rows_.row_ids[number]));
    }
    changed.rows = std::move(rows).take_with(places);
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const auto& pair : pairs_of(reached[i])) {
        const auto other = std::ranges::lower_bound(reached, pair.rows.b);
        if (pair.rows.b < reached[i]) continue;  // it comes from the other side
        changed.pairs.push_back({static_cast<link::RowNumber>(i),
                                 static_cast<link::RowNumber>(other - reached.begin()), pair.bits});
      }
    }
    form(learnt, said_, changed);
    changed.sighted = std::move(sighted_);
    return changed;
  }

 private:
  void reach(RowId row) {
    if (reached_.insert(row).second) waiting_.push_back(row);
  }

  std::vector<LikelyPair> pairs_of(RowId row) const {
    std::vector<LikelyPair> pairs;
    if (row < known_.size()) pairs = known_.likely_with(row);
    std::erase_if(pairs, [&](const LikelyPair& pair) {
      const auto [a, b] = std::minmax(pair.rows.a, pair.rows.b);
      return std::ranges::binary_search(apart_, RowPair{a, b});
    });
    const auto more = likely_.find(row);
    if (more != likely_.end()) pairs.insert(pairs.end(), more->second.begin(), more->second.end());
    return pairs;
  }

  void follow_pairs() {
    while (!waiting_.empty()) {
      const auto row = waiting_.back();
      waiting_.pop_back();
      if (row < known_.size()) asked_.push_back(known_.place(row));
      for (const auto& pair : pairs_of(row)) reach(pair.rows.b);
      if (const auto same = same_.find(row); same != same_.end()) {
        for (const auto other : same->second) reach(other);
      }
    }
  }

  // All rows of the people the rows reached are of.
  Result<void> follow_people() {
    const auto found = book_.sighted(std::exchange(asked_, {}));
    if (!found) return std::unexpected(found.error());
    std::set<std::string> people;
    for (const auto& entry : *found) {
      if (!people_.contains(entry.person)) ids_.add_tied(entry.person, people);
    }
    auto more = book_.found_of(people);
    if (!more) return std::unexpected(more.error());
    people_.merge(people);
    for (auto& entry : *more) {
      if (const auto row = known_.at(entry.place)) reach(*row);
      sighted_.push_back(std::move(entry));
    }
    return {};
  }

  const KnownRows& known_;
  const link::Sightings& rows_;
  const std::vector<RowPair>& apart_;
  PeopleBook& book_;
  TiedIds ids_;
  std::vector<SaidPair> said_;
  std::unordered_map<RowId, std::vector<LikelyPair>> likely_;  // found now, both ways
  std::unordered_map<RowId, std::vector<RowId>> same_;         // said to be one person's
  std::unordered_set<RowId> reached_;
  std::vector<RowId> waiting_;
  std::vector<SightingPlace> asked_;
  std::set<std::string> people_;  // whose rows are all reached
  std::vector<SightedEntry> sighted_;
};

// Nobody was known: all rows are new, and in reach.
ChangedClusters all_clusters(const Learnt& learnt, link::Sightings rows, const FoundPairs& found,
                             const std::vector<PersonEventEntry>& decisions) {
  ChangedClusters changed;
  for (const auto& pair : found.likely) {
    changed.pairs.push_back({pair.rows.a, pair.rows.b, pair.bits});
  }
  changed.rows = std::move(rows);
  form(learnt, said_pairs(decisions), changed);
  return changed;
}

}  // namespace

Result<ChangedClusters> changed_clusters(const Learnt& learnt, const ValueCounts& counts,
                                         const KnownRows& known, link::Sightings rows,
                                         const FoundPairs& found, PeopleBook& book,
                                         const std::vector<PersonEventEntry>& decisions,
                                         const std::vector<SightingPlace>& also) {
  if (known.empty()) {
    auto changed = all_clusters(learnt, std::move(rows), found, decisions);
    auto sighted = book.sighted();
    if (!sighted) return std::unexpected(sighted.error());
    changed.sighted = std::move(*sighted);
    return changed;
  }
  Reach reach(known, rows, found, book, decisions);
  reach.also(also);
  HEARTH_TRY(reach.go());
  return reach.clusters(learnt, counts);
}

}  // namespace hearth::identity
