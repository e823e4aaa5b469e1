// What families are formed from: people, where each was told to live and when, how they are
// related, and what somebody decided.
//
// Everything is a number here: no name and no text of an address comes beyond whoever reads the
// tables, so none can reach an output. People are in the order of their ids and places in that of
// what they are called, so the same rows in any order are the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "facts/facts.h"

namespace hearth::families {

using PersonNumber = std::uint32_t;  // into Told::people
using PlaceNumber = std::uint32_t;   // into Told::places
using SourceNumber = std::uint16_t;  // into Told::sources

inline constexpr PlaceNumber kNowhere = UINT32_MAX;

struct ToldPerson {
  std::string id;
  std::optional<Date> born, died;
  std::string sex;
  std::uint32_t surname = 0;  // equal numbers, equal surnames; 0: not known
};

// What a home is. In all but the first, living at one address does not make a family.
enum class PlaceKind : std::uint8_t { Home, Shared, Hostel, Refuge, CareHome };
inline constexpr std::string_view kPlaceKinds[] = {"home", "shared", "hostel", "refuge",
                                                   "care_home"};

// One row of an agency's: on that day it had the person at this place.
struct ToldHome {
  PersonNumber person = 0;
  PlaceNumber place = 0;
  Date told;
  SourceNumber source = 0;
  std::uint32_t record = 0;     // the agency's record of the person: some have two of one
  bool is_protected = false;    // the address may be known to nobody else
  std::uint32_t household = 0;  // the agency's own number for those who live together; 0: none
  std::uint32_t load = 0;       // of a store, that told it; 0: of none
};

// `person` is this of `other`.
enum class Relation : std::uint8_t { Parent, Carer, Partner, Sibling, Relative };
inline constexpr std::string_view kRelations[] = {"parent", "carer", "partner", "sibling",
                                                  "relative"};

struct Relationship {
  PersonNumber person = 0, other = 0;
  Relation relation = Relation::Relative;
  Date first = kBeginning, last = kForever;
};

// What a person decided of two people; it stands over everything that was told.
enum class Ruling : std::uint8_t { Together, Apart, Undecided };  // the last takes back
inline constexpr std::string_view kRulings[] = {"together", "apart", "undecided"};

struct Decision {
  PersonNumber person = 0, other = 0;
  Ruling ruling = Ruling::Together;
  Date first = kBeginning, last = kForever;
};

// The family that a feed of the council's own names somebody in; of several, the last told.
struct NamedMember {
  std::string family;
  PersonNumber person = 0;
  Role role = Role::Other;
  bool operator<(const NamedMember& other) const {
    return std::pair(std::string_view(family), person) <
           std::pair(std::string_view(other.family), other.person);
  }
};

struct Told {
  std::vector<ToldPerson> people;
  std::vector<PlaceKind> places;
  std::vector<ToldHome> homes;
  std::vector<Relationship> relationships;
  std::vector<Decision> decisions;
  std::vector<NamedMember> named;  // in order
  std::vector<std::string> sources;
};

inline constexpr int kGrownUp = 18;
inline constexpr int kYear = 365;

// Whether somebody is known to be under 18 on that day.
inline bool is_child(const ToldPerson& person, Date on) {
  return person.born && on < birthday(*person.born, kGrownUp);
}

}  // namespace hearth::families
