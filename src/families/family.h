// A family as it was formed: who was of it from when to when, in which role, and why.
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"
#include "families/told.h"

namespace hearth::families {

// What makes somebody a member; each is a rule of docs/families.md.
enum class Why : std::uint8_t {
  Decided,        // somebody decided that they belong together
  ParentOf,       // recorded as a parent or carer of
  ChildOf,        // recorded as a child of
  RelatedTo,      // recorded as partner, sibling or relative of
  SharedHome,     // lives at one address with
  CameTogether,   // lives in a place of many households, and came there with
  SameHousehold,  // an agency counts them as one household with
  InCareFrom,     // a child in a care home, of the family it came from
  Named,          // the council's own file names them in this family
  Alone,          // nobody else lives there, or nobody knows where they live
};
inline constexpr std::string_view kWhys[] = {
    "decided",       "parent_of",      "child_of",     "related_to", "shared_home",
    "came_together", "same_household", "in_care_from", "named",      "alone"};

inline constexpr PersonNumber kNobody = UINT32_MAX;

struct Reason {
  Why why = Why::Alone;
  PersonNumber with = kNobody;
  std::vector<SourceNumber> sources = {};  // who told; nobody is named of a protected home

  bool operator==(const Reason&) const = default;
};

struct Membership {
  PersonNumber person = 0;
  Date first = kBeginning, last = kForever;
  Role role = Role::Other;
  bool resident = true;
  Reason reason;
};

// Whether a member lives with the family: `yes`, `no`, or nothing where it is not known.
inline std::string_view resident_word(const Membership& member) {
  if (member.reason.why == Why::Named) return {};
  return member.resident ? "yes" : "no";
}

enum class Happened : std::uint8_t { Formed, SplitFrom, JoinedBy, MergedInto, Ended, Replaced };
inline constexpr std::string_view kHappened[] = {"formed",      "split_from", "joined_by",
                                                 "merged_into", "ended",      "replaced_by"};

inline constexpr std::uint32_t kNoFamily = UINT32_MAX;

struct FamilyEvent {
  Date day;
  Happened happened = Happened::Formed;
  std::uint32_t other = kNoFamily;  // into Families::families; withheld where a home is protected
};

struct Family {
  std::string id;
  Date first = kBeginning, last = kForever;
  std::vector<Membership> members;  // by person, then first day
  std::vector<FamilyEvent> events;
};

struct Families {
  std::vector<Family> families;
  std::vector<PlaceKind> places;  // as they were taken to be
};

}  // namespace hearth::families
