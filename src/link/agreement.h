// The named ways in which two cleaned values can agree, and whether they do.
//
// An agreement is a plain question about two values, the same both ways round, and can be asked of
// two literals. How much one tells is not known here: that is the model's. Which fields ask which
// questions, and in which order, is the model's too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "link/field_kind.h"
#include "link/nicknames.h"

namespace hearth::link {

enum class Agreement : std::uint8_t {
  Exact,      // the same
  FirstName,  // the first of several forenames is the same
  Nickname,   // rob, robert; or a short form: tash, natasha
  Initial,    // j, john
  Part,       // a part of a double-barrelled name, or a word of several
  Close,      // as alike as the level asks
  Similar,    // less so
  Sound,      // written as heard
  Swapped,    // of dates: day and month; of forenames: with the surname
  Changed,    // of the surname of women, who may have taken another
  OneOff,     // one character or digit wrong, or two neighbours swapped
  TwoOff,     // two such
  DayMonth,   // another year
  Near,       // less than a month apart
  Year,       // the year only
  Sector,     // of postcodes: all but the last two letters
  District,   // all but the last three
  Street,     // another house of the street
  Mailbox,    // of e-mail: what stands before the @
  Doubtful,   // differs, but one of the numbers cannot be right
  Different,  // none of the above
};

std::string_view to_text(Agreement agreement);  // `one_off`
std::optional<Agreement> agreement(std::string_view name);
std::vector<std::string_view> agreements();

// Whether it needs a number from 0 to 1: how alike is alike enough.
bool takes_likeness(Agreement agreement);

// Asked of two values neither of which is empty. Swapped forenames and Changed surnames are no
// question about two values of one field: see field_pattern.h.
bool agrees(Agreement agreement, FieldKind kind, std::string_view a, std::string_view b,
            double likeness, const Nicknames& nicknames);

}  // namespace hearth::link
