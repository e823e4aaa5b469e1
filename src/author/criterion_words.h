// One criterion in plain words: its rule with definitions spelled out, how long it must last, its
// readings and its source.
#pragma once

#include <string>

#include "author/plan_reading.h"

namespace hearth {

// From the plan; while anything is wrong with that, from the document's own words.
std::string criterion_words(const PlanReading& reading, const DeclaredName& name);

}  // namespace hearth
