#include "facts/write_facts.h"

#include <array>
#include <filesystem>

#include "facts/facts_folder.h"
#include "facts/record_writer.h"
#include "facts/role_word.h"
#include "table/write_table.h"

namespace hearth {
namespace {

constexpr int kThreads = 1;  // more would not keep rows in order of writing in every format

using Columns = std::vector<TableColumn>;

class FolderWriter {
 public:
  FolderWriter(const Facts& facts, std::filesystem::path folder, FileFormat format,
               Database& database)
      : facts_(facts), folder_(std::move(folder)), format_(format), database_(database) {}

  Result<void> write();

 private:
  // Fills a table by `fill(TableWriter&)` and makes it the file `name`.
  template <typename Fill>
  Result<void> file(std::string_view name, const Columns& columns, Fill fill) {
    HEARTH_TRY(write_table(database_, name, columns, path_of(name, format_), format_, fill));
    return remove(name, format_ == FileFormat::Csv ? FileFormat::Parquet : FileFormat::Csv);
  }
  std::filesystem::path path_of(std::string_view name, FileFormat format) const {
    return folder_ / fmt::format("{}.{}", name, format == FileFormat::Csv ? "csv" : "parquet");
  }
  Result<void> remove(std::string_view name, FileFormat format) const;

  Result<void> write_people();
  Result<void> write_families();
  Result<void> write_members();
  Result<void> write_terms();
  Result<void> write_coverage();
  Result<void> write_records(RecordTypeId type);

  const Facts& facts_;
  std::filesystem::path folder_;
  FileFormat format_;
  Database& database_;
};

Result<void> FolderWriter::remove(std::string_view name, FileFormat format) const {
  std::error_code code;
  std::filesystem::remove(path_of(name, format), code);
  if (code) return failed(fmt::format("cannot replace {}: {}", name, code.message()));
  return {};
}

Result<void> FolderWriter::write() {
  HEARTH_TRY(write_people());
  HEARTH_TRY(write_families());
  HEARTH_TRY(write_members());
  HEARTH_TRY(write_terms());
  HEARTH_TRY(write_coverage());
  for (std::size_t type = 0; type < facts_.catalogue.record_types.size(); ++type) {
    HEARTH_TRY(write_records(RecordTypeId(type)));
  }
  return {};
}

Result<void> FolderWriter::write_people() {
  const Columns columns = {{"person_id", ColumnType::Text},
                           {"birth_date", ColumnType::Date},
                           {"sex", ColumnType::Text},
                           {"death_date", ColumnType::Date}};
  return file(kPeopleFile, columns, [&](TableWriter& writer) -> Result<void> {
    for (const auto& person : facts_.people) {
      writer.text(person.id);
      put_date(writer, person.born);
      put_text(writer, person.sex);
      put_date(writer, person.died);
      HEARTH_TRY(writer.end_row());
    }
    return {};
  });
}

Result<void> FolderWriter::write_families() {
  const Columns columns = {
      {"family_id", ColumnType::Text},         {"started_on", ColumnType::Date},
      {"assessed_on", ColumnType::Date},       {"plan_agreed_on", ColumnType::Date},
      {"lead_practitioner", ColumnType::Text}, {"closed_on", ColumnType::Date},
      {"close_reason", ColumnType::Text}};
  return file(kFamiliesFile, columns, [&](TableWriter& writer) -> Result<void> {
    for (const auto& family : facts_.families) {
      writer.text(family.id);
      put_date(writer, family.started);
      put_date(writer, family.assessed);
      put_date(writer, family.plan_agreed);
      put_text(writer, family.lead_practitioner);
      put_date(writer, family.closed);
      put_text(writer, family.close_reason);
      HEARTH_TRY(writer.end_row());
    }
    return {};
  });
}

Result<void> FolderWriter::write_members() {
  constexpr std::array<std::string_view, 3> kResident = {"", "yes", "no"};
  const Columns columns = {{"family_id", ColumnType::Text}, {"person_id", ColumnType::Text},
                           {"role", ColumnType::Text},      {"start_date", ColumnType::Date},
                           {"end_date", ColumnType::Date},  {"resident", ColumnType::Text}};
  return file(kMembersFile, columns, [&](TableWriter& writer) -> Result<void> {
    for (const auto& member : facts_.members) {
      writer.text(facts_.families[member.family.index].id);
      writer.text(facts_.people[member.person.index].id);
      writer.text(role_word(member.role));
      put_date(writer, member.first);
      put_date(writer, member.last);
      put_text(writer, kResident[static_cast<std::size_t>(member.residence)]);
      HEARTH_TRY(writer.end_row());
    }
    return {};
  });
}

Result<void> FolderWriter::write_terms() {
  const Columns columns = {
      {"term", ColumnType::Text}, {"start_date", ColumnType::Date}, {"end_date", ColumnType::Date}};
  return file(kTermsFile, columns, [&](TableWriter& writer) -> Result<void> {
    for (const auto& term : facts_.terms.terms()) {
      writer.text(term.name);
      put_date(writer, term.first);
      put_date(writer, term.last);
      HEARTH_TRY(writer.end_row());
    }
    return {};
  });
}

Result<void> FolderWriter::write_coverage() {
  const Columns columns = {{"record_type", ColumnType::Text},
                           {"start_date", ColumnType::Date},
                           {"end_date", ColumnType::Date}};
  return file(kCoverageFile, columns, [&](TableWriter& writer) -> Result<void> {
    for (std::size_t type = 0; type < facts_.coverage.size(); ++type) {
      for (const auto& stretch : facts_.coverage[type]) {
        writer.text(facts_.catalogue.record_types[type].name);
        put_date(writer, stretch.first);
        put_date(writer, stretch.last);
        HEARTH_TRY(writer.end_row());
      }
    }
    return {};
  });
}

Result<void> FolderWriter::write_records(RecordTypeId type) {
  const RecordWriter records(facts_, type);
  const auto& name = facts_.catalogue[type].name;
  if (records.empty()) {
    HEARTH_TRY(remove(name, FileFormat::Csv));
    return remove(name, FileFormat::Parquet);
  }
  return file(name, records.columns(), [&](TableWriter& writer) { return records.write(writer); });
}

}  // namespace

Result<void> write_facts(const Facts& facts, const std::string& folder, FileFormat format) {
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return failed(fmt::format("cannot make the folder {}: {}", folder, code.message()));
  auto database = Database::open(kThreads);
  if (!database) return std::unexpected(database.error());
  return FolderWriter(facts, folder, format, *database).write();
}

}  // namespace hearth
