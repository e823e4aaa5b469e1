#include "identity/changed_clusters.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "identity/compared_known.h"

namespace hearth::identity {
namespace {

// The rows that new ones lead to.
class Reach {
 public:
  Reach(const KnownRows& known, const std::vector<SaidPair>& said,
        const std::vector<PersonEventEntry>& decisions)
      : known_(known), ids_(decisions), reached_(known.size()) {
    for (const auto& pair : said) {
      const auto a = known.at(pair.a), b = known.at(pair.b);
      if (!pair.same || !a || !b) continue;
      same_[*a].push_back(*b);
      same_[*b].push_back(*a);
    }
  }

  void go(const std::vector<RowId>& from) {
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

  std::vector<RowId> rows() const { return rows_; }  // in order
  // What joins them, by their places among them.
  std::vector<link::ScoredPair> pairs() const {
    std::vector<link::ScoredPair> pairs;
    const auto number = [&](RowId row) {
      return static_cast<link::RowNumber>(std::ranges::lower_bound(rows_, row) - rows_.begin());
    };
    for (const auto& [rows, bits] : pairs_) {
      pairs.push_back({number(rows.a), number(rows.b), bits});
    }
    return pairs;
  }

 private:
  void reach(RowId row) {
    if (reached_[row]) return;
    reached_[row] = true;
    rows_.push_back(row);
  }

  // All rows of a person, and of those that decisions tie to it.
  void follow(PersonNumber person) {
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

  const KnownRows& known_;
  TiedIds ids_;
  std::unordered_map<RowId, std::vector<RowId>> same_;  // said to be one person's
  std::vector<bool> reached_;                           // by row
  std::vector<RowId> rows_;                             // first as they were reached
  std::vector<LikelyPair> pairs_;                       // each once
  std::unordered_set<PersonNumber> people_;             // whose rows are all reached
};

// Which clusters are not what they were.
class Changes {
 public:
  Changes(const KnownRows& known, const std::vector<PersonEventEntry>& decisions) : known_(known) {
    for (const auto& event : decisions) {
      for (const auto& id : {event.person, event.other}) {
        eventful_.insert(static_cast<PersonNumber>(link::person_number(id)));
      }
    }
  }

  std::vector<bool> of(const std::vector<RowId>& rows, const link::Clusters& clusters,
                       const std::vector<RowId>& from) const {
    std::vector<bool> changed(clusters.count);
    std::vector<PersonNumber> person_of(clusters.count);
    std::unordered_map<PersonNumber, std::uint32_t> cluster_of;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto person = known_.person(rows[i]);
      const auto cluster = clusters.of_row[i];
      const auto other = cluster_of.emplace(person, cluster).first->second;
      auto& first = person_of[cluster];
      if (first == 0) first = person;
      if (person == 0 || person != first || eventful_.contains(person)) changed[cluster] = true;
      if (person != 0 && other != cluster) changed[cluster] = changed[other] = true;
    }
    for (const auto row : from) {
      const auto at = std::ranges::lower_bound(rows, row) - rows.begin();
      changed[clusters.of_row[static_cast<std::size_t>(at)]] = true;
    }
    return changed;
  }

 private:
  const KnownRows& known_;
  std::unordered_set<PersonNumber> eventful_;
};

constexpr auto kLeftOut = UINT32_MAX;

// Pairs of rows by their new numbers, without those of a row that is left out.
template <typename Pairs, typename A, typename B>
void renumber(Pairs& pairs, A a, B b, const std::vector<link::RowNumber>& numbers) {
  for (auto& pair : pairs) {
    pair.*a = numbers[pair.*a];
    pair.*b = numbers[pair.*b];
  }
  std::erase_if(pairs, [&](const auto& p) { return p.*a == kLeftOut || p.*b == kLeftOut; });
}

// Leaves out the rows of clusters that did not change.
void leave_out(const std::vector<bool>& is_changed, std::vector<RowId>& rows,
               ChangedClusters& changed) {
  auto& clusters = changed.clusters;
  std::vector<link::RowNumber> numbers(rows.size(), kLeftOut);
  std::vector<std::uint32_t> cluster_numbers(clusters.count, kLeftOut);
  clusters.count = 0;
  std::size_t kept = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto cluster = clusters.of_row[row];
    if (!is_changed[cluster]) continue;
    auto& number = cluster_numbers[cluster];
    if (number == kLeftOut) number = static_cast<std::uint32_t>(clusters.count++);
    numbers[row] = static_cast<link::RowNumber>(kept);
    clusters.of_row[kept] = number;
    rows[kept++] = rows[row];
  }
  rows.resize(kept);
  clusters.of_row.resize(kept);
  renumber(changed.pairs, &link::ScoredPair::a, &link::ScoredPair::b, numbers);
  for (auto* pairs : {&changed.decided.same, &changed.decided.different}) {
    renumber(*pairs, &link::RowsPair::first, &link::RowsPair::second, numbers);
  }
}

std::vector<SightingPlace> places_of(const KnownRows& known, const std::vector<RowId>& rows) {
  std::vector<SightingPlace> places;
  for (const auto row : rows) places.push_back(known.place(row));
  return places;
}

std::vector<SightedEntry> sighted_of(const KnownRows& known, const std::vector<RowId>& rows) {
  std::vector<SightedEntry> sighted;
  for (const auto row : rows) {
    const auto person = known.person(row);
    if (person != 0) sighted.push_back({known.place(row), 0, link::person_id(person)});
  }
  return sighted;
}

}  // namespace

link::KeyOf key_of(const ChangedClusters& changed) {
  return [&](link::RowNumber row) { return key_of(changed.places[row]); };
}

ChangedClusters changed_clusters(const Learnt& learnt, const ValueCounts& counts,
                                 const KnownRows& known, const std::vector<RowId>& from,
                                 const std::vector<PersonEventEntry>& decisions) {
  const auto said = said_pairs(decisions);
  Reach reach(known, said, decisions);
  reach.go(from);
  auto rows = reach.rows();
  ChangedClusters changed;
  changed.pairs = reach.pairs();
  changed.decided = decided_of(said, places_of(known, rows));
  changed.clusters = link::form_clusters(ComparedKnown(learnt.model, counts, known, rows),
                                         changed.pairs, changed.decided);
  leave_out(Changes(known, decisions).of(rows, changed.clusters, from), rows, changed);
  changed.places = places_of(known, rows);
  changed.sighted = sighted_of(known, rows);
  changed.rows = std::make_shared<ComparedKnown>(learnt.model, counts, known, std::move(rows));
  return changed;
}

ChangedClusters all_clusters(const Learnt& learnt, const link::Sightings& rows,
                             const FoundPairs& found,
                             const std::vector<PersonEventEntry>& decisions,
                             std::vector<SightedEntry> sighted) {
  ChangedClusters changed;
  changed.rows = std::make_shared<link::ComparedSightings>(learnt.model, rows);
  for (link::RowNumber row = 0; row < rows.size(); ++row) {
    changed.places.push_back(place_of(rows.inputs[rows.input_of[row]], rows.row_ids[row]));
  }
  for (const auto& pair : found.likely) {
    changed.pairs.push_back({pair.rows.a, pair.rows.b, pair.bits});
  }
  changed.decided = decided_of(said_pairs(decisions), changed.places);
  changed.clusters = link::form_clusters(*changed.rows, changed.pairs, changed.decided);
  changed.sighted = std::move(sighted);
  return changed;
}

}  // namespace hearth::identity
