#include "identity/kept_people.h"

#include <algorithm>

#include "identity/sighted_rows.h"

namespace hearth::identity {
namespace {

using link::PersonHappened;

PersonHappened happened(std::string_view what) {
  const auto found = std::ranges::find(link::kPersonHappened, what);
  // Of a word that somebody spoilt: the seals say so.
  if (found == std::end(link::kPersonHappened)) return PersonHappened::Rejected;
  return static_cast<PersonHappened>(found - std::begin(link::kPersonHappened));
}

PersonEventEntry entry_of(const link::PersonEvent& event) {
  PersonEventEntry entry{event.number,
                         event.day,
                         std::string(link::kPersonHappened[static_cast<std::size_t>(event.what)]),
                         event.person,
                         event.other,
                         event.about,
                         event.by,
                         event.because};
  for (const auto& [input, row_id] : event.rows) entry.rows.push_back(place_of(input, row_id));
  std::ranges::sort(entry.rows);
  return entry;
}

}  // namespace

link::RowKey key_of(const SightingPlace& place) {
  return {input_name(place), std::to_string(place.row)};
}

link::PersonEvent event_of(const PersonEventEntry& entry) {
  link::PersonEvent event{entry.number, entry.day, happened(entry.what), entry.person, entry.other,
                          entry.about,  entry.by,  entry.because};
  for (const auto& place : entry.rows) event.rows.push_back(key_of(place));
  std::ranges::sort(event.rows);
  return event;
}

link::LastingPeople people_of(const std::vector<SightedEntry>& sighted,
                              const std::vector<PersonEventEntry>& decisions,
                              const LinkRunEntry& last) {
  std::vector<link::KeptRow> rows;
  for (const auto& entry : sighted) {
    auto [input, row_id] = key_of(entry.place);
    rows.push_back({std::move(input), std::move(row_id), entry.person, {}, 0});
  }
  std::vector<link::PersonEvent> events;
  for (const auto& decision : decisions) events.push_back(event_of(decision));
  return link::LastingPeople(std::move(rows), std::move(events),
                             {last.last_event, last.last_person});
}

std::vector<SightedEntry> sighted_of(const links::KnownRows& known,
                                     const std::vector<links::RowId>& rows) {
  std::vector<SightedEntry> sighted;
  for (const auto row : rows) {
    const auto person = known.person(row);
    if (person != 0) sighted.push_back({known.place(row), 0, link::person_id(person)});
  }
  return sighted;
}

LinkRunEntry run_of(const link::LastingPeople& people, const LinkRunEntry& last, Date day) {
  LinkRunEntry run;
  run.number = last.number + 1;
  run.day = day;
  run.last_event = people.used().last_event;
  run.last_person = people.used().last_person;
  const auto& events = people.events();
  auto event = std::ranges::upper_bound(events, last.last_event, {}, &link::PersonEvent::number);
  for (; event != events.end(); ++event) run.events.push_back(entry_of(*event));
  return run;
}

Result<void> commit_run(PeopleBook& book, LinkRunEntry run, std::string_view seal_before) {
  run.seal = seal_of(run, nullptr, seal_before);
  return book.add(run, nullptr);
}

TiedPeople::TiedPeople(const std::vector<PersonEventEntry>& decisions) {
  for (const auto& decision : decisions) {
    if (decision.what != "merged" && decision.what != "split") continue;
    const auto person = static_cast<links::PersonNumber>(link::person_number(decision.person));
    const auto other = static_cast<links::PersonNumber>(link::person_number(decision.other));
    tied_[person].insert(other);
    tied_[other].insert(person);
  }
}

void TiedPeople::add_tied(links::PersonNumber person,
                          std::unordered_set<links::PersonNumber>& people) const {
  if (!people.insert(person).second) return;
  const auto tied = tied_.find(person);
  if (tied == tied_.end()) return;
  for (const auto other : tied->second) add_tied(other, people);
}

}  // namespace hearth::identity
