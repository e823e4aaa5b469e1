#include "identity/who_on.h"

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

}  // namespace

Result<WhoSource> who_on(Store& store, std::optional<Date> known) {
  const auto last = PeopleBook(store.casebook).last_run(known);
  if (!last) return std::unexpected(last.error());
  if (!*last) return WhoSource{};
  return WhoSource{(*last)->seal, [&store, run = **last] { return who_at(store, run); }};
}

}  // namespace hearth::identity
