#include "store/view_families.h"

#include "facts/record_writer.h"
#include "table/table_writer.h"

namespace hearth {
namespace {

Result<void> write_formed(Database& database, const FamilySource& families) {
  const std::vector<TableColumn> columns = {{"family_id"},
                                            {"person_id"},
                                            {"role"},
                                            {"start_date", ColumnType::Date},
                                            {"end_date", ColumnType::Date},
                                            {"resident"},
                                            {"ended", ColumnType::Date}};
  auto writer = TableWriter::create(database, "formed", columns);
  if (!writer) return std::unexpected(writer.error());
  if (families.seal.empty()) return writer->finish();
  const auto formed = families.read();
  if (!formed) return std::unexpected(formed.error());
  for (const auto& family : *formed) {
    for (const auto& member : family.members) {
      writer->text(family.id);
      writer->text(member.person);
      writer->text(member.role);
      put_date(*writer, parse_date(member.first));
      put_date(*writer, parse_date(member.last));
      put_text(*writer, member.resident);
      put_date(*writer, parse_date(family.last));
      HEARTH_TRY(writer->end_row());
    }
  }
  return writer->finish();
}

}  // namespace

Result<void> put_into_families(Database& database, const FamilySource& families) {
  HEARTH_TRY(write_formed(database, families));
  return database.run(
      sql("create table kin as select formed.*, started_on from formed join told using (person_id)"
          " union all by name select coalesce(family_id, person_id) as family_id, person_id, role,"
          " started_on from told anti join formed using (person_id)"),
      "put people into families");
}

// Work with somebody counts from when they are of the family, and no more once they have left.
Sql families_of_kin() {
  return sql(
      "with begun as (select family_id, max(ended) as ended, min(greatest(started_on, start_date))"
      " filter (where started_on is not null and (end_date is null or end_date >= started_on))"
      " as started_on from kin group by family_id)"
      " select family_id, started_on, case when started_on is null or started_on <= ended then"
      " ended end as closed_on, case when closed_on is not null then 'family_ended' end as"
      " close_reason from begun order by all");
}

Sql members_of_kin() {
  return sql(
      "select family_id, person_id, role, start_date, end_date, resident from kin order by all");
}

}  // namespace hearth
