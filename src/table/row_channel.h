// Rows handed from the thread that makes them to one that runs a statement over them.
//
// The statement reads the channel as a table function. A few thousand rows wait at most: whoever is
// quicker waits for the other. Not for other folders: they cannot see duckdb.h.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>

#include "table/filled_chunk.h"
#include "table/sql.h"

namespace hearth {

class RowChannel {
 public:
  // Known to the database as the table `rows()`. The columns must stay.
  RowChannel(duckdb_database database, std::span<const WrittenColumn> columns);

  Sql rows() const { return sql("{}()", identifier(name_)); }

  // The maker's side. False once nobody takes rows any more.
  bool put(std::unique_ptr<FilledChunk> chunk);
  void end();      // those were all
  void give_up();  // there should have been more: the statement fails, and may be waited for

  void nobody_takes();  // said by the thread of the statement when that is done

 private:
  enum class Open { Yes, Ended, GivenUp };
  static void bind(duckdb_bind_info info);
  static void init(duckdb_init_info info);
  static void next(duckdb_function_info info, duckdb_data_chunk output);
  void take(duckdb_function_info info, duckdb_data_chunk output);
  void set(Open open);

  const std::string name_;
  const std::span<const WrittenColumn> columns_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<FilledChunk>> waiting_;
  Open open_ = Open::Yes;
  bool taken_ = true;                   // somebody takes rows
  std::unique_ptr<FilledChunk> shown_;  // what the statement looks at
};

}  // namespace hearth
