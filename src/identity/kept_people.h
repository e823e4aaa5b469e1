// People who last, as the casebook keeps them: its rows become those of link/lasting_people.h,
// which has all the rules, and what happened there becomes rows again.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "casebook/people_book.h"
#include "link/lasting_people.h"
#include "links/known_rows.h"

namespace hearth::identity {

link::PersonEvent event_of(const PersonEventEntry& entry);
link::RowKey key_of(const SightingPlace& place);

link::LastingPeople people_of(const std::vector<SightedEntry>& sighted,
                              const std::vector<PersonEventEntry>& decisions,
                              const LinkRunEntry& last);

// Whose these rows were found to be; without the events.
std::vector<SightedEntry> sighted_of(const links::KnownRows& known,
                                     const std::vector<links::RowId>& rows);

// What happened since `last`, as the run that follows it; without model, loads and seal.
LinkRunEntry run_of(const link::LastingPeople& people, const LinkRunEntry& last, Date day);

// Seals a run that has no new model, and commits it.
Result<void> commit_run(PeopleBook& book, LinkRunEntry run, std::string_view seal_before);

// Which people have to do with one another, because a decision brought them together or apart.
class TiedPeople {
 public:
  explicit TiedPeople(const std::vector<PersonEventEntry>& decisions);
  // Adds somebody, and whom decisions tie to them, directly or not; who is there already is done.
  void add_tied(links::PersonNumber person, std::unordered_set<links::PersonNumber>& people) const;

 private:
  std::unordered_map<links::PersonNumber, std::set<links::PersonNumber>> tied_;  // directly
};

}  // namespace hearth::identity
