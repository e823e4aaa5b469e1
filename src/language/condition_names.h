// The names that a document's own definitions give to conditions.
//
// The parser needs them before it reads: after `had offence or`, a name of this kind starts another
// condition, and any other is taken for records.
#pragma once

#include <set>
#include <span>
#include <string>

#include "language/block.h"

namespace hearth {

using ConditionNames = std::set<std::string, std::less<>>;

ConditionNames condition_names(const Source& source, std::span<const Block> blocks);

}  // namespace hearth
