#include "casebook/casebook.h"

#include <fmt/format.h>

#include "casebook/many_rows.h"
#include "casebook/runs.h"
#include "casebook/schema.h"

namespace hearth {
namespace {

LoadEntry load_in(const SqlRow& row) {
  LoadEntry load;
  load.number = number_in(row[0]);
  load.feed = row[1];
  load.source = row[2];
  load.term = row[3];
  load.first = day_in(row[4]);
  load.last = day_in(row[5]);
  load.known_on = day_in(row[6]);
  load.loaded_on = day_in(row[7]);
  load.mends = number_in(row[8]);
  load.content = row[9];
  load.seal = row[10];
  return load;
}

// Reads every row of the statement's answer into the load its first column names.
template <typename Put>
Result<void> put_each(SqlSession& session, std::int64_t after, const std::string& statement,
                      std::map<std::int64_t, LoadEntry>& loads, Put put) {
  const auto rows =
      session.run(statement + " where load > cast($1 as bigint)", {std::to_string(after)});
  if (!rows) return std::unexpected(rows.error());
  for (const auto& row : *rows) {
    const auto load = loads.find(number_in(row[0]));
    if (load != loads.end()) put(load->second, row);
  }
  return {};
}

Result<void> read_parts(SqlSession& session, std::int64_t after,
                        std::map<std::int64_t, LoadEntry>& loads) {
  HEARTH_TRY(put_each(session, after, "select load, file, bytes, sha256 from load_file", loads,
                      [](LoadEntry& load, const SqlRow& row) {
                        load.files.push_back({row[1], number_in(row[2]), row[3]});
                      }));
  HEARTH_TRY(put_each(
      session, after, "select load, name, kind, row_count, bytes, sha256 from segment", loads,
      [](LoadEntry& load, const SqlRow& row) {
        load.segments.push_back({row[1], row[2], number_in(row[3]), number_in(row[4]), row[5]});
      }));
  HEARTH_TRY(put_each(session, after, "select load, record_type, first_day, last_day from covered",
                      loads, [](LoadEntry& load, const SqlRow& row) {
                        load.covered.push_back({row[1], day_in(row[2]), day_in(row[3])});
                      }));
  HEARTH_TRY(put_each(session, after,
                      "select load, file, feed_table, outcome, row_count from outcome", loads,
                      [](LoadEntry& load, const SqlRow& row) {
                        load.outcomes.push_back({row[1], row[2], row[3], number_in(row[4])});
                      }));
  return put_each(session, after, "select load, feed_table, feed_column, row_count from filled",
                  loads, [](LoadEntry& load, const SqlRow& row) {
                    load.filled.push_back({row[1], row[2], number_in(row[3])});
                  });
}

Result<void> put(SqlSession& session, const char* statement, std::vector<std::string> values) {
  const auto done = session.run(statement, values);
  return done ? Result<void>() : std::unexpected(done.error());
}

}  // namespace

bool Casebook::is_url(std::string_view place) {
  return place.starts_with("postgresql://") || place.starts_with("postgres://");
}

Result<Casebook> Casebook::open(const std::string& place, Access access) {
  auto session = is_url(place) ? open_postgres(place) : open_sqlite(place, access);
  if (!session) return std::unexpected(session.error());
  Casebook casebook(std::move(*session));
  if (access == Access::Write) return casebook;
  const auto there = casebook.session_->has_table("store");
  if (!there) return std::unexpected(there.error());
  if (!*there) return failed("there is no store here: hearth load makes one");
  HEARTH_TRY(casebook.check_format());
  return casebook;
}

Result<void> Casebook::make(Date on) {
  const auto there = session_->has_table("store");
  if (!there) return std::unexpected(there.error());
  if (*there) return check_format();
  return in_transaction(*session_, Access::Write, [&]() -> Result<void> {
    HEARTH_TRY(make_tables(*session_, kCasebookTables));
    return put(*session_, "insert into store values (cast($1 as bigint), $2)",
               {std::to_string(kStoreFormat), to_text(on)});
  });
}

Result<void> Casebook::check_format() {
  const auto rows = session_->run("select format from store");
  if (!rows) return std::unexpected(rows.error());
  if (rows->size() != 1) return failed("the casebook is damaged: it does not say its format");
  if (number_in(rows->front().front()) == kStoreFormat) return {};
  return failed(fmt::format(
      "the store is of format {}, and this hearth knows format {}: use the hearth that wrote it",
      rows->front().front(), kStoreFormat));
}

Result<std::vector<LoadEntry>> Casebook::loads(std::int64_t after) {
  std::map<std::int64_t, LoadEntry> loads;
  HEARTH_TRY(in_transaction(*session_, Access::Read, [&]() -> Result<void> {
    const auto rows = session_->run(
        "select load, feed, source, term, first_day, last_day, known_on, loaded_on, mends, content,"
        " seal from load where load > cast($1 as bigint)",
        {std::to_string(after)});
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) loads.emplace(number_in(row[0]), load_in(row));
    return read_parts(*session_, after, loads);
  }));
  std::vector<LoadEntry> result;
  for (auto& [number, load] : loads) {
    put_in_order(load);
    result.push_back(std::move(load));
  }
  return result;
}

Result<std::map<std::int64_t, std::string>> Casebook::seals_of(
    const std::vector<std::int64_t>& loads) {
  return texts_by_number(*session_, "select load, seal from load join asked on load = asked.a",
                         loads);
}

Result<void> Casebook::insert(const LoadEntry& load) {
  const auto number = std::to_string(load.number);
  HEARTH_TRY(put(*session_,
                 "insert into load values (cast($1 as bigint), $2, $3, $4, $5, $6, $7, $8,"
                 " cast($9 as bigint), $10, $11)",
                 {number, load.feed, load.source, load.term, to_text(load.first),
                  to_text(load.last), to_text(load.known_on), to_text(load.loaded_on),
                  std::to_string(load.mends), load.content, load.seal}));
  for (const auto& file : load.files) {
    HEARTH_TRY(put(*session_,
                   "insert into load_file values (cast($1 as bigint), $2, cast($3 as bigint), $4)",
                   {number, file.name, std::to_string(file.bytes), file.sha256}));
  }
  for (const auto& s : load.segments) {
    HEARTH_TRY(
        put(*session_,
            "insert into segment values (cast($1 as bigint), $2, $3, cast($4 as bigint),"
            " cast($5 as bigint), $6)",
            {number, s.name, s.kind, std::to_string(s.rows), std::to_string(s.bytes), s.sha256}));
  }
  for (const auto& c : load.covered) {
    HEARTH_TRY(put(*session_, "insert into covered values (cast($1 as bigint), $2, $3, $4)",
                   {number, c.record_type, to_text(c.first), to_text(c.last)}));
  }
  for (const auto& o : load.outcomes) {
    HEARTH_TRY(put(*session_,
                   "insert into outcome values (cast($1 as bigint), $2, $3, $4,"
                   " cast($5 as bigint))",
                   {number, o.file, o.table, o.outcome, std::to_string(o.rows)}));
  }
  for (const auto& f : load.filled) {
    HEARTH_TRY(put(*session_,
                   "insert into filled values (cast($1 as bigint), $2, $3, cast($4 as bigint))",
                   {number, f.table, f.column, std::to_string(f.rows)}));
  }
  return {};
}

Result<void> Casebook::commit(std::vector<LoadEntry> loads) {
  return in_transaction(*session_, Access::Write, [&]() -> Result<void> {
    const auto last = session_->run("select seal from load order by load desc limit 1");
    if (!last) return std::unexpected(last.error());
    auto seal = last->empty() ? std::string() : last->front().front();
    for (auto& load : loads) {
      load.content = content_of(load);
      load.seal = seal = seal_of(load, seal);
      HEARTH_TRY(insert(load));
    }
    return {};
  });
}

Result<void> Casebook::restore(const std::vector<LoadEntry>& loads) {
  return in_transaction(*session_, Access::Write, [&]() -> Result<void> {
    const auto any = session_->run("select 1 from load limit 1");
    if (!any) return std::unexpected(any.error());
    if (!any->empty()) return failed("there are loads here already; restore into a new store");
    for (const auto& load : loads) HEARTH_TRY(insert(load));
    return {};
  });
}

std::vector<std::string> broken_seals(const std::vector<LoadEntry>& loads) {
  std::vector<std::string> broken;
  std::string before;
  std::int64_t expected = 1;
  for (const auto& load : loads) {
    for (; expected < load.number; ++expected) {
      broken.push_back(fmt::format("casebook, load {}: it is gone", expected));
    }
    ++expected;
    if (seal_of(load, before) != load.seal) {
      broken.push_back(fmt::format(
          "casebook, load {}: its rows, or the seal before it, are not what was committed",
          load.number));
    }
    before = load.seal;
  }
  return broken;
}

}  // namespace hearth
