// The manual: the specs as chapters, in the order spec/README.md lists them.
//
// spec/README.md is a page like any other; each `## ` heading there with a name in brackets is a
// chapter, and the list below it its specs.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hearth {

// The chapters as files: name and text.
std::vector<std::pair<std::string, std::string>> render_manual(const std::string& root);

// Specs that no chapter lists, or more than one, and listed specs that do not exist; empty if none.
std::string chapter_faults(const std::string& root);

}  // namespace hearth
