#include "casebook/family_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "casebook/many_rows.h"
#include "casebook/runs.h"
#include "casebook/schema.h"

namespace hearth {
namespace {

constexpr std::string_view kRunColumns = "run, day, people_run, loads, seal from family_run";

FamilyRunEntry run_in(const SqlRow& row) {
  return {number_in(row[0]), day_in(row[1]), number_in(row[2]), number_in(row[3]), row[4]};
}

constexpr std::string_view kWritten = "run = cast($1 as bigint)";
// Of each family what the last run to write it up to that one did.
constexpr std::string_view kStanding =
    "run = (select max(v.run) from family v where v.family_id = t.family_id and v.run <="
    " cast($1 as bigint))";

// Both lists are by family: puts each row to its own.
template <typename Put>
void put_each(std::vector<FamilyEntry>& families, const std::vector<SqlRow>& rows, Put put) {
  for (const auto& row : rows) {
    const auto family = std::ranges::lower_bound(families, row[0], {}, &FamilyEntry::id);
    if (family != families.end() && family->id == row[0]) put(*family, row);
  }
}

}  // namespace

Result<void> FamilyBook::make() { return make_tables(session_, kFamilyTables); }

Result<std::optional<FamilyRunEntry>> FamilyBook::last_run(const AsKnown& known) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return std::nullopt;
  const auto row = last_run_row(session_, kRunColumns, "people_run", known);
  if (!row) return std::unexpected(row.error());
  return *row ? std::optional(run_in(**row)) : std::nullopt;
}

Result<std::vector<FamilyEntry>> FamilyBook::read_families(std::int64_t run, Which which) {
  const auto read = [&](std::string_view table, std::string_view columns, std::string_view order) {
    return session_.run(fmt::format("select family_id, {} from {} t where {} order by {}", columns,
                                    table, which == Which::Standing ? kStanding : kWritten, order),
                        {std::to_string(run)});
  };
  const auto families = read("family", "first_day, last_day", "family_id");
  if (!families) return std::unexpected(families.error());
  const auto members = read("family_member",
                            "person_id, role, first_day, last_day, resident, because, with_id,"
                            " told_by",
                            "family_id, member");
  if (!members) return std::unexpected(members.error());
  const auto events = read("family_event", "day, what, other_id", "family_id, event");
  if (!events) return std::unexpected(events.error());
  std::vector<FamilyEntry> found;
  for (const auto& row : *families) found.push_back({row[0], row[1], row[2], {}, {}});
  std::ranges::sort(found, {}, &FamilyEntry::id);  // whatever the database's order of letters is
  put_each(found, *members, [](FamilyEntry& family, const SqlRow& row) {
    family.members.push_back({row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]});
  });
  put_each(found, *events, [](FamilyEntry& family, const SqlRow& row) {
    family.events.push_back({row[1], row[2], row[3]});
  });
  return found;
}

Result<std::vector<FamilyDecisionEntry>> FamilyBook::read_decisions(std::int64_t run, Which which) {
  const auto rows = session_.run(
      fmt::format("select day, what, person_id, other_id, first_day, last_day, said_by, because"
                  " from family_decision where run {} cast($1 as bigint) order by run",
                  which == Which::Standing ? "<=" : "="),
      {std::to_string(run)});
  if (!rows) return std::unexpected(rows.error());
  std::vector<FamilyDecisionEntry> decisions;
  for (const auto& row : *rows) {
    decisions.push_back({day_in(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], row[7]});
  }
  return decisions;
}

Result<void> FamilyBook::each_run(const std::function<bool(const FamilyRunEntry& run)>& take) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return {};
  return in_transaction(session_, Access::Read, [&]() -> Result<void> {
    const auto rows = session_.run(fmt::format("select {} order by run", kRunColumns));
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) {
      auto run = run_in(row);
      auto families = read_families(run.number, Which::Written);
      if (!families) return std::unexpected(families.error());
      run.families = std::move(*families);
      auto decisions = read_decisions(run.number, Which::Written);
      if (!decisions) return std::unexpected(decisions.error());
      run.decisions = std::move(*decisions);
      if (!take(run)) break;
    }
    return {};
  });
}

Result<std::vector<FamilyEntry>> FamilyBook::families(std::int64_t run) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return std::vector<FamilyEntry>();
  return read_families(run, Which::Standing);
}

Result<std::vector<FamilyDecisionEntry>> FamilyBook::decisions(std::int64_t run) {
  const auto any = there();
  if (!any) return std::unexpected(any.error());
  if (!*any) return std::vector<FamilyDecisionEntry>();
  return read_decisions(run, Which::Standing);
}

Result<void> FamilyBook::insert(const FamilyRunEntry& run) {
  const auto number = std::to_string(run.number);
  ManyRows runs(session_, "family_run", {"bigint", "text", "bigint", "bigint", "text"});
  HEARTH_TRY(runs.add({number, to_text(run.day), std::to_string(run.people_run),
                       std::to_string(run.loads), run.seal}));
  HEARTH_TRY(runs.finish());
  ManyRows families(session_, "family", {"bigint", "text", "text", "text"});
  for (const auto& family : run.families) {
    HEARTH_TRY(families.add({number, family.id, family.first, family.last}));
  }
  HEARTH_TRY(families.finish());  // before the rows that name them
  ManyRows members(
      session_, "family_member",
      {"bigint", "text", "bigint", "text", "text", "text", "text", "text", "text", "text", "text"});
  ManyRows events(session_, "family_event", {"bigint", "text", "bigint", "text", "text", "text"});
  for (const auto& family : run.families) {
    std::int64_t member = 0, event = 0;
    for (const auto& m : family.members) {
      HEARTH_TRY(members.add({number, family.id, std::to_string(++member), m.person, m.role,
                              m.first, m.last, m.resident, m.because, m.with, m.told_by}));
    }
    for (const auto& e : family.events) {
      HEARTH_TRY(events.add({number, family.id, std::to_string(++event), e.day, e.what, e.other}));
    }
  }
  HEARTH_TRY(members.finish());
  HEARTH_TRY(events.finish());
  ManyRows decisions(session_, "family_decision",
                     {"bigint", "text", "text", "text", "text", "text", "text", "text", "text"});
  for (const auto& d : run.decisions) {
    HEARTH_TRY(decisions.add(
        {number, to_text(d.day), d.what, d.person, d.other, d.first, d.last, d.by, d.because}));
  }
  return decisions.finish();
}

Result<void> FamilyBook::add(const FamilyRunEntry& run) {
  return in_transaction(session_, Access::Write, [&]() -> Result<void> {
    HEARTH_TRY(make());
    return insert(run);
  });
}

Result<std::vector<std::string>> broken_seals(FamilyBook& families) {
  std::vector<std::string> broken;
  std::string before;
  std::int64_t expected = 1;
  HEARTH_TRY(families.each_run([&](const FamilyRunEntry& run) {
    for (; expected < run.number; ++expected) {
      broken.push_back(fmt::format("casebook, run {} that formed families: it is gone", expected));
    }
    ++expected;
    if (seal_of(run, before) != run.seal) {
      broken.push_back(
          fmt::format("casebook, run {} that formed families: its rows, or the seal before it, are"
                      " not what was committed",
                      run.number));
    }
    before = run.seal;
    return true;
  }));
  return broken;
}

}  // namespace hearth
