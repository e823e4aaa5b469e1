// What can be wrong with the tables that families are formed from, beside what can be wrong with
// any table (facts/facts_diagnostics.h). None repeats a cell.
#pragma once

#include "base/diagnostic.h"

namespace hearth::families {

inline constexpr DiagnosticKind<> kOwnRelative("OwnRelative", Severity::Error,
                                               "nobody is their own relative");
inline constexpr DiagnosticKind<> kPlaceNotTold(
    "PlaceNotTold", Severity::Warning,
    "no sighting has this address, so what kind of place it is changes nothing");
inline constexpr DiagnosticKind<> kNoAddress(
    "NoAddress", Severity::Error, "a place needs a `uprn`, or an `address` and a `postcode`");

}  // namespace hearth::families
