#include "identity/linked_state.h"

#include <fmt/format.h>

#include "identity/kept_people.h"

namespace hearth::identity {

Result<LinkedState> linked_state(Store& store) {
  PeopleBook book(store.casebook);
  auto last = book.last_run();
  if (!last) return std::unexpected(last.error());
  if (!*last) return failed("nobody was linked in this store yet: hearth link --store does it");
  auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  const auto model = book.model((*last)->model);
  if (!model) return std::unexpected(model.error());
  if (!*model) return failed("the casebook is damaged: a model is gone; see hearth verify");
  auto learnt = learnt_of(**model);
  if (!learnt) return std::unexpected(learnt.error());
  const auto folder = store.lake.folder() / "links";
  auto known = KnownRows::open(folder, store.casebook, (*last)->loads, learnt->sum());
  if (!known) return std::unexpected(known.error());
  auto counts = ValueCounts::open(folder / counts_name((*last)->model), learnt->sum());
  if (!*known || !counts) {
    return failed("what linking keeps in `links` is not there: hearth link --store makes it anew");
  }
  auto decisions = book.decisions();
  if (!decisions) return std::unexpected(decisions.error());
  auto said = said_pairs(*decisions);
  return LinkedState{std::move(*loads),  std::move(**last),  std::move(*learnt),
                     std::move(**known), std::move(*counts), std::move(*decisions),
                     std::move(said)};
}

Result<link::LastingPeople> people_tied_to(const LinkedState& state, PeopleBook& book,
                                           const std::set<std::string>& ids) {
  const TiedIds tied(state.decisions);
  std::set<std::string> people;
  for (const auto& id : ids) tied.add_tied(id, people);
  const auto sighted = book.found_of(people);
  if (!sighted) return std::unexpected(sighted.error());
  return people_of(*sighted, state.decisions, state.last);
}

Result<link::LastingPeople> people_around(const LinkedState& state, PeopleBook& book,
                                          const std::vector<SightingPlace>& places) {
  const auto found = book.sighted(places);
  if (!found) return std::unexpected(found.error());
  std::set<std::string> people;
  for (const auto& entry : *found) people.insert(entry.person);
  return people_tied_to(state, book, people);
}

}  // namespace hearth::identity
