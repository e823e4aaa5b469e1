// What is odd about a sound plan: criteria nobody can ever meet, a lasting period shorter than the
// window before it, two criteria that say one thing, a row printed as somebody's word of which
// nobody is asked, data that no feed brings.
//
// A finding is certain: it is true of every family on every day, whatever the facts. What is only
// unlikely is passed over, and so is any rule that is too involved to be sure of. Nothing here
// reads facts or files; what the feeds supply is handed in.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "language/plan.h"

namespace hearth {

// What the feeds of a council bring.
struct Supply {
  std::set<std::string> sources;       // as a feed names itself: `school_census`
  std::set<std::string> record_types;  // `school_term`
};

// Warnings alone, in the order of the document. Without a supply nothing is said of feeds.
Diagnostics lint_plan(const Plan& plan, const std::optional<Supply>& supply);

}  // namespace hearth
