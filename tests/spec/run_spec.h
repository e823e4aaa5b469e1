// Asks a spec's questions through hearth's public functions.
//
// A spec is itself the plan's document, so its line numbers are the ones a reader sees. A fragment
// that names no plan stands below a few lines that are not shown: a plan called `spec`, the
// catalogue, and one headline (kAbove). A spec with a file `plan.md` is about that document
// instead, exactly as it is. Facts come from the spec's examples, one after the other, or from its
// files.
//
// Questions, as the words after a fence:
//   answer rule                 how each entry rule reads over time
//   answer timeline             every status over time
//   answer DAY [known DAY]      how every criterion stands, but those that were never a need
//   answer identify DAY         who is eligible
//   answer rows                 the plan's criteria
//   explain REF DAY             the explanation, as text
//   diagnostics                 everything that is wrong, each with the name of its kind
//   lint                        what is odd about the plan; with a feed's .toml, also what it lacks
//   failures                    the examples that do not come out as they say
//   format                      the canonical layout of the plan blocks
//   words                       the plan as it was understood
//   files                       the facts folder an import wrote
#pragma once

#include <string>
#include <vector>

#include "spec/spec_file.h"

namespace hearth {

extern const std::string_view kAbove;

// The answer to a question block of the spec. Bytes that are no text come as {{FF}}.
std::string answer(const std::string& root, const Spec& spec, const SpecBlock& question);

// The spec's text with every answer put in its place.
std::string with_answers(const std::string& root, const Spec& spec);

}  // namespace hearth
