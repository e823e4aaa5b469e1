#include "identity/who_on.h"

#include "identity/kept_people.h"
#include "identity/sighted_rows.h"

namespace hearth::identity {

Result<WhoPointer> who_on(Store& store, std::optional<Date> known) {
  PeopleBook book(store.casebook);
  const auto last = book.last_run(known);
  if (!last) return std::unexpected(last.error());
  if (!*last) return nullptr;
  auto decisions = book.decisions();
  if (!decisions) return std::unexpected(decisions.error());
  auto sighted = book.sighted();
  if (!sighted) return std::unexpected(sighted.error());
  const auto later = [&](const auto& entry) { return entry.event > (*last)->last_event; };
  std::erase_if(*sighted, later);
  std::erase_if(*decisions,
                [&](const PersonEventEntry& event) { return event.number > (*last)->last_event; });
  const auto people = people_of(*sighted, *decisions, **last);
  auto who = std::make_shared<Who>();
  who->seal = (*last)->seal;
  for (const auto& row : people.rows()) {
    who->people.push_back({place_of(row.input, row.row_id), people.person_of(row)});
  }
  return who;
}

}  // namespace hearth::identity
