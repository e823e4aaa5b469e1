#include <fmt/format.h>

#include "facts/facts_file.h"
#include "families/families_folder.h"

namespace hearth::families {
namespace {

namespace fs = std::filesystem;
using Cells = std::vector<std::string>;

// A day as a CSV has it, whatever the file has.
std::string cell_of(RowReader& row, const Column& column) {
  if (!column.name.ends_with("date")) return std::string(row.text(column));
  const auto day = row.date(column);
  return day ? to_text(*day) : std::string();
}

// Our own file, so whatever is wrong with it is no fault of anybody's data.
template <typename Take>
Result<void> read_own(const fs::path& path, const std::vector<std::string>& names,
                      const std::vector<std::string>& others, Take take) {
  std::optional<Database> database;
  if (file_format(path) != FileFormat::Csv) {
    auto opened = Database::open(1);
    if (!opened) return std::unexpected(opened.error());
    database = std::move(*opened);
  }
  auto file = FactsFile::open(database, path);
  if (!file) return std::unexpected(file.error());
  file->check_header({names, others});
  std::vector<Column> columns;
  for (const auto& name : names) columns.push_back(file->column(name));
  HEARTH_TRY(file->each_row([&](RowReader& row) {
    Cells cells;
    for (const auto& column : columns) cells.push_back(cell_of(row, column));
    take(cells);
    return true;
  }));
  if (file->account().count().set_aside == 0 && file->whole()) return {};
  return failed(path.string() + " is not as it was written; restore it or start a new folder");
}

Result<void> read_history(const fs::path& folder, std::vector<FamiliesBefore::Past>& history) {
  return read_own(
      folder / "history.csv", {"family_id", "date", "event", "other_family"}, {},
      [&](const Cells& cells) { history.push_back({cells[0], cells[1], cells[2], cells[3]}); });
}

}  // namespace

Result<FamiliesBefore> read_families_before(const fs::path& folder) {
  FamiliesBefore before;
  if (!fs::exists(folder / "history.csv")) return before;
  HEARTH_TRY(read_own(folder / "facts/members.csv", {"family_id", "person_id"},
                      {"role", "start_date", "end_date", "resident"},
                      [&](const Cells& cells) { before.people_of[cells[0]].insert(cells[1]); }));
  HEARTH_TRY(read_history(folder, before.history));
  return before;
}

Result<KeptFamilies> read_members(const fs::path& facts, const std::string& ending) {
  KeptFamilies kept;
  HEARTH_TRY(read_own(facts / ("members" + ending),
                      {"family_id", "person_id", "role", "start_date", "end_date", "resident"}, {},
                      [&](const Cells& c) {
                        kept.members.push_back({c[0], c[1], c[2], c[3], c[4], c[5], {}, {}, {}});
                      }));
  HEARTH_TRY(read_own(facts / ("people" + ending), {"person_id", "birth_date"},
                      {"sex", "death_date"}, [&](const Cells& c) {
                        if (const auto born = parse_date(c[1])) kept.born.emplace(c[0], *born);
                      }));
  return kept;
}

Result<KeptFamilies> read_kept_families(const fs::path& folder) {
  auto read = read_members(folder / "facts", ".csv");
  if (!read) return read;
  auto& kept = *read;
  std::size_t at = 0;
  bool fit = true;
  HEARTH_TRY(read_own(folder / "reasons.csv",
                      {"family_id", "person_id", "because", "with_person", "told_by"},
                      {"start_date"}, [&](const Cells& c) {
                        fit = fit && at < kept.members.size() && kept.members[at].family == c[0] &&
                              kept.members[at].person == c[1];
                        if (!fit) return;
                        auto& member = kept.members[at++];
                        member.because = c[2];
                        member.with = c[3];
                        member.told_by = c[4];
                      }));
  if (!fit || at != kept.members.size()) {
    return failed("the files of " + folder.string() +
                  " do not fit together; form the families again");
  }
  HEARTH_TRY(read_history(folder, kept.history));
  return read;
}

}  // namespace hearth::families
