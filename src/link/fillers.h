// Values that were typed to get past a form: Unknown, 1900-01-01, one NHS number for everybody.
//
// They are taken as not known, each field's with a diagnostic that says how many. A name is a
// filler if the model lists it; a birth date if it is the first day a form allows, or one that so
// many rows of different people share that it cannot be theirs; a number of one person if people of
// many names have it.
#pragma once

#include "base/diagnostic.h"
#include "link/model.h"
#include "link/sightings.h"

namespace hearth::link {

Diagnostics drop_fillers(Sightings& sightings, const Model& model);

// Whether a cleaned value is one of those that are fillers wherever they stand.
bool is_always_filler(FieldKind kind, std::string_view value, const Model& model);

}  // namespace hearth::link
