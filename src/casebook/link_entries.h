// What the casebook has of who is who: runs of the linker and decisions, with their events, as
// docs/store.md says. It names sightings by where they lie and people by ids, and nothing of them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"

namespace hearth {

// A row of a segment of sightings; the first row of a segment is 2.
struct SightingPlace {
  std::int64_t load = 0, part = 0, row = 0;
  auto operator<=>(const SightingPlace&) const = default;
};

struct LinkModelEntry {
  std::int64_t number = 0;
  Date learnt_on;
  std::int64_t loads = 0;  // of the sightings of loads 1 to this
  std::string rules;       // a line each
  std::string toml;
};

struct PersonEventEntry {
  std::int64_t number = 0;
  Date day;
  std::string what;  // `founded`
  std::string person, other;
  std::int64_t about = 0;
  std::string by, because;
  std::vector<SightingPlace> rows = {};
};

// Whether the rows of such an event are found to be its person's.
inline bool finds_rows(std::string_view what) { return what == "founded" || what == "attached"; }

struct LinkRunEntry {
  std::int64_t number = 0;
  Date day;
  std::int64_t model = 0;
  std::int64_t loads = 0;
  std::int64_t last_event = 0;  // of all up to here
  std::string last_person;      // the newest id there is
  std::string seal;
  std::vector<PersonEventEntry> events = {};
};

// A line for each row the casebook has, as `hearth dump` prints them.
std::string to_text(const LinkModelEntry& model);
std::string to_text(const PersonEventEntry& event, std::int64_t run);
std::string to_text(const LinkRunEntry& run);  // with its events

// SHA-256 of all that is here of the run, of its model if it is the first to use it, and of the
// seal before it.
std::string seal_of(const LinkRunEntry& run, const LinkModelEntry* model,
                    std::string_view seal_before);

}  // namespace hearth
