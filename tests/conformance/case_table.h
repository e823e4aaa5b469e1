// Other projects' test tables, as they lie in ../shared/conformance beside the repository.
//
// A case is an expression in the table's own words and the answer it expects; what hearth makes of
// it is in expression.h. Where the folder is absent the tables read as nullopt, and tests skip.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hearth::conformance {

struct Case {
  std::string name;
  std::string expression;
  std::optional<std::string> expected;  // none: the table expects an error
};

// The cases of `NAME.xml`, in its order.
std::optional<std::vector<Case>> read_cases(const std::string& name);

// The rows of `NAME.csv`, whose cells are parted by semicolons, without the headings.
std::optional<std::vector<std::vector<std::string>>> read_rows(const std::string& name);

}  // namespace hearth::conformance
