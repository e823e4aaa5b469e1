// A tree as stable text, a line for each item, clause and example line, for tests to compare.
//
// Places are left out, and a condition is printed with a bracket round every node, so two documents
// print alike exactly when they say the same.
#pragma once

#include <string>

#include "language/tree.h"

namespace hearth {

std::string print_tree(const Tree& tree);

namespace written {
std::string print_condition(const Tree& tree, ConditionId id);
std::string print_records(const Records& records);
}  // namespace written

}  // namespace hearth
