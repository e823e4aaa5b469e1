// What the casebook has of who is of which family: runs that formed families and decisions, as
// docs/store.md says. It names people by ids, and nothing of them; no address is here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace hearth {

// Days are texts; empty: the beginning of time, or its end. So are flags: `yes`, `no`, not known.
struct FamilyMemberEntry {
  std::string person, role, first, last, resident, because, with, told_by;
  bool operator==(const FamilyMemberEntry&) const = default;
};

struct FamilyEventEntry {
  std::string day, what, other;
  bool operator==(const FamilyEventEntry&) const = default;
};

// A family as a run formed it; without members it is no more.
struct FamilyEntry {
  std::string id, first, last;
  std::vector<FamilyMemberEntry> members;
  std::vector<FamilyEventEntry> events;
  bool operator==(const FamilyEntry&) const = default;
};

struct FamilyDecisionEntry {
  Date day;
  std::string what, person, other, first, last, by, because;
};

struct FamilyRunEntry {
  std::int64_t number = 0;
  Date day;
  std::int64_t people_run = 0;  // the run of the linker whose people it went by
  std::int64_t loads = 0;
  std::string seal;
  std::vector<FamilyEntry> families = {};  // those it formed otherwise than they stood
  std::vector<FamilyDecisionEntry> decisions = {};
};

// A line for each row the casebook has of it, as `hearth dump` prints them.
std::string to_text(const FamilyRunEntry& run);

// SHA-256 of all that is here of the run, and of the seal before it.
std::string seal_of(const FamilyRunEntry& run, std::string_view seal_before);

}  // namespace hearth
