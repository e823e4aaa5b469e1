// One cell in the one form in which it is compared, or nothing where it says nothing.
//
// Each kind has its own form: a name is folded and without titles, a birth date is YYYYMMDD, a
// postcode has no space, an address is its house and its street. A value that cannot be right is
// not thrown away in silence: the caller counts what came back empty. Fillers are another file's.
#pragma once

#include <string>
#include <string_view>

#include "link/field_kind.h"

namespace hearth::link {

// Empty: the cell says nothing that can be compared.
std::string clean(FieldKind kind, std::string_view cell);

// A name in one cell, as `Forenames Surname` or `Surname, Forenames`.
struct FullName {
  std::string forenames;
  std::string surname;
};
FullName clean_full_name(std::string_view cell);

// YYYYMMDD from ISO, day-first and plain digits, with or without a time of day; a month may be a
// word. A day that no calendar has is kept, since it may be one slip from right.
std::string clean_date(std::string_view cell);

// House first, then street: `flat 2 10 high st` becomes `10/2 high street`.
std::string clean_address(std::string_view cell);

}  // namespace hearth::link
