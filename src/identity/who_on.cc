#include "identity/who_on.h"

#include <fmt/format.h>

#include "identity/doubts_on.h"
#include "identity/kept_people.h"
#include "identity/sighted_rows.h"

namespace hearth::identity {
namespace {

Result<SightedPeople> who_at(Store& store, const LinkRunEntry& last) {
  PeopleBook book(store.casebook);
  auto decisions = book.decisions();
  if (!decisions) return std::unexpected(decisions.error());
  auto sighted = book.sighted();
  if (!sighted) return std::unexpected(sighted.error());
  std::erase_if(*sighted, [&](const SightedEntry& entry) { return entry.event > last.last_event; });
  std::erase_if(*decisions,
                [&](const PersonEventEntry& event) { return event.number > last.last_event; });
  const auto people = people_of(*sighted, *decisions, last);
  SightedPeople who;
  for (const auto& row : people.rows()) {
    who.push_back({place_of(row.input, row.row_id), people.person_of(row)});
  }
  return who;
}

Result<std::vector<std::string>> doubtful_people(Store& store, const AsKnown& known) {
  const auto doubts = doubts_on(store, known);
  if (!doubts) return std::unexpected(doubts.error());
  std::vector<std::string> people;
  for (const auto& doubt : doubts->value_or(std::vector<DoubtOn>())) {
    people.push_back(doubt.person);
  }
  return people;
}

}  // namespace

Result<AsKnown> looked_up(Store& store, AsKnown known) {
  if (!known.run) return known;
  const auto run = PeopleBook(store.casebook).last_run(known);
  if (!run) return std::unexpected(run.error());
  if (!*run || (*run)->number != *known.run) {
    return failed(fmt::format("the linker had no run {} in this store; its last is run {}",
                              *known.run, *run ? (*run)->number : 0));
  }
  known.last_load = (*run)->loads;
  return known;
}

Result<WhoSource> who_on(Store& store, const AsKnown& known) {
  const auto last = PeopleBook(store.casebook).last_run(known);
  if (!last) return std::unexpected(last.error());
  if (!*last) return WhoSource{};
  return WhoSource{(*last)->seal, [&store, run = **last] { return who_at(store, run); },
                   [&store, known] { return doubtful_people(store, known); }};
}

}  // namespace hearth::identity
