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
  auto known = links::KnownRows::open(folder, store.casebook, (*last)->loads, learnt->sum());
  if (!known) return std::unexpected(known.error());
  auto counts =
      links::ValueCounts::open(folder / links::counts_name((*last)->model), learnt->sum());
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

link::LastingPeople people_tied_to(const LinkedState& state, const std::set<std::string>& ids) {
  const TiedPeople tied(state.decisions);
  std::unordered_set<links::PersonNumber> people;
  for (const auto& id : ids) {
    tied.add_tied(static_cast<links::PersonNumber>(link::person_number(id)), people);
  }
  std::vector<links::RowId> rows;
  for (const auto person : people) state.known.of_person(person, rows);
  return people_of(sighted_of(state.known, rows), state.decisions, state.last);
}

link::LastingPeople people_around(const LinkedState& state,
                                  const std::vector<SightingPlace>& places) {
  std::set<std::string> people;
  for (const auto& place : places) {
    if (auto person = found_as(state.known, place)) people.insert(std::move(*person));
  }
  return people_tied_to(state, people);
}

std::optional<std::string> found_as(const links::KnownRows& known, const SightingPlace& place) {
  const auto row = known.at(place);
  if (!row || known.person(*row) == 0) return std::nullopt;
  return link::person_id(known.person(*row));
}

}  // namespace hearth::identity
