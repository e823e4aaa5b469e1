#include "store/facts_view.h"

#include <map>

#include "store/standing.h"
#include "store/view_families.h"
#include "table/table_writer.h"
#include "table/write_file.h"

namespace hearth {
namespace {

class ViewWriter {
 public:
  ViewWriter(Database& database, Standing& standing, const std::filesystem::path& folder,
             const ViewRequest& request)
      : database_(database),
        standing_(standing),
        who_(request.who),
        families_(request.families),
        folder_(folder),
        format_(request.format),
        wanted_(request.people) {}

  Result<void> write() {
    HEARTH_TRY(make_wanted());
    HEARTH_TRY(write_people());
    HEARTH_TRY(write_coverage());
    HEARTH_TRY(write_terms());
    for (const auto& type : standing_.record_types()) {
      const auto records = standing_.records(type);
      if (!records) return std::unexpected(records.error());
      HEARTH_TRY(file(type, of_wanted(*records)));
    }
    return {};
  }

 private:
  Result<void> make_wanted() {
    if (wanted_.empty()) return {};
    auto writer =
        TableWriter::create(database_, "wanted", std::vector<TableColumn>{{"wanted_person"}});
    if (!writer) return std::unexpected(writer.error());
    for (const auto& person : wanted_) {
      writer->text(person);
      HEARTH_TRY(writer->end_row());
    }
    return writer->finish();
  }

  Sql of_wanted(const Sql& rows) const {
    if (wanted_.empty()) return rows;
    return sql(
        "select * from ({}) where split_part(person_id, '~', 1) in (select wanted_person"
        " from wanted)",
        rows);
  }

  Result<void> file(const std::string& name, const Sql& query) {
    const auto* ending = format_ == FileFormat::Csv ? ".csv" : ".parquet";
    return write_file(database_, query, folder_ / (name + ending), format_);
  }

  Result<void> make_told() {
    const bool any = std::ranges::any_of(standing_.segments(), [](const SegmentEntry& segment) {
      return segment.kind == kSightings;
    });
    const auto nobody =
        sql("select ''::varchar as person_id, null::date as birth_date, ''::varchar as sex,"
            " null::date as death_date, ''::varchar as family_id, ''::varchar as role,"
            " null::date as started_on where false");
    return database_.run(
        sql("create table told as {}", of_wanted(any ? standing_.people() : nobody)),
        "read the people of the store");
  }

  // The people whose sightings are linked doubtfully: where nobody was linked, nobody's.
  Result<void> make_doubtful() {
    auto writer =
        TableWriter::create(database_, "doubtful", std::vector<TableColumn>{{"doubtful_person"}});
    if (!writer) return std::unexpected(writer.error());
    if (who_.doubtful) {
      const auto people = who_.doubtful();
      if (!people) return std::unexpected(people.error());
      for (const auto& person : *people) {
        writer->text(person);
        HEARTH_TRY(writer->end_row());
      }
    }
    return writer->finish();
  }

  Result<void> write_people() {
    HEARTH_TRY(make_told());
    HEARTH_TRY(make_doubtful());
    const auto doubtful =
        sql(", case when person_id in (select * from doubtful) then 'yes' end"
            " as doubtful");
    HEARTH_TRY(
        file("people", sql("select person_id, birth_date, sex, death_date{} from told order by all",
                           who_.seal.empty() ? Sql() : doubtful)));
    HEARTH_TRY(put_into_families(database_, families_));
    HEARTH_TRY(file("families", families_of_kin()));
    return file("members", members_of_kin());
  }

  Result<void> write_coverage() {
    auto writer = TableWriter::create(database_, "coverage",
                                      std::vector<TableColumn>{{"record_type"},
                                                               {"start_date", ColumnType::Date},
                                                               {"end_date", ColumnType::Date},
                                                               {"known_on", ColumnType::Date}});
    if (!writer) return std::unexpected(writer.error());
    for (const auto& load : standing_.loads()) {
      for (const auto& cover : load.covered) {
        writer->text(cover.record_type);
        writer->date(cover.first.days);
        writer->date(cover.last.days);
        writer->date(load.known_on.days);
        HEARTH_TRY(writer->end_row());
      }
    }
    HEARTH_TRY(writer->finish());
    return file("coverage", sql("select * from coverage order by all"));
  }

  Result<void> write_terms() {
    std::map<std::string, std::pair<Date, Date>> terms;  // as the last load that names it has it
    for (const auto& load : standing_.loads()) {
      if (!load.term.empty()) terms[load.term] = {load.first, load.last};
    }
    if (terms.empty()) return {};
    auto writer = TableWriter::create(
        database_, "terms",
        std::vector<TableColumn>{
            {"term"}, {"start_date", ColumnType::Date}, {"end_date", ColumnType::Date}});
    if (!writer) return std::unexpected(writer.error());
    for (const auto& [name, days] : terms) {
      writer->text(name);
      writer->date(days.first.days);
      writer->date(days.second.days);
      HEARTH_TRY(writer->end_row());
    }
    HEARTH_TRY(writer->finish());
    return file("terms", sql("select * from terms order by start_date"));
  }

  Database& database_;
  Standing& standing_;
  const WhoSource& who_;
  const FamilySource& families_;
  const std::filesystem::path& folder_;
  FileFormat format_;
  const std::vector<std::string>& wanted_;
};

Result<void> check_segments(const Lake& lake, const std::vector<SegmentEntry>& segments) {
  for (const auto& segment : segments) {
    const auto fault = lake.fault_of(kept(segment));
    if (!fault.empty()) return std::unexpected(spoilt(fault));
  }
  return {};
}

}  // namespace

Error spoilt(const std::string& fault) {
  return Error{fault + "; hearth verify says what else is wrong"};
}

Result<void> write_view(const Lake& lake, const std::vector<LoadEntry>& loads,
                        const ViewRequest& request, const std::filesystem::path& folder) {
  auto database = Database::open(request.threads);
  if (!database) return std::unexpected(database.error());
  auto standing = Standing::make(*database, lake, loads, request.known);
  if (!standing) return std::unexpected(standing.error());
  HEARTH_TRY(check_segments(lake, needed_segments(loads, request.known)));
  if (!request.who.seal.empty()) {
    const auto who = request.who.read();
    if (!who) return std::unexpected(who.error());
    HEARTH_TRY(standing->name_people(*who));
  }
  // The loads are frozen, and every segment is what it was when they were committed.
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return failed("cannot make the folder for the facts: " + code.message());
  return ViewWriter(*database, *standing, folder, request).write();
}

Result<void> write_view(Store& store, const ViewRequest& request,
                        const std::filesystem::path& folder) {
  const auto loads = store.casebook.loads();
  if (!loads) return std::unexpected(loads.error());
  return write_view(store.lake, *loads, request, folder);
}

}  // namespace hearth
