#include "conformance/case_table.h"

#include <filesystem>
#include <fstream>
#include <pugixml.hpp>

#include "base/text.h"

namespace hearth::conformance {
namespace {

std::filesystem::path path_of(const std::string& file) {
  return std::filesystem::path(HEARTH_SOURCE_DIR).parent_path() / "shared/conformance" / file;
}

Case case_of(const pugi::xml_node& test) {
  Case result{test.attribute("name").value(), test.child("expression").text().get(), {}};
  if (const auto output = test.child("output")) result.expected = output.text().get();
  return result;
}

}  // namespace

std::optional<std::vector<Case>> read_cases(const std::string& name) {
  pugi::xml_document document;
  if (!document.load_file(path_of(name + ".xml").c_str())) return std::nullopt;
  std::vector<Case> cases;
  for (const auto& group : document.child("tests").children("group")) {
    for (const auto& test : group.children("test")) cases.push_back(case_of(test));
  }
  return cases;
}

std::optional<std::vector<std::vector<std::string>>> read_rows(const std::string& name) {
  std::ifstream file(path_of(name + ".csv"));
  if (!file) return std::nullopt;
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);  // the headings
  while (std::getline(file, line)) {
    if (trim(line).empty()) continue;
    auto& row = rows.emplace_back();
    for (const auto part : split(line, ';')) row.emplace_back(trim(part));
  }
  return rows;
}

}  // namespace hearth::conformance
