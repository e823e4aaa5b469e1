// An editor's document as hearth reads it: the trees of it and of all it uses, the names they
// declare, the plan if there is one, and everything wrong with any of them.
//
// Anything may be half written. The trees and names are there all the same; the plan is there only
// when nothing is wrong. A document without a plan that only declares things is sound, and so is
// one that is all prose: an editor opens those too.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "author/declared_names.h"
#include "language/plan.h"
#include "language/read_documents.h"

namespace hearth {

struct PlanReading {
  DocumentsRead documents;
  DeclaredNames names;
  Catalogue catalogue;               // as far as it could be made out
  std::shared_ptr<const Plan> plan;  // null if anything is wrong, or there is none
  std::vector<Diagnostic> diagnostics;

  const Tree* own() const;  // the document itself; null if it could not be read
  bool has_errors() const;
};

PlanReading read_plan(const std::string& path, const ReadDocument& read);

}  // namespace hearth
