// The one canonical layout of a document.
//
// Prose is kept byte for byte; the lines of `plan` and `example` blocks are laid out again, with
// their comments, and mean what they meant: parsing the result gives the same tree, and formatting
// it again gives the same text. A document with errors comes back as it is.
#pragma once

#include <memory>
#include <string>

#include "base/source.h"

namespace hearth {

std::string format_document(std::shared_ptr<const Source> source);

}  // namespace hearth
