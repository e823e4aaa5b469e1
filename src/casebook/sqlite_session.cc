#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "casebook/sql_session.h"

namespace hearth {
namespace {

constexpr int kPatienceMs = 60'000;  // while another process writes

class SqliteSession : public SqlSession {
 public:
  explicit SqliteSession(sqlite3* database) : database_(database) {}
  ~SqliteSession() override {
    prepared_.reset();
    sqlite3_close(database_);
  }

  using SqlSession::run;
  Result<std::vector<SqlRow>> run(const std::string& statement,
                                  const std::vector<std::string>& values) override {
    HEARTH_TRY(prepare(statement));
    auto* prepared = prepared_.get();
    for (std::size_t i = 0; i < values.size(); ++i) {
      sqlite3_bind_text(prepared, static_cast<int>(i) + 1, values[i].data(),
                        static_cast<int>(values[i].size()), SQLITE_STATIC);
    }
    auto rows = all_rows(prepared);
    sqlite3_reset(prepared);  // it holds on to nothing
    sqlite3_clear_bindings(prepared);
    return rows;
  }

  Result<void> begin_reading() override { return begin("begin", Access::Read); }
  Result<void> begin_writing() override { return begin("begin immediate", Access::Write); }
  Result<void> commit() override {
    auto done = only_done("commit");
    if (done && begun_ == Access::Write) copy_what_was_written();
    return done;
  }
  void roll_back() override {
    if (sqlite3_get_autocommit(database_) == 0) (void)only_done("rollback");
  }

  // To understand a statement takes longer than to do it, and one that comes again is understood.
  std::size_t rows_at_once() const override { return 10; }

  // A number as the only key is the row's own; rows with several keys lie in their order. Else each
  // would be kept twice, in the table and in an index of the keys.
  std::string laid_out(std::string_view create) const override {
    constexpr std::string_view kNumber = "bigint primary key";
    std::string text(create);
    if (const auto at = text.find(kNumber); at != text.npos) {
      return text.replace(at, kNumber.size(), "integer primary key");
    }
    return text.contains(" primary key (") ? text + " without rowid" : text;
  }

  Result<bool> has_table(const std::string& name) override {
    const auto found = run("select 1 from sqlite_master where name = $1", {name});
    if (!found) return std::unexpected(found.error());
    return !found->empty();
  }

  Result<void> check_itself() override {
    const auto told = run("pragma integrity_check");
    if (!told) return std::unexpected(told.error());
    if (told->size() == 1 && told->front().front() == "ok") return {};
    return failed("casebook.sqlite is damaged: SQLite's own check of it finds faults");
  }

 private:
  Result<void> prepare(const std::string& statement) {
    if (prepared_ && statement == statement_) return {};
    prepared_.reset();
    statement_ = statement;
    // A number finds its value at once; a name would be looked for among all.
    auto numbered = statement;
    std::ranges::replace(numbered, '$', '?');
    sqlite3_stmt* prepared = nullptr;
    const auto code = sqlite3_prepare_v2(database_, numbered.c_str(), -1, &prepared, nullptr);
    prepared_.reset(prepared);
    return code == SQLITE_OK ? Result<void>() : failure();
  }

  Result<std::vector<SqlRow>> all_rows(sqlite3_stmt* prepared) const {
    std::vector<SqlRow> rows;
    for (;;) {
      const int step = sqlite3_step(prepared);
      if (step == SQLITE_DONE) return rows;
      if (step != SQLITE_ROW) return failure();
      rows.push_back(row_of(prepared));
    }
  }

  static SqlRow row_of(sqlite3_stmt* prepared) {
    SqlRow row;
    for (int c = 0; c < sqlite3_column_count(prepared); ++c) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, c));
      row.emplace_back(text == nullptr ? "" : text,
                       static_cast<std::size_t>(sqlite3_column_bytes(prepared, c)));
    }
    return row;
  }

  Result<void> begin(const char* statement, Access access) {
    begun_ = access;
    return only_done(statement);
  }

  // Out of the shared file, and empties it: the next to open it would copy all of it again. Waits
  // for nobody: where others read, it is left to who writes next.
  void copy_what_was_written() {
    sqlite3_busy_timeout(database_, 0);
    (void)only_done("pragma wal_checkpoint(truncate)");
    sqlite3_busy_timeout(database_, kPatienceMs);
  }

  Result<void> only_done(const char* statement) {
    const auto done = run(statement);
    return done ? Result<void>() : std::unexpected(done.error());
  }

  // SQLite's longer messages may repeat what a row says; the text of the code does not.
  std::unexpected<Error> failure() const {
    const int code = sqlite3_extended_errcode(database_);
    if ((code & 0xff) == SQLITE_PROTOCOL) {
      return failed(
          "the casebook failed: another process has been opening it for a while; ask again");
    }
    return failed(fmt::format("the casebook failed: {}", sqlite3_errstr(code)));
  }

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  sqlite3* database_;
  Access begun_ = Access::Read;
  std::string statement_;  // the last
  std::unique_ptr<sqlite3_stmt, Finalize> prepared_;
};

bool can_be_read(sqlite3* database) {
  return sqlite3_exec(database, "select 1 from sqlite_master", nullptr, nullptr, nullptr) ==
         SQLITE_OK;
}

sqlite3* opened(const std::string& path, int flags) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(path.c_str(), &database, flags, nullptr) == SQLITE_OK) return database;
  sqlite3_close(database);
  return nullptr;
}

sqlite3* open_to_write(const std::string& path) {
  auto* database = opened(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (database == nullptr || sqlite3_db_readonly(database, "main") == 0) return database;
  sqlite3_close(database);
  return nullptr;
}

// A reader of WAL shares files with writers. Where it may not write, they must be there; where they
// are not, nothing waits in them, and nobody writes.
sqlite3* open_to_read(const std::string& path) {
  auto* database = opened(path, SQLITE_OPEN_READWRITE);
  if (database == nullptr) return nullptr;
  if (sqlite3_db_readonly(database, "main") == 0) return database;
  if (can_be_read(database)) return database;
  sqlite3_close(database);
  return opened("file:" + path + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

}  // namespace

Result<std::unique_ptr<SqlSession>> open_sqlite(const std::string& path, Access access) {
  sqlite3* database = access == Access::Write ? open_to_write(path) : open_to_read(path);
  if (database == nullptr) {
    return failed(access == Access::Write ? "cannot write casebook.sqlite in the store's folder"
                                          : "cannot read casebook.sqlite in the store's folder");
  }
  sqlite3_busy_timeout(database, kPatienceMs);
  // What is written stays in the shared file until it was copied without keeping readers out, as
  // the last to close would.
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  auto session = std::make_unique<SqliteSession>(database);
  if (access == Access::Write) {
    for (const auto* pragma : {"pragma journal_mode = wal", "pragma synchronous = full"}) {
      if (const auto set = session->run(pragma); !set) return std::unexpected(set.error());
    }
  }
  return session;
}

}  // namespace hearth
