#include <fmt/format.h>

#include "casebook/postgres_calls.h"
#include "casebook/sql_session.h"

namespace hearth {
namespace {

using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;

// What the five letters of SQLSTATE mean to somebody who looks after a store.
std::string_view meaning_of(std::string_view state) {
  if (state.starts_with("08") || state.starts_with("57P")) return "the connection broke";
  if (state.starts_with("28")) return "the user is not let in";
  if (state == "42501") return "the user may not do this";
  if (state == "53100") return "its disk is full";
  if (state == "23505") return "another process has just done the same";
  if (state == "25006") return "it is read-only";
  if (state.starts_with("40")) return "another process got in the way";
  return "PostgreSQL refused";
}

class PostgresSession : public SqlSession {
 public:
  explicit PostgresSession(PGconn* connection) : connection_(connection) {}
  ~PostgresSession() override { pq::finish(connection_); }

  using SqlSession::run;
  Result<std::vector<SqlRow>> run(const std::string& statement,
                                  const std::vector<std::string>& values) override {
    std::vector<const char*> cells;
    for (const auto& value : values) cells.push_back(value.c_str());
    const Answer answer(
        pq::exec_params(connection_, statement.c_str(), static_cast<int>(cells.size()), nullptr,
                        cells.data(), nullptr, nullptr, 0),
        pq::clear);
    const auto status = pq::result_status(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return failure(answer.get());
    std::vector<SqlRow> rows;
    for (int r = 0; r < pq::ntuples(answer.get()); ++r) {
      auto& row = rows.emplace_back();
      for (int c = 0; c < pq::nfields(answer.get()); ++c) {
        row.emplace_back(pq::getvalue(answer.get(), r, c));
      }
    }
    return rows;
  }

  Result<void> begin_reading() override {
    return only_done("begin isolation level repeatable read read only");
  }
  // One writes at a time, as in SQLite: whoever numbers the next row finds the last.
  Result<void> begin_writing() override {
    HEARTH_TRY(only_done("begin"));
    return only_done("select pg_advisory_xact_lock(7522525896799420418)");  // "hearth", 2
  }

  Result<void> commit() override {
    auto done = only_done("commit");
    if (!done && pq::status(connection_) != CONNECTION_OK) {
      return failed(
          "the connection to the casebook broke during the commit, and whether it was done cannot "
          "be told from here; give the same files again: what is loaded already is not loaded "
          "twice");
    }
    return done;
  }
  void roll_back() override {
    if (pq::transaction_status(connection_) != PQTRANS_IDLE) (void)only_done("rollback");
  }

  std::size_t rows_at_once() const override { return 200; }  // each statement is a journey

  Result<bool> has_table(const std::string& name) override {
    const auto found = run("select to_regclass($1)::text", {name});
    if (!found) return std::unexpected(found.error());
    return !found->front().front().empty();
  }
  Result<void> check_itself() override { return {}; }  // the server's own business

 private:
  Result<void> only_done(const char* statement) {
    const auto done = run(statement);
    return done ? Result<void>() : std::unexpected(done.error());
  }

  // PostgreSQL's own messages may repeat what a row says; its code does not.
  std::unexpected<Error> failure(const PGresult* answer) const {
    const char* state = pq::result_error_field(answer, PG_DIAG_SQLSTATE);
    if (state == nullptr || pq::status(connection_) != CONNECTION_OK) {
      return failed("the casebook failed: the connection broke; nothing was changed");
    }
    return failed(fmt::format("the casebook failed: {} (SQLSTATE {})", meaning_of(state), state));
  }

  PGconn* connection_;
};

}  // namespace

Result<std::unique_ptr<SqlSession>> open_postgres(const std::string& url) {
  HEARTH_TRY(pq::load());
  PGconn* connection = pq::connectdb(url.c_str());
  auto session = std::make_unique<PostgresSession>(connection);
  if (pq::status(connection) != CONNECTION_OK) {
    return failed(
        "cannot reach the casebook: PostgreSQL does not answer at this URL, or does not let the "
        "user in");
  }
  if (pq::server_version(connection) < 150000) {
    return failed("the casebook needs PostgreSQL 15 or later");
  }
  pq::set_notice_processor(connection, [](void*, const char*) {}, nullptr);
  return session;
}

}  // namespace hearth
