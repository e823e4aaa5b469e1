#include "program/printed_rows.h"

#include <filesystem>
#include <map>
#include <regex>
#include <sstream>

#include "base/text.h"
#include "program/run_program.h"

namespace hearth {
namespace {

std::string printed_list() {
  return (std::filesystem::path(root()).parent_path() / "shared/reference/domain.md").string();
}

// What the list's marks are called in a plan. The others tell of printing, not of the rule; a row
// without an outcome is told apart by `undefined`.
const std::map<std::string, std::string> kFlags = {
    {"M", "mandatory"},          {"SA", "stands alone"}, {"SUP", "supplementary"},
    {"UD", "under development"}, {"MG", "merged"},       {"STAR", "starred"},
    {"NO", "undefined"}};

std::set<std::string> capitals(const std::string& text) {
  std::set<std::string> words;
  const std::regex word("[A-Z]+");
  for (std::sregex_iterator m(text.begin(), text.end(), word), end; m != end; ++m) {
    words.insert(m->str());
  }
  return words;
}

std::set<std::string> flags_of(const std::string& marks) {
  std::set<std::string> flags;
  for (const auto& mark : capitals(marks)) {
    if (const auto flag = kFlags.find(mark); flag != kFlags.end()) flags.insert(flag->second);
  }
  return flags;
}

using Words = std::map<std::string, std::string>;
const Words kEntryKinds = {{"EW", "event"},      {"CW", "count"},     {"AS", "current spell"},
                           {"ES", "past spell"}, {"RT", "ratio"},     {"FD", "future date"},
                           {"SC", "score"},      {"AT", "attribute"}, {"PS", "statement"}};
const Words kOutcomeKinds = {{"RD", "reduction"}, {"ZW", "no event"},      {"TH", "threshold"},
                             {"CL", "step-down"}, {"CM", "completion"},    {"EN", "engagement"},
                             {"ST", "state"},     {"SP", "lasting spell"}, {"SI", "improvement"},
                             {"PS", "statement"}, {"NONE", "nothing"}};

std::string replaced(const std::string& text, const char* what, const std::string& with) {
  return std::regex_replace(text, std::regex(what), with);
}

// A mark the list does not explain stays as it is, and agrees with no plan.
std::string in_words(const std::string& marks, const Words& kinds) {
  const auto joined = replaced(replaced(marks, R"( *\\\| *)", " or "), " *& *", " and ");
  std::string text;
  const std::regex mark("[A-Z]+");
  auto at = joined.begin();
  for (std::sregex_iterator m(joined.begin(), joined.end(), mark), end; m != end; ++m) {
    const auto kind = kinds.find(m->str());
    text.append(at, joined.begin() + m->position());
    text += kind == kinds.end() ? m->str() : kind->second;
    at = joined.begin() + m->position() + m->length();
  }
  return text.append(at, joined.end());
}

// As a plan writes what the list writes `EN&CL \| ST`, where `&` binds more closely, or `PS (read
// EW)`, where the print is broken and reads otherwise.
std::string kinds_of(const std::string& cell, const Words& kinds) {
  const auto marks = replaced(cell, R"(^.*\(read (.*)\)$)", "$1");
  const bool mixed = marks.find('|') != std::string::npos && marks.find('(') == std::string::npos;
  return in_words(mixed ? replaced(marks, "[A-Z]+(&[A-Z]+)+", "($&)") : marks, kinds);
}

// The national 1.3 stands for four needs, and the two rows 6d are told apart by a number.
void add_printed(Rows& rows, PrintedRow row, const Sides& kinds, bool national) {
  if (national && row.ref == "1.3") {
    for (const char need : {'a', 'b', 'c', 'd'}) {
      rows.rows.push_back(row);
      rows.rows.back().ref += need;
      rows.kinds.push_back(kinds);
    }
    return;
  }
  row.ref = replaced(row.ref, "^6d \\((.).*$", "6d-$1");
  rows.rows.push_back(std::move(row));
  rows.kinds.push_back(kinds);
}

}  // namespace

void PrintTo(const PrintedRow& row, std::ostream* out) {
  *out << row.headline << " " << row.ref;
  for (const auto& flag : row.flags) *out << " [" << flag << "]";
}

void PrintTo(const Sides& sides, std::ostream* out) {
  *out << sides.entry << " then " << sides.outcome;
}

std::set<std::string> words_of(const std::string& kinds) {
  std::set<std::string> words;
  const std::regex joint(" or | and |[()]+");
  for (std::sregex_token_iterator word(kinds.begin(), kinds.end(), joint, -1), end; word != end;
       ++word) {
    if (word->length() > 0) words.insert(word->str());
  }
  return words;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells = {""};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const bool divides = line[i] == '|' && line[i - 1] != '\\';
    if (divides)
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  for (auto& cell : cells) cell = std::regex_replace(cell, std::regex("^ +| +$"), "");
  return cells;
}

bool has_printed_list() { return std::filesystem::exists(printed_list()); }

Rows printed_rows(const Listed& listed) {
  Rows rows;
  const std::string section = listed.section;
  std::istringstream lines(text_of(printed_list()));
  bool within = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("##")) within = line.starts_with("### " + section + " ");
    if (!within || !line.starts_with("| ") || line.starts_with("| Ref ")) continue;
    const auto cells = cells_of(line);
    add_printed(rows, {cells.at(0), cells.at(1), flags_of(cells.at(8))},
                {kinds_of(cells.at(3), kEntryKinds), kinds_of(cells.at(5), kOutcomeKinds)},
                section == "9.4");
  }
  return rows;
}

Rows rows_of_plan(const Listed& listed) {
  Rows rows;
  const auto path = root() + "/plans/" + listed.plan + ".md";
  const auto ran = run_program({"plan", "rows", path, "--format", "csv"});
  std::istringstream lines(std::regex_replace(ran.out, std::regex("\"[^\"]*\""), "…"));
  std::string line;
  std::getline(lines, line);  // the columns' names
  while (std::getline(lines, line)) {
    const auto columns = split(line, ',');
    PrintedRow row{std::string(columns.at(2)), std::string(columns.at(1)), {}};
    if (columns.at(5) == "undefined") row.flags.insert("undefined");
    for (const auto& [mark, flag] : kFlags) {
      if (columns.at(7).find(flag) != std::string::npos) row.flags.insert(flag);
    }
    rows.rows.push_back(std::move(row));
    rows.decided.push_back({std::string(columns.at(4)), std::string(columns.at(5))});
    rows.kinds.push_back({std::string(columns.at(8)), std::string(columns.at(9))});
  }
  return rows;
}

}  // namespace hearth
