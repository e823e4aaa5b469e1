// Numbers that identify people, with sound check digits and no two alike, made from a number of the
// simulation's own.
//
// They cannot be mistaken for anybody's: NHS numbers begin with 9, which is not issued; postcodes
// lie in an area, XH, that does not exist; the council's number in a UPN is nobody's.
#pragma once

#include <cstdint>
#include <string>

namespace hearth {

std::string make_upn(std::uint64_t number);         // `T999…`: a check letter and twelve digits
std::string make_nhs_number(std::uint64_t number);  // ten digits, the last a check digit
std::string make_nino(std::uint64_t number);        // `PX123456A`
std::string make_uprn(std::uint64_t number);        // twelve digits
std::string make_postcode(std::uint64_t street);    // `XH3 7QT`

// An agency's own number for a person: different people, different numbers, in no order.
std::uint64_t local_number(std::uint64_t number, std::uint64_t agency);  // nine digits

char upn_check_letter(const std::string& twelve_digits);
int nhs_check_digit(const std::string& nine_digits);  // 10: there is none

}  // namespace hearth
