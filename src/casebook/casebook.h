// What counts in a store: which loads there are, and which files of the lake are theirs.
//
// One place, `casebook.sqlite` in a folder or a PostgreSQL URL, with the same tables in either
// (docs/store.md). A load is there from the instant `commit` is done; nothing is ever changed or
// deleted. Who writes must hold the LoadingLock; readers need none.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "casebook/load_entry.h"
#include "casebook/sql_session.h"

namespace hearth {

class Casebook {
 public:
  // `place` is a file's path or a URL. Read: there must be a casebook of our format. Write: there
  // may be none yet; call `make` once the LoadingLock is held.
  static Result<Casebook> open(const std::string& place, Access access);
  Result<void> make(Date on);  // the tables, if there are none
  static bool is_url(std::string_view place);

  // All loads after that number, in order, as they are at one instant.
  Result<std::vector<LoadEntry>> loads(std::int64_t after = 0);
  // By number; one that is not there has none.
  Result<std::map<std::int64_t, std::string>> seals_of(const std::vector<std::int64_t>& loads);

  // All or none, in one transaction. Seals each; their numbers must be the next.
  Result<void> commit(std::vector<LoadEntry> loads);
  // As they are, seals included: into an empty casebook.
  Result<void> restore(const std::vector<LoadEntry>& loads);

  Result<void> check_itself() { return session_->check_itself(); }
  SqlSession& session() { return *session_; }

 private:
  explicit Casebook(std::unique_ptr<SqlSession> session) : session_(std::move(session)) {}

  Result<void> check_format();
  Result<void> insert(const LoadEntry& load);

  std::unique_ptr<SqlSession> session_;
};

// Whether one load follows another as it should: what is wrong with the seals, a line each.
std::vector<std::string> broken_seals(const std::vector<LoadEntry>& loads);

}  // namespace hearth
