// People who last, as the casebook keeps them: its rows become those of link/lasting_people.h,
// which has all the rules, and what happened there becomes rows again.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "casebook/people_book.h"
#include "link/lasting_people.h"

namespace hearth::identity {

link::PersonEvent event_of(const PersonEventEntry& entry);
link::RowKey key_of(const SightingPlace& place);

link::LastingPeople people_of(const std::vector<SightedEntry>& sighted,
                              const std::vector<PersonEventEntry>& decisions,
                              const LinkRunEntry& last);

// What happened since `last`, as the run that follows it; without model, loads and seal.
LinkRunEntry run_of(const link::LastingPeople& people, const LinkRunEntry& last, Date day);

// Seals a run that has no new model, and commits it.
Result<void> commit_run(PeopleBook& book, LinkRunEntry run, std::string_view seal_before);

// Which ids have to do with one another, because a decision brought them together or apart.
class TiedIds {
 public:
  explicit TiedIds(const std::vector<PersonEventEntry>& decisions);
  void add_tied(const std::string& person, std::set<std::string>& people) const;

 private:
  std::map<std::string, std::set<std::string>> tied_;  // directly
};

}  // namespace hearth::identity
