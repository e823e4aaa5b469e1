#include "families/record_decision.h"

#include <array>
#include <fstream>
#include <sstream>

#include "families/families_folder.h"

namespace hearth::families {
namespace {

constexpr std::string_view kHeader =
    "decided_on,person_id,decision,other_id,start_date,end_date,by,reason\n";

std::string csv_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == cell.npos) return std::string(cell);
  std::string text = "\"";
  for (const char c : cell) {
    text += c;
    if (c == '"') text += c;
  }
  return text + '"';
}

std::string day_or_nothing(std::optional<Date> day) { return day ? to_text(*day) : std::string(); }

}  // namespace

Result<void> record_decision(const std::filesystem::path& folder, const DecisionToRecord& what) {
  const auto path = folder / kDecisionsFile;
  std::ostringstream text;
  if (std::filesystem::exists(path)) {
    text << std::ifstream(path, std::ios::binary).rdbuf();
  } else {
    text << kHeader;
  }
  const std::array<std::string, 8> cells = {to_text(what.decided),
                                            what.person,
                                            std::string(kRulings[std::size_t(what.ruling)]),
                                            what.other,
                                            day_or_nothing(what.first),
                                            day_or_nothing(what.last),
                                            what.by,
                                            what.reason};
  for (std::size_t i = 0; i < cells.size(); ++i) text << (i ? "," : "") << csv_cell(cells[i]);
  text << '\n';
  // Whole or not at all: a decision half written would take the others with it.
  auto next = path;
  next += ".next";
  std::ofstream file(next, std::ios::binary);
  file << text.str();
  file.close();
  std::error_code code;
  if (file) std::filesystem::rename(next, path, code);
  if (!file || code) return failed("cannot write " + path.string());
  return {};
}

}  // namespace hearth::families
