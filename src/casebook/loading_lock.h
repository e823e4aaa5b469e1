// The right to load into a store: one process has it at a time, and it goes with the process.
//
// For a casebook in a file it is a lock on `loading.lock` beside it; for PostgreSQL it belongs to
// the session that will commit, so who lost the connection lost the lock and can commit nothing.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "casebook/sql_session.h"

namespace hearth {

class LoadingLock {
 public:
  // Waits as long as another has it, and then says so once by `wait`.
  static Result<LoadingLock> take_file(const std::string& path, const std::function<void()>& wait);
  static Result<LoadingLock> take_session(SqlSession& session, const std::function<void()>& wait);

 private:
  struct Descriptor;
  std::shared_ptr<Descriptor> descriptor_;  // null for a session
};

}  // namespace hearth
