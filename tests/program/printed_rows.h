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

// Something said of the entry and the outcome of a row.
struct Sides {
  std::string entry, outcome;

  bool operator==(const Sides&) const = default;
};

void PrintTo(const Sides& sides, std::ostream* out);

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
  std::vector<Sides> kinds;    // of each row, as a plan writes them: `event or statement`
  std::vector<Sides> decided;  // of each row of a plan: `statement`, `rule` or `undefined`
};

std::vector<std::string> cells_of(const std::string& line);  // of a table's line, trimmed
std::set<std::string> words_of(const std::string& kinds);    // without what joins them

bool has_printed_list();
Rows printed_rows(const Listed& listed);
Rows rows_of_plan(const Listed& listed);

}  // namespace hearth
