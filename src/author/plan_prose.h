// What a plan's document says to its readers, in the order of the document and beside the headline
// or criterion it introduces; rendered from Markdown, with nothing in it that could fetch or run.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "language/plan.h"

namespace hearth {

// Prose under a heading of its own that introduces no headline and no criterion.
struct Passage {
  std::string heading;  // text; empty before the first heading
  std::string html;
};

struct PlanProse {
  std::string title;  // the document's own; text
  std::vector<Passage> passages;
  std::map<std::string, std::string> headlines;  // html, by ref
  std::map<std::string, std::string> criteria;
};

PlanProse prose_of(const Plan& plan);

}  // namespace hearth
