// The pieces of DuckDB's C interface that two files of this folder share. Not for other folders:
// they cannot see duckdb.h.
#pragma once

#include <duckdb.h>

#include <string_view>

#include "base/result.h"
#include "table/database.h"

namespace hearth {

struct Database::Handle {
  duckdb_database database = nullptr;
  ~Handle() { duckdb_close(&database); }
};

class Connection {
 public:
  explicit Connection(duckdb_database database) { duckdb_connect(database, &connection_); }
  ~Connection() { duckdb_disconnect(&connection_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  operator duckdb_connection() const { return connection_; }

 private:
  duckdb_connection connection_ = nullptr;
};

// `cannot {doing}: {why}`, in words that hold no cell.
std::unexpected<Error> cannot(std::string_view doing, const char* message);

}  // namespace hearth
