#include "identity/doubts_on.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "identity/doubts.h"
#include "identity/sighted_rows.h"

namespace hearth::identity {

Result<std::optional<std::vector<DoubtOn>>> doubts_on(Store& store, const AsKnown& known) {
  PeopleBook book(store.casebook);
  const auto last = book.last_run(known);
  if (!last) return std::unexpected(last.error());
  if (!*last) return std::nullopt;
  auto events = book.doubts();
  if (!events) return std::unexpected(events.error());
  const auto later = [&](const PersonEventEntry& event) {
    return event.number > (*last)->last_event;
  };
  std::erase_if(*events, later);
  auto decisions = book.decisions();
  if (!decisions) return std::unexpected(decisions.error());
  std::erase_if(*decisions, later);
  std::vector<DoubtOn> doubts;
  std::vector<SightedEntry> sighted;  // of the doubtful ones alone
  for (auto& event : standing_doubts(std::move(*events))) {
    for (const auto& place : event.rows) sighted.push_back({place, event.number, event.person});
    doubts.push_back({event.number,
                      event.day,
                      event.person,
                      {},
                      std::move(event.rows),
                      std::move(event.because)});
  }
  const auto people = people_of(sighted, *decisions, **last);
  for (auto& doubt : doubts) {
    doubt.person = people.resolved(doubt.found_as);
    std::erase_if(doubt.rows, [&](const SightingPlace& place) {
      const auto* row = people.find({input_name(place), std::to_string(place.row)});
      return row == nullptr || link::LastingPeople::found_as(*row) != doubt.found_as;
    });
  }
  std::erase_if(doubts, [](const DoubtOn& doubt) { return doubt.rows.empty(); });
  return doubts;
}

WhoSource without_doubtful(WhoSource who, const std::vector<DoubtOn>& doubts) {
  std::map<SightingPlace, std::string> parts;
  auto seal = who.seal + " without";
  for (const auto& doubt : doubts) {
    seal += fmt::format(" {}", doubt.event);
    const auto name = fmt::format("{}{}{}", doubt.person, kPartMark, doubt.event);
    for (const auto& place : doubt.rows) parts[place] = name;
  }
  auto read = [all = std::move(who.read), parts]() -> Result<SightedPeople> {
    auto people = all();
    if (!people) return people;
    for (auto& sighted : *people) {
      if (const auto part = parts.find(sighted.place); part != parts.end()) {
        sighted.person = part->second;
      }
    }
    return people;
  };
  return {std::move(seal), std::move(read), std::move(who.doubtful)};
}

}  // namespace hearth::identity
