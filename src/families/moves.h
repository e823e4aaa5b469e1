// Stays set right by one another: agencies tell of one family's move on many days, and of some
// members never. Rules 3 to 6 of docs/families.md.
#pragma once

#include "families/stays.h"

namespace hearth::families {

// Who was left behind in an old home for less than a year, and was then told where the others had
// gone, went when they went (rule 3). Where nobody is told of at the old home any more, all went
// with who left it, and a child goes with the last adults of its home in any case (rule 4).
void move_together(const Told& told, Stays& stays);

// Where others have lived for long and the old household is told no more, it is gone (rule 5).
void leave_replaced_homes(const Told& told, Stays& stays);

// Since when the first home we know of was a home (rule 6).
void begin_first_stays(const Told& told, Stays& stays);

}  // namespace hearth::families
