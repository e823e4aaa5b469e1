// One family's true life over the days the council tells of: who was in it and when, where each
// lived, what they were called, and everything that happened to them.
//
// It is made whole, written out and thrown away before the next family is thought of. What happened
// is cut to what agencies could have told by the last day: a spell that ends later is still open.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "simulate/calendar.h"
#include "simulate/layout.h"
#include "simulate/names.h"
#include "simulate/random.h"

namespace hearth {

// Numbers a person carries through life; empty where they have none.
struct TrueIdentifiers {
  std::string upn;
  std::string nhs_number;
  std::string nino;
};

struct Address {
  std::string lines;  // `14 Alder Close, Brackenford`
  std::string postcode;
  std::string uprn;
  bool is_protected = false;  // where somebody fled to: nobody may be told
};

struct Stay {
  std::size_t home = 0;  // into FamilyLife::homes
  Date first;
  Date last;  // kForever: still there
};

struct SurnameSince {
  Date first;
  std::string surname;
};

struct LivedPerson {
  std::uint64_t number = 0;  // of all people ever simulated
  bool female = false;
  Date born;
  std::string forename;
  std::string middle_name;             // may be empty
  std::vector<SurnameSince> surnames;  // by first day; one at least
  TrueIdentifiers identifiers;
  bool parent = false;
  Date joined;  // the family,
  Date left = kForever;
  std::vector<Stay> stays;

  std::string id() const;
  int age(Date on) const { return age_on(born, on); }
  bool is_child(Date on) const { return !parent && age(on) < 18; }
  bool is_member(Date on) const { return joined <= on && on <= left; }
  const std::string& surname(Date on) const;
};

struct TrueRecord {
  Told told;
  std::size_t person = 0;  // into FamilyLife::people
  Date start;
  Date end;  // = start for what has one day; kForever: still open
  std::array<std::string, kMostFields> fields = {};
};

struct FamilyLife {
  std::uint64_t number = 0;
  NameOrigin origin = NameOrigin::British;
  Date started;  // since when the council has worked with them
  std::optional<Date> closed;
  bool responds = false;  // whether the work helps
  int strain = 0;         // 0 to 3: how much weighs on them, before any help
  std::vector<LivedPerson> people;
  std::vector<Address> homes;
  std::vector<TrueRecord> records;

  std::string id() const;
  // How much weighs on them that day: less once help has had some months to work.
  int strain_on(Date day) const;
  bool is_parent_of(std::size_t person, std::size_t child) const;

  // Adds what happened, unless it was before the first day or after the last; see the paragraph at
  // the top about ends. A second spell of a kind cannot start on the day of the first.
  void tell(Told told, std::size_t person, Date start, Date end,
            std::array<std::string, kMostFields> fields = {});
  void tell(Told told, std::size_t person, Date day,
            std::array<std::string, kMostFields> fields = {}) {
    tell(told, person, day, day, std::move(fields));
  }
};

FamilyLife live(std::uint64_t seed, std::uint64_t family);

// The sides of a life, in the order they are lived; each reads what those before it left.
void form_family(FamilyLife& family, std::uint64_t seed);
void go_to_school(FamilyLife& family, std::uint64_t seed);
void go_to_work(FamilyLife& family, std::uint64_t seed);
void keep_house(FamilyLife& family, std::uint64_t seed);
void meet_crime(FamilyLife& family, std::uint64_t seed);
void need_care(FamilyLife& family, std::uint64_t seed);
void keep_well(FamilyLife& family, std::uint64_t seed);
void be_supported(FamilyLife& family, std::uint64_t seed);

}  // namespace hearth
