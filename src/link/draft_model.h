// Finds the fields of a model in tables that nobody has described: by the headings of their
// columns, and by values that can be nothing else.
//
// The draft is a model again, whose columns are those found, so that it can be read, put right and
// kept. A column about somebody else (a mother, a school) is not taken, nor one that is not a
// field.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "link/model.h"

namespace hearth::link {

// Some of a table's first rows.
struct TableSample {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> columns;  // by heading: the cells known
};

// With what a table of sightings has besides, unless the model has it: the numbers that agencies
// give people, found where a table has the feed and the feed's own number for a person, and beside
// them the role.
Model with_agency_fields(Model general);

Model draft_model(const Model& given, const std::vector<TableSample>& tables);

// Where the fields of a model stand in one table.
struct FieldPlaces {
  std::vector<std::vector<std::size_t>> columns;  // by field; several are joined, none: not there
  std::optional<std::size_t> full_name;           // holds forename and surname
  std::optional<std::size_t> row_id;
};

// By heading alone, for a model whose columns are those of its tables.
FieldPlaces find_fields(const Model& model, const std::vector<std::string>& headings);

// Letters and digits, with words parted by a space: `First_Name` → `first name`.
std::string plain_heading(std::string_view heading);

}  // namespace hearth::link
