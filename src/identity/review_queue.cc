#include "identity/review_queue.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "identity/kept_people.h"
#include "identity/sighted_rows.h"
#include "link/doubtful_links.h"
#include "links/compared_known.h"

namespace hearth::identity {
namespace {

using PeoplePair = std::pair<std::string, std::string>;

class Queue {
 public:
  Queue(const LinkedState& state, const link::LastingPeople& people)
      : state_(state), people_(people), stay_(link::rows_to_stay(people)) {
    for (const auto& row : people.rows()) {
      const auto person = people.person_of(row);
      const auto id = state.known.at(place_of(row.input, row.row_id));
      if (!id) continue;
      person_[*id] = person;
      leader_[*id] = *id;
      ++rows_of_[person];
    }
    join_what_is_sure();
    for (const auto& [row, leader] : leader_) ++rows_of_part_[this->leader(row)];
    note_who_differ();
  }

  std::vector<DoubtfulPair> pairs(const std::vector<links::LikelyPair>& doubtful) {
    std::map<links::RowPair, std::size_t> between;  // two parts: where their strongest pair is
    std::vector<DoubtfulPair> pairs;
    for (const auto& pair : doubtful) {
      if (!person_.contains(pair.rows.a) || !person_.contains(pair.rows.b)) continue;
      if (is_decided(pair.rows)) continue;
      auto found = pair_of(pair);
      if (!found.changes) {
        pairs.push_back(std::move(found));
        continue;
      }
      const auto [a, b] = std::minmax({leader(pair.rows.a), leader(pair.rows.b)});
      const auto [at, added] = between.emplace(links::RowPair{a, b}, pairs.size());
      if (added) {
        pairs.push_back(std::move(found));
      } else if (is_stronger(found, pairs[at->second])) {
        pairs[at->second] = std::move(found);
      }
    }
    const auto link_at = link::bits(state_.learnt.model.link_at);
    std::ranges::sort(pairs, {}, [&](const DoubtfulPair& pair) {
      return std::tuple(!pair.changes, -static_cast<std::int64_t>(pair.at_stake),
                        std::abs(pair.bits - link_at), pair.a, pair.b);
    });
    return pairs;
  }

 private:
  static bool is_stronger(const DoubtfulPair& one, const DoubtfulPair& other) {
    if (one.bits != other.bits) return one.bits > other.bits;
    return std::pair(one.a, one.b) < std::pair(other.a, other.b);
  }

  links::RowId leader(links::RowId row) {
    while (leader_.at(row) != row) row = leader_[row] = leader_.at(leader_.at(row));
    return row;
  }
  void join(links::RowId a, links::RowId b) {
    if (person_.contains(a) && person_.contains(b) && person_[a] == person_[b]) {
      leader_[leader(a)] = leader(b);
    }
  }

  void join_what_is_sure() {
    const auto sure = link::bits(state_.learnt.model.doubt_to);
    for (const auto& [row, person] : person_) {
      for (const auto& pair : state_.known.likely_with(row)) {
        if (pair.bits >= sure) join(pair.rows.a, pair.rows.b);
      }
    }
    for (const auto& pair : state_.said) {
      const auto a = state_.known.at(pair.a), b = state_.known.at(pair.b);
      if (!a || !b) continue;
      said_.insert({std::min(*a, *b), std::max(*a, *b)});
      if (pair.same) join(*a, *b);
    }
  }

  // Of whom somebody said that they are two: of rows of theirs, or by rejecting a merge.
  void note_who_differ() {
    std::map<std::int64_t, const link::PersonEvent*> merges;
    for (const auto& event : people_.events()) {
      if (event.what == link::PersonHappened::MergeProposed) merges[event.number] = &event;
      const bool rejected = event.what == link::PersonHappened::Rejected;
      if (!rejected && event.what != link::PersonHappened::SaidDifferent) continue;
      const auto at = merges.find(event.about);
      if ((rejected && at == merges.end()) || people_.is_undone(event.number)) continue;
      const auto* about = rejected ? at->second : &event;
      const auto one = people_.resolved(about->person), other = people_.resolved(about->other);
      differ_.insert(std::minmax(one, other));
    }
  }

  bool is_decided(const links::RowPair& rows) const {
    if (said_.contains(rows)) return true;
    const auto& one = person_.at(rows.a);
    const auto& other = person_.at(rows.b);
    if (one != other) return differ_.contains(std::minmax(one, other));
    return stays(rows.a) || stays(rows.b);
  }
  bool stays(links::RowId row) const {
    const auto place = state_.known.place(row);
    return !stay_.empty() && stay_.contains({input_name(place), std::to_string(place.row)});
  }

  DoubtfulPair pair_of(const links::LikelyPair& pair) {
    auto [a, b] = pair.rows;
    if (state_.known.place(b) < state_.known.place(a)) std::swap(a, b);
    DoubtfulPair found{state_.known.place(a), state_.known.place(b), person_.at(a), person_.at(b),
                       pair.bits};
    if (found.person_a != found.person_b) {
      found.changes = true;
      found.at_stake = std::min(rows_of_.at(found.person_a), rows_of_.at(found.person_b));
    } else if (leader(a) != leader(b)) {
      found.changes = true;
      found.at_stake = std::min(rows_of_part_.at(leader(a)), rows_of_part_.at(leader(b)));
    }
    return found;
  }

  const LinkedState& state_;
  const link::LastingPeople& people_;
  std::set<link::RowKey> stay_;
  std::map<links::RowId, std::string> person_;
  std::map<links::RowId, links::RowId>
      leader_;  // of the parts of a person that sure pairs hold together
  std::map<std::string, std::size_t> rows_of_;
  std::map<links::RowId, std::size_t> rows_of_part_;  // by leader
  std::set<PeoplePair> differ_;
  std::set<links::RowPair> said_;
};

// How each pair agrees, by the model.
void explain(const LinkedState& state, std::vector<DoubtfulPair>& pairs) {
  std::vector<links::RowId> ids;
  std::map<SightingPlace, link::RowNumber> number;
  const auto add = [&](const SightingPlace& place) {
    if (!number.emplace(place, static_cast<link::RowNumber>(ids.size())).second) return;
    ids.push_back(*state.known.at(place));
  };
  for (const auto& pair : pairs) {
    add(pair.a);
    add(pair.b);
  }
  const links::ComparedKnown rows(state.learnt.model, state.counts, state.known, std::move(ids));
  link::PairExplainer explain(rows);
  for (auto& pair : pairs) pair.explained = explain(number.at(pair.a), number.at(pair.b));
}

}  // namespace

ReviewQueue review_queue(const LinkedState& state, std::size_t most) {
  const auto doubtful = state.known.pairs_below(link::bits(state.learnt.model.doubt_to));
  std::set<SightingPlace> places;
  for (const auto& pair : doubtful) {
    places.insert(state.known.place(pair.rows.a));
    places.insert(state.known.place(pair.rows.b));
  }
  const auto people = people_around(state, {places.begin(), places.end()});
  ReviewQueue queue;
  queue.pairs = Queue(state, people).pairs(doubtful);
  queue.in_all = queue.pairs.size();
  queue.pairs.resize(std::min(most, queue.in_all));
  explain(state, queue.pairs);
  return queue;
}

}  // namespace hearth::identity
