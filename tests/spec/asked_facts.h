// The plan and the facts of a spec, loaded as the program loads them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "facts/facts.h"
#include "language/load_plan.h"
#include "spec/spec_file.h"

namespace hearth {

struct SpecPlan {
  std::shared_ptr<const Plan> plan;  // none where there are errors
  std::vector<Diagnostic> faults;    // lines are the spec's own
};

// The spec's document, or its file `plan.md`.
SpecPlan load_spec_plan(const std::string& root, const Spec& spec);

int lines_above(const Spec& spec);  // of kAbove, where the spec stands below it

// What a question is asked of: the facts of one example, or of the spec's files.
struct AskedFacts {
  std::string title;  // of the example
  const Facts* facts;
};

struct SpecFacts {
  std::vector<AskedFacts> asked;
  std::unique_ptr<const Facts> read;  // where they came from files
  std::vector<Diagnostic> faults;
  std::string counts;  // what became of the rows of files of which some were set aside
  std::string files;   // the facts folder an import wrote, as text
};

SpecFacts load_spec_facts(const std::string& root, const Spec& spec, const Plan& plan,
                          std::optional<Date> known);

bool has_files(const Spec& spec);  // of a facts folder, or sent by an agency

}  // namespace hearth
