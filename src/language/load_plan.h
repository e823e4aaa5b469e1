// From a path to a checked Plan: reads the document and all it uses, parses and checks them, and
// collects everything that is wrong with any of them.
//
// The disk is passed in: how a path becomes text is the caller's business. Paths in `use` are
// relative to the document that says them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "language/plan.h"
#include "language/read_documents.h"

namespace hearth {

struct LoadedPlan {
  std::shared_ptr<const Plan> plan;                    // null if there were errors
  Diagnostics diagnostics;                             // sorted
  std::vector<std::shared_ptr<const Source>> sources;  // every document that was read
};

LoadedPlan load_plan(const std::string& path, const ReadDocument& read);

struct LoadedCatalogue {
  std::optional<Catalogue> catalogue;  // absent if there were errors
  TermCalendar terms;
  Diagnostics diagnostics;
  std::vector<std::shared_ptr<const Source>> sources;
};

// Only the record types, measures, instruments and terms, for what needs no plan.
LoadedCatalogue load_catalogue(const std::string& path, const ReadDocument& read);

}  // namespace hearth
