// The rows a council printed and the rows of its plan, side by side.
//
// The list of what was printed lies beside the repository; where it is absent, nothing is printed.
#pragma once

#include <ostream>
#include <set>
#include <string>
#include <vector>

namespace hearth {

struct PrintedRow {
  std::string ref, headline;
  std::set<std::string> flags;

  bool operator==(const PrintedRow&) const = default;
};

void PrintTo(const PrintedRow& row, std::ostream* out);

// What decides the entry and the outcome: `word`, `records`, `records or word`, `nothing` as
// printed; `statement`, `rule`, `undefined` as the plan runs.
struct Deciding {
  std::string entry, outcome;
};

struct Listed {
  const char* plan;     // the file's name, without its ending
  const char* section;  // of the list
};

inline constexpr Listed kListed[] = {{"wiltshire-2020", "9.1"},
                                     {"bath-and-north-east-somerset-2015", "9.2"},
                                     {"warwickshire-2015", "9.3"},
                                     {"national-2022", "9.4"}};

struct Rows {
  std::vector<PrintedRow> rows;
  std::vector<Deciding> deciding;  // of each row
};

std::vector<std::string> cells_of(const std::string& line);  // of a table's line, trimmed

bool has_printed_list();
Rows printed_rows(const Listed& listed);
Rows rows_of_plan(const Listed& listed);

}  // namespace hearth
