#include "link/doubtful_links.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace hearth::link {
namespace {

// Of equals that of the earlier rows, in whatever order pairs come.
bool is_stronger(const ScoredPair& x, const ScoredPair& y) {
  return std::tuple(-x.bits, x.a, x.b) < std::tuple(-y.bits, y.a, y.b);
}

class Parts {
 public:
  Parts(const LastingPeople& people, const KeyOf& key_of, const Clusters& clusters)
      : key_of_(key_of), clusters_(clusters), leader_(clusters.of_row.size()) {
    std::iota(leader_.begin(), leader_.end(), RowNumber{0});
    for (RowNumber row = 0; row < leader_.size(); ++row) {
      const auto* kept = people.find(key_of(row));
      found_as_.push_back(kept == nullptr ? std::string() : LastingPeople::found_as(*kept));
    }
  }

  RowNumber leader(RowNumber row) {
    while (leader_[row] != row) row = leader_[row] = leader_[leader_[row]];
    return row;
  }
  void join(RowNumber a, RowNumber b) {
    if (found_as_[a] == found_as_[b]) leader_[leader(a)] = leader(b);
  }
  // Whether the pair is what made one cluster of two rows of one person.
  bool holds(const ScoredPair& pair) const {
    return found_as_[pair.a] == found_as_[pair.b] &&
           clusters_.of_row[pair.a] == clusters_.of_row[pair.b];
  }

  // Of the people who have several: by person, and then by leader.
  std::map<std::string, std::map<RowNumber, std::vector<RowKey>>> several() {
    const auto people = people_of_several();
    std::map<std::string, std::map<RowNumber, std::vector<RowKey>>> parts;
    for (RowNumber row = 0; row < leader_.size(); ++row) {
      if (people.contains(found_as_[row]))
        parts[found_as_[row]][leader(row)].push_back(key_of_(row));
    }
    return parts;
  }

 private:
  // Few, so that no more is made of the many.
  std::set<std::string> people_of_several() {
    std::unordered_map<std::string_view, RowNumber> first;  // the leader that was met first
    std::set<std::string> people;
    for (RowNumber row = 0; row < leader_.size(); ++row) {
      if (found_as_[row].empty()) continue;
      const auto [at, added] = first.emplace(found_as_[row], leader(row));
      if (!added && at->second != leader(row)) people.insert(found_as_[row]);
    }
    return people;
  }

  const KeyOf& key_of_;
  const Clusters& clusters_;
  std::vector<RowNumber> leader_;
  std::vector<std::string> found_as_;  // by row
};

}  // namespace

std::set<RowKey> rows_to_stay(const LastingPeople& people) {
  std::map<std::int64_t, const PersonEvent*> splits;
  std::set<RowKey> rows;
  for (const auto& event : people.events()) {
    if (event.what == PersonHappened::SplitProposed) splits[event.number] = &event;
    if (event.what != PersonHappened::Rejected || people.is_undone(event.number)) continue;
    const auto at = splits.find(event.about);
    if (at != splits.end()) rows.insert(at->second->rows.begin(), at->second->rows.end());
  }
  return rows;
}

std::vector<DoubtfulLink> doubtful_links(const Model& model, const LastingPeople& people,
                                         const KeyOf& key_of, const Clusters& clusters,
                                         const std::vector<ScoredPair>& pairs,
                                         const DecidedPairs& decided) {
  Parts parts(people, key_of, clusters);
  const auto sure = bits(model.doubt_to);
  for (const auto& [a, b] : decided.same) parts.join(a, b);
  for (const auto& pair : pairs) {
    if (pair.bits >= sure && parts.holds(pair)) parts.join(pair.a, pair.b);
  }
  std::map<RowNumber, ScoredPair> strongest;  // by leader of a part
  for (const auto& pair : pairs) {
    const auto a = parts.leader(pair.a), b = parts.leader(pair.b);
    if (a == b || !parts.holds(pair)) continue;
    for (const auto part : {a, b}) {
      const auto [at, added] = strongest.emplace(part, pair);
      if (!added && is_stronger(pair, at->second)) at->second = pair;
    }
  }
  const auto stay = rows_to_stay(people);
  std::vector<DoubtfulLink> links;
  for (auto& [person, of_person] : parts.several()) {
    for (auto& [leader, rows] : of_person) std::ranges::sort(rows);
    const auto most = std::ranges::max_element(of_person, [](const auto& x, const auto& y) {
      if (x.second.size() != y.second.size()) return x.second.size() < y.second.size();
      return x.second.front() > y.second.front();
    });
    for (auto& [leader, rows] : of_person) {
      if (leader == most->first || stay.contains(rows.front())) continue;
      const auto at = strongest.find(leader);
      links.push_back({person, std::move(rows),
                       at == strongest.end() ? std::nullopt : std::optional(at->second)});
    }
  }
  std::ranges::sort(links, {}, [](const DoubtfulLink& link) { return link.rows.front(); });
  return links;
}

void record_doubts(LastingPeople& people, const std::vector<DoubtfulLink>& links,
                   const std::vector<PersonEvent>& standing, const WordsOf& words, Date day) {
  using Key = std::pair<std::string, std::vector<RowKey>>;
  std::set<Key> now, before;
  for (const auto& link : links) now.emplace(link.person, link.rows);
  for (const auto& doubt : standing) {
    const Key key(doubt.person, doubt.rows);
    before.insert(key);
    if (now.contains(key)) continue;
    people.record(
        {0,
         day,
         PersonHappened::DoubtEnded,
         doubt.person,
         {},
         doubt.number,
         {},
         "what joins these rows to the person's others is not doubtful any more, or gone"});
  }
  for (const auto& link : links) {
    if (before.contains(Key(link.person, link.rows))) continue;
    people.record(
        {0, day, PersonHappened::Doubted, link.person, {}, 0, {}, words(link), link.rows});
  }
}

}  // namespace hearth::link
