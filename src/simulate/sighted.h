// A person as one agency has them on its system, and how agencies get people wrong.
//
// Most mistakes are of the agency's record of the person and come back in every row; which ones
// depends only on the seed, the agency and the person.
#pragma once

#include <optional>
#include <string>

#include "simulate/life.h"
#include "simulate/mistakes.h"

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
  bool is_protected = false;
  TrueIdentifiers identifiers;
  std::string mistakes;  // by name, with spaces between
};

// What an agency's rows show of a person. What they do not show cannot be wrong in them.
struct Shown {
  bool names = true;
  bool birth_date = true;
  bool address = true;
  bool postcode = true;
  bool identifiers = true;  // that may be missing
  bool own_number = true;   // the agency goes by a number of its own
};

class Agency {
 public:
  Agency(std::uint64_t seed, std::string_view name, const MistakeRates& rates, Shown shown);

  Sighted see(const FamilyLife& family, std::size_t person, Date on) const;

  const MistakeRates& rates() const { return rates_; }
  Random chance(std::uint64_t number, std::string_view about) const {
    return Random(seed_, number, about);
  }

 private:
  void mistype(std::string& word, Random& luck, Sighted& seen, std::string_view name) const;
  void misspell(Sighted& seen, const FamilyLife& family, std::size_t person) const;
  void mistake_birth_date(Sighted& seen, std::uint64_t number) const;
  void mistake_place(Sighted& seen, const FamilyLife& family, std::size_t person, Date on) const;

  std::uint64_t seed_;
  std::uint64_t number_;
  MistakeRates rates_;
  Shown shown_;
};

}  // namespace hearth
