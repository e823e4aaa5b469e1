#include "identity/import_review.h"

#include <algorithm>

#include "identity/check_review.h"
#include "identity/doubts.h"
#include "identity/kept_people.h"

namespace hearth::identity {
namespace {

using link::PersonEvent;
using link::PersonHappened;

std::vector<SightingPlace> places_of(const AnsweredReview& review) {
  std::set<SightingPlace> places;
  for (const auto& answer : review.answers) places.insert({answer.a, answer.b});
  return {places.begin(), places.end()};
}

// The answers as events: first those that part people, so that what is joined then is what is left.
std::vector<AnsweredPair> in_order(const AnsweredReview& review) {
  auto answers = review.answers;
  std::ranges::stable_sort(answers, {}, &AnsweredPair::same);
  return answers;
}

// What was said before, and these answers as if they had been said.
std::vector<PersonEventEntry> with_answers(const LinkedState& state,
                                           const std::vector<AnsweredPair>& answers, Date on) {
  auto decisions = state.decisions;
  auto number = state.last.last_event;
  for (const auto& answer : answers) {
    PersonEventEntry said;
    said.number = ++number;
    said.day = on;
    said.what = answer.same ? "said_same" : "said_different";
    said.rows = {std::min(answer.a, answer.b), std::max(answer.a, answer.b)};
    decisions.push_back(std::move(said));
  }
  return decisions;
}

class Taking {
 public:
  Taking(const ChangedClusters& changed, link::LastingPeople& people, Date on)
      : people_(people), on_(on) {
    for (link::RowNumber row = 0; row < changed.places.size(); ++row) {
      cluster_of_[key_of(changed.places[row])] = changed.clusters.of_row[row];
    }
  }

  void take(const AnsweredPair& answer) {
    const auto a = key_of(answer.a), b = key_of(answer.b);
    const auto one = person_of(a), other = person_of(b);
    const bool parts = !answer.same && one == other;
    const auto older = std::min(one, other);
    auto newer = std::max(one, other);
    if (parts) newer = people_.new_person();
    PersonEvent said{0,
                     on_,
                     answer.same ? PersonHappened::SaidSame : PersonHappened::SaidDifferent,
                     older,
                     newer == older ? std::string() : newer,
                     0,
                     answer.by,
                     answer.reason,
                     {std::min(a, b), std::max(a, b)}};
    const auto number = people_.record(std::move(said));
    if (parts) {
      people_.record({0, on_, PersonHappened::Split, older, newer, number, answer.by, answer.reason,
                      leaving(older, a, b)});
    } else if (answer.same && one != other) {
      people_.record(
          {0, on_, PersonHappened::Merged, older, newer, number, answer.by, answer.reason, {}});
    }
  }

 private:
  std::string person_of(const link::RowKey& key) const {
    return people_.person_of(*people_.find(key));
  }

  // The person's sightings that go with the one or with the other: the fewer, or else the latter.
  std::vector<link::RowKey> leaving(const std::string& person, const link::RowKey& a,
                                    const link::RowKey& b) const {
    std::vector<link::RowKey> with_a, with_b;
    for (const auto& row : people_.rows()) {
      const link::RowKey key(row.input, row.row_id);
      const auto at = cluster_of_.find(key);
      if (at == cluster_of_.end() || people_.person_of(row) != person) continue;
      if (at->second == cluster_of_.at(a)) with_a.push_back(key);
      if (at->second == cluster_of_.at(b)) with_b.push_back(key);
    }
    auto& fewer = with_a.size() < with_b.size() ? with_a : with_b;
    std::ranges::sort(fewer);
    return fewer;
  }

  link::LastingPeople& people_;
  Date on_;
  std::map<link::RowKey, std::uint32_t> cluster_of_;
};

std::vector<links::RowId> rows_at(const links::KnownRows& known,
                                  const std::vector<SightingPlace>& places) {
  std::vector<links::RowId> rows;
  for (const auto& place : places) {
    if (const auto row = known.at(place)) rows.push_back(*row);
  }
  return rows;
}

Result<void> commit(PeopleBook& book, const LinkedState& state, const link::LastingPeople& people,
                    Date on, ImportedReview& imported) {
  auto run = run_of(people, state.last, on);
  run.model = state.last.model;
  run.loads = state.last.loads;
  const auto count = [&](std::string_view what) {
    return static_cast<std::size_t>(std::ranges::count(run.events, what, &PersonEventEntry::what));
  };
  imported.same = count("said_same");
  imported.different = count("said_different");
  imported.merged = count("merged");
  imported.split = count("split");
  imported.first_event = run.events.front().number;
  imported.last_event = run.last_event;
  return commit_run(book, std::move(run), state.last.seal);
}

}  // namespace

Result<ImportedReview> import_review(const ImportReviewRequest& request) {
  if (const auto there = Store::open_to_read(request.store); !there) {
    return std::unexpected(there.error());
  }
  auto review = read_review_workbook(request.workbook);
  if (!review) return std::unexpected(review.error());
  ImportedReview imported;
  imported.left = review->left;
  const auto refused = [&] {
    review->diagnostics.sort();
    imported.diagnostics = std::move(review->diagnostics);
    return imported.diagnostics.has_errors();
  };
  if (refused() || review->answers.empty()) return imported;
  auto store = Store::open_to_load(request.store, request.on, request.waiting);
  if (!store) return std::unexpected(store.error());
  const auto state = linked_state(*store);
  if (!state) return std::unexpected(state.error());
  check_review(*review, *state, people_around(*state, places_of(*review)));
  if (refused()) return imported;
  // The answers are sound, each by itself and beside the others.
  const auto answers = in_order(*review);
  const auto decisions = with_answers(*state, answers, request.on);
  const auto changed = changed_clusters(state->learnt, state->counts, state->known,
                                        rows_at(state->known, places_of(*review)), decisions);
  auto people = people_of(changed.sighted, state->decisions, state->last);
  Taking taking(changed, people, request.on);
  for (const auto& answer : answers) taking.take(answer);
  check_outcome(*review, *state, people);
  if (refused()) return imported;
  people.take(key_of(changed), changed.clusters, request.on);
  PeopleBook book(store->casebook);
  HEARTH_TRY(record_doubts(changed, people, book, request.on));
  HEARTH_TRY(commit(book, *state, people, request.on, imported));
  return imported;
}

}  // namespace hearth::identity
