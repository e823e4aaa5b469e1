// The tests and windows that are written within a stretch of a document, wherever in its conditions
// and numbers they stand.
#pragma once

#include <string>
#include <vector>

#include "language/tree.h"

namespace hearth {

struct WrittenTest {
  std::vector<std::string> records;  // names of the records tested
  const written::Test* test;
};

std::vector<WrittenTest> tests_within(const Tree& tree, Span span);
std::vector<const written::Window*> windows_within(const Tree& tree, Span span);

}  // namespace hearth
