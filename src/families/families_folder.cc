#include "families/families_folder.h"

#include <algorithm>

#include "facts/record_writer.h"
#include "facts/role_word.h"
#include "table/write_table.h"

namespace hearth::families {
namespace {

namespace fs = std::filesystem;
using Columns = std::vector<TableColumn>;

class FolderWriter {
 public:
  FolderWriter(const FamiliesToWrite& what, fs::path folder, Database& database)
      : what_(what), folder_(std::move(folder)), database_(database) {}

  Result<void> write() {
    HEARTH_TRY(write_people());
    HEARTH_TRY(write_families());
    HEARTH_TRY(write_members());
    HEARTH_TRY(write_reasons());
    return write_history();
  }

 private:
  const std::string& person(PersonNumber number) const { return what_.told.people[number].id; }

  template <typename Fill>
  Result<void> file(const char* path, std::string_view name, const Columns& columns, Fill fill) {
    return write_table(database_, name, columns, folder_ / path, FileFormat::Csv, fill);
  }

  Result<void> write_people() {
    const Columns columns = {
        {"person_id"}, {"birth_date", ColumnType::Date}, {"sex"}, {"death_date", ColumnType::Date}};
    return file("facts/people.csv", "people", columns, [&](TableWriter& row) -> Result<void> {
      for (const auto& about : what_.told.people) {
        row.text(about.id);
        put_date(row, about.born);
        put_text(row, about.sex);
        put_date(row, about.died);
        HEARTH_TRY(row.end_row());
      }
      return {};
    });
  }

  // Nobody knows a better day on which work with a family started than the one that is given, or
  // the first day it is known.
  Date started(const Family& family) const {
    if (what_.started) return *what_.started;
    auto first = family.first;
    if (first != kBeginning) return first;
    first = kForever;
    for (const auto& member : family.members) {
      const auto& born = what_.told.people[member.person].born;
      first = std::min(first, member.first != kBeginning ? member.first : born.value_or(kForever));
    }
    return first == kForever ? Date{0} : first;
  }

  Result<void> write_families() {
    const Columns columns = {{"family_id"},
                             {"started_on", ColumnType::Date},
                             {"closed_on", ColumnType::Date},
                             {"close_reason"}};
    return file("facts/families.csv", "families", columns, [&](TableWriter& row) -> Result<void> {
      for (const auto& family : what_.formed.families) {
        row.text(family.id);
        put_date(row, started(family));
        const bool closed = family.last != kForever && started(family) <= family.last;
        put_date(row, closed ? std::optional(family.last) : std::nullopt);
        put_text(row, closed ? "family_ended" : "");
        HEARTH_TRY(row.end_row());
      }
      return {};
    });
  }

  Result<void> write_members() {
    const Columns columns = {{"family_id"},
                             {"person_id"},
                             {"role"},
                             {"start_date", ColumnType::Date},
                             {"end_date", ColumnType::Date},
                             {"resident"}};
    return file("facts/members.csv", "members", columns, [&](TableWriter& row) -> Result<void> {
      for (const auto& family : what_.formed.families) {
        for (const auto& member : family.members) {
          row.text(family.id);
          row.text(person(member.person));
          row.text(role_word(member.role));
          put_date(row, member.first);
          put_date(row, member.last);
          put_text(row, resident_word(member));
          HEARTH_TRY(row.end_row());
        }
      }
      return {};
    });
  }

  Result<void> write_reasons() {
    const Columns columns = {{"family_id"}, {"person_id"},   {"start_date", ColumnType::Date},
                             {"because"},   {"with_person"}, {"told_by"}};
    return file("reasons.csv", "reasons", columns, [&](TableWriter& row) -> Result<void> {
      for (const auto& family : what_.formed.families) {
        for (const auto& member : family.members) {
          row.text(family.id);
          row.text(person(member.person));
          put_date(row, member.first);
          row.text(kWhys[static_cast<std::size_t>(member.reason.why)]);
          put_text(row, member.reason.with == kNobody ? "" : person(member.reason.with));
          std::string sources;
          for (const auto source : member.reason.sources) {
            sources += (sources.empty() ? "" : "; ") + what_.told.sources[source];
          }
          put_text(row, sources);
          HEARTH_TRY(row.end_row());
        }
      }
      return {};
    });
  }

  Result<void> write_history() {
    const Columns columns = {
        {"family_id"}, {"date", ColumnType::Date}, {"event"}, {"other_family"}};
    return file("history.csv", "history", columns, [&](TableWriter& row) -> Result<void> {
      for (const auto& family : what_.formed.families) {
        for (const auto& event : family.events) {
          row.text(family.id);
          put_date(row, event.day);
          row.text(kHappened[static_cast<std::size_t>(event.happened)]);
          put_text(row, event.other == kNoFamily ? "" : what_.formed.families[event.other].id);
          HEARTH_TRY(row.end_row());
        }
      }
      for (const auto& past : what_.replaced) {
        row.text(past.family);
        put_date(row, parse_date(past.day));
        row.text(past.event);
        put_text(row, past.other);
        HEARTH_TRY(row.end_row());
      }
      return {};
    });
  }

  const FamiliesToWrite& what_;
  fs::path folder_;
  Database& database_;
};

}  // namespace

Result<void> write_families(const FamiliesToWrite& what, const fs::path& folder) {
  std::error_code code;
  fs::create_directories(folder / "facts", code);
  if (code) return failed("cannot make the folder " + folder.string() + ": " + code.message());
  auto database = Database::open(1);
  if (!database) return std::unexpected(database.error());
  return FolderWriter(what, folder, *database).write();
}

}  // namespace hearth::families
