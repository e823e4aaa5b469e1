// The pieces of DuckDB's C interface that two files of this folder share. Not for other folders:
// they cannot see duckdb.h.
#pragma once

#include <string_view>

#include "table/database.h"
#include "table/duckdb_calls.h"

namespace hearth {

struct Database::Handle {
  duckdb_database database = nullptr;
  ~Handle() { duckdb::close(&database); }
};

class Connection {
 public:
  explicit Connection(duckdb_database database) { duckdb::connect(database, &connection_); }
  ~Connection() { duckdb::disconnect(&connection_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  operator duckdb_connection() const { return connection_; }

 private:
  duckdb_connection connection_ = nullptr;
};

// `cannot {doing}: {why}`, in words that hold no cell.
std::unexpected<Error> cannot(std::string_view doing, const char* message);

}  // namespace hearth
