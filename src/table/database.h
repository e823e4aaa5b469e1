// DuckDB, as much of it as hearth needs: an in-memory database, SQL, and answers in columns.
//
// The only folder that knows DuckDB is this one. A Database may be used from several threads; each
// query gets a connection of its own, so views and tables made by `run` are seen by all (temporary
// ones by none). DuckDB's own messages may repeat a cell, so the errors here say which statement
// failed in the caller's words and keep only the kind of fault.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "table/chunk.h"
#include "table/sql.h"

namespace hearth {

// An answer while it arrives: chunks in order, each good until the next.
class Rows {
 public:
  ~Rows();
  Rows(Rows&&) noexcept;
  Rows& operator=(Rows&&) noexcept;

  std::size_t column_count() const;
  ColumnType type(std::size_t column) const;
  std::string_view name(std::size_t column) const;

  // The next chunk, never an empty one; null after the last.
  Result<const Chunk*> next();

 private:
  friend class Database;
  struct Answer;
  explicit Rows(std::unique_ptr<Answer> answer);
  std::unique_ptr<Answer> answer_;
};

// Must not outlive main: DuckDB keeps something of it in each thread, and the main thread's is gone
// by the time statics are destroyed.
class Database {
 public:
  static Result<Database> open(int threads);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  // `doing` completes "cannot …" in an error: `read suspension.parquet`. No personal value in it.
  Result<void> run(const Sql& statement, std::string_view doing);
  Result<Rows> query(const Sql& statement, std::string_view doing);

  // The single number a query answers, e.g. a count.
  Result<std::int64_t> number(const Sql& statement, std::string_view doing);

 private:
  friend class TableWriter;
  struct Handle;
  explicit Database(std::shared_ptr<Handle> handle);
  std::shared_ptr<Handle> handle_;  // shared with the Rows still being read
};

}  // namespace hearth
