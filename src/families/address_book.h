// Which rows are of one address: by UPRN where there is one, else by house, street and postcode.
//
// An address without a UPRN is the one that other rows have with it, if they have but one. A row
// that could be of several, or has only a postcode, is of none: better no home than a wrong one.
// Nothing here leaves it as text.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "families/told.h"
#include "link/texts.h"

namespace hearth::families {

class AddressBook {
 public:
  struct Written {  // as a row has it; 0: not known
    std::uint32_t uprn = 0, address = 0, postcode = 0;
    bool operator==(const Written&) const = default;
  };
  Written write(std::string_view uprn, std::string_view address, std::string_view postcode);

  // All rows are written: numbers the places by what they are called.
  void settle(const std::vector<Written>& rows);
  std::size_t size() const { return places_.size(); }
  PlaceNumber find(const Written& row) const;  // kNowhere: it cannot be told

 private:
  std::uint64_t key(std::uint32_t address, std::uint32_t postcode) const {
    return (static_cast<std::uint64_t>(address) << 32) | postcode;
  }
  std::uint64_t resolved(const Written& row) const;  // by UPRN: without an address; 0: none
  void settle_postcodes(const std::vector<Written>& rows);
  bool names_a_town(std::uint32_t address) const;

  link::NumberedTexts uprns_, cells_, addresses_, postcodes_;
  std::vector<std::uint32_t> address_of_cell_{0};
  std::unordered_map<std::uint64_t, std::uint32_t> uprn_of_;     // by address and postcode
  std::unordered_map<std::uint32_t, std::uint64_t> only_place_;  // by address
  std::unordered_map<std::uint64_t, std::uint32_t> meant_;  // a postcode that is a slip of another
  std::unordered_map<std::uint64_t, PlaceNumber> places_;
};

}  // namespace hearth::families
