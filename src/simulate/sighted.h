// A person as one agency has them on its system, and how agencies get people wrong.
//
// Most mistakes are of the agency's record of the person and come back in every row; which ones
// depends only on the seed, the agency and the person.
#pragma once

#include <optional>
#include <string>

#include "simulate/life.h"
#include "simulate/simulate.h"

namespace hearth {

struct Sighted {
  std::string local_id;
  std::string forename;
  std::string middle_name;
  std::string surname;
  std::optional<Date> born;
  bool female = false;
  std::string address;
  std::string postcode;
  std::string uprn;
  std::string household;  // the agency's number for it
  TrueIdentifiers identifiers;
  std::string mistakes;  // by name, with spaces between
};

// How many in a thousand.
struct MistakeRates {
  int typo_forename, typo_surname, nickname, swapped_names, other_surname, old_surname;
  int birth_date_swapped, birth_date_wrong, birth_date_missing;
  int postcode_missing, postcode_wrong, old_address, identifier_missing;
  int second_record;                                    // the person is on the system twice
  int repeated_row, late_row, corrected_row, bad_date;  // of rows
  int missing_delivery;
};
const MistakeRates& rates_of(Mistakes mistakes);

class Agency {
 public:
  Agency(std::uint64_t seed, std::string_view name, Mistakes mistakes);

  Sighted see(const FamilyLife& family, std::size_t person, Date on) const;

  const MistakeRates& rates() const { return rates_; }
  Random chance(std::uint64_t number, std::string_view about) const {
    return Random(seed_, number, about);
  }

 private:
  void misspell(Sighted& seen, const FamilyLife& family, std::size_t person) const;
  void mistake_birth_date(Sighted& seen, std::uint64_t number) const;
  void mistake_place(Sighted& seen, const FamilyLife& family, std::size_t person, Date on) const;

  std::uint64_t seed_;
  std::uint64_t number_;
  MistakeRates rates_;
};

}  // namespace hearth
