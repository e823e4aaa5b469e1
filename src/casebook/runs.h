// What the books of a casebook have alike: tables, which the first that needs them makes, and runs
// of which the last up to a day counts. What a run is made of each book says itself.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "casebook/as_known.h"
#include "casebook/sql_session.h"

namespace hearth {

inline Result<void> make_tables(SqlSession& session, std::span<const char* const> tables) {
  for (const auto* table : tables) {
    const auto made = session.run(session.laid_out(table));
    if (!made) return std::unexpected(made.error());
  }
  return {};
}

// `columns` ends in its table: `run, day, seal from link_run`; `people_run` is the column with the
// run of the linker. No row if there was no run by then.
inline Result<std::optional<SqlRow>> last_run_row(SqlSession& session, std::string_view columns,
                                                  std::string_view people_run,
                                                  const AsKnown& known) {
  constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
  const auto rows = session.run(
      fmt::format("select {} where day <= $1 and {} <= cast($2 as bigint)"
                  " order by run desc limit 1",
                  columns, people_run),
      {known.day ? to_text(*known.day) : "9999-12-31", std::to_string(known.run.value_or(kLast))});
  if (!rows) return std::unexpected(rows.error());
  return rows->empty() ? std::nullopt : std::optional(rows->front());
}

}  // namespace hearth
