// The numbers that authorities give to people and places, and whether one can be right.
//
// Each function takes the text without spaces, in capitals. A check digit or letter that fits says
// that the number was copied faithfully, not whose it is.
#pragma once

#include <string_view>

namespace hearth::link {

// Ten digits, the last of which is 11 less the weighted sum of the others modulo 11.
bool is_nhs_number(std::string_view text);

// Thirteen characters: a check letter, eleven digits, and a digit, or a letter if it is temporary.
bool is_upn(std::string_view text);

// Two letters, six digits and A to D; a NINO has no check digit, only a form and letters not used.
bool is_nino(std::string_view text);

// Up to twelve digits.
bool is_uprn(std::string_view text);

// Such as SW1A2AA.
bool is_postcode(std::string_view text);

// One digit repeated, or 123456789…: typed to get past a form.
bool is_run_of_digits(std::string_view text);

}  // namespace hearth::link
