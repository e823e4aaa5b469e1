// A conversation with the casebook's database, SQLite or PostgreSQL, in SQL that both understand.
//
// Values go in and come out as text, beside the statement and never inside it: `$1`, `$2` … stand
// for them. A session is used by one thread. Errors say what was being done and the database's kind
// of failure; they repeat no value.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth {

using SqlRow = std::vector<std::string>;  // a null comes as an empty text

class SqlSession {
 public:
  virtual ~SqlSession() = default;

  virtual Result<std::vector<SqlRow>> run(const std::string& statement,
                                          const std::vector<std::string>& values) = 0;
  Result<std::vector<SqlRow>> run(const std::string& statement) { return run(statement, {}); }

  virtual Result<void> begin_reading() = 0;  // until the end everything stays as it is now
  virtual Result<void> begin_writing() = 0;
  // An error of `commit` on a connection that broke leaves open whether it was done.
  virtual Result<void> commit() = 0;
  virtual void roll_back() = 0;  // of no account if nothing was begun

  // How many rows a statement should have where many are inserted or asked for.
  virtual std::size_t rows_at_once() const = 0;

  // The statement that makes a table, or an index, as this database keeps it in the least room.
  virtual std::string laid_out(std::string_view create) const { return std::string(create); }

  virtual Result<bool> has_table(const std::string& name) = 0;
  virtual Result<void> check_itself() = 0;
};

enum class Access { Read, Write };

// Opens the file; with Write, makes it if need be.
Result<std::unique_ptr<SqlSession>> open_sqlite(const std::string& path, Access access);
Result<std::unique_ptr<SqlSession>> open_postgres(const std::string& url);

// Runs `work` between begin and commit, and rolls back where it fails.
template <typename Work>
Result<void> in_transaction(SqlSession& session, Access access, Work work) {
  HEARTH_TRY(access == Access::Read ? session.begin_reading() : session.begin_writing());
  if (auto done = work(); !done) {
    session.roll_back();
    return done;
  }
  auto committed = session.commit();
  if (!committed) session.roll_back();
  return committed;
}

}  // namespace hearth
