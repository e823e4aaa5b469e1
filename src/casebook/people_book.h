// The tables of a casebook that say who is who: read in whole or only about some people, and added
// to in one transaction. Nothing is ever changed or deleted.
//
// Who adds must hold the LoadingLock.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>

#include "casebook/as_known.h"
#include "casebook/casebook.h"
#include "casebook/link_entries.h"

namespace hearth {

// A sighting and the event that found whose it is.
struct SightedEntry {
  SightingPlace place;
  std::int64_t event = 0;
  std::string person;  // the event's
};

class PeopleBook {
 public:
  explicit PeopleBook(Casebook& casebook) : session_(casebook.session()) {}

  // Nothing where the linker has never run. Runs come without their events.
  Result<std::optional<LinkRunEntry>> last_run(const AsKnown& known = {});
  Result<std::map<std::int64_t, std::string>> seals_of(const std::vector<std::int64_t>& runs);
  Result<std::optional<LinkModelEntry>> model(std::int64_t number);
  // Each run with its events, and its model if it is the first to use it; in order, until one is
  // not wanted any more.
  using TakeRun = std::function<bool(const LinkRunEntry& run, const LinkModelEntry* model)>;
  Result<void> each_run(const TakeRun& take);

  // All events but those that found rows and those of doubt, with their rows.
  Result<std::vector<PersonEventEntry>> decisions();
  // `doubted` and `doubt_ended`, with their rows; of these people, or of all.
  Result<std::vector<PersonEventEntry>> doubts_of(const std::set<std::string>& people);
  Result<std::vector<PersonEventEntry>> doubts();
  Result<std::vector<SightedEntry>> sighted();

  // The next run, sealed, with its model if that is new: all of it or nothing.
  Result<void> add(const LinkRunEntry& run, const LinkModelEntry* model);

 private:
  Result<bool> there() { return session_.has_table("link_run"); }
  Result<void> make();
  Result<void> insert(const LinkRunEntry& run, const LinkModelEntry* model);
  Result<std::vector<PersonEventEntry>> events(const std::string& where,
                                               const std::vector<std::string>& values);

  SqlSession& session_;
};

// Whether one run follows another as it should: what is wrong with the seals, a line each.
Result<std::vector<std::string>> broken_seals(PeopleBook& people);

}  // namespace hearth
