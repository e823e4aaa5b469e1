// Markdown document → Tree, with everything that is wrong with the way it is written.
//
// Parsing never stops: after a mistake it goes on at the next clause or item, so a document with
// twenty mistakes reports twenty. It looks at one document alone: names are not resolved and `use`
// is not followed. One consequence: after `had offence or`, a name is taken for records, unless
// this same document defines it with `means` or it is followed by what only a number or a
// definition has
// (`(`, `of`, a comparison).
#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "base/source.h"
#include "language/tree.h"

namespace hearth {

struct Parsed {
  Tree tree;
  Diagnostics diagnostics;  // in the order of the document
};

Parsed parse_document(std::shared_ptr<const Source> source);

}  // namespace hearth
