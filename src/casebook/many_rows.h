// Many rows in few statements: inserted, or asked for, as many at a time as suit the database.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "casebook/sql_session.h"

namespace hearth {

// Inserts rows of columns of these types (`bigint`, `text`) into a table, in its columns' order.
class ManyRows {
 public:
  ManyRows(SqlSession& session, std::string table, std::vector<std::string_view> types)
      : session_(session), table_(std::move(table)), types_(std::move(types)) {}

  Result<void> add(SqlRow cells);
  Result<void> finish();  // what is still waiting

 private:
  SqlSession& session_;
  std::string table_;
  std::vector<std::string_view> types_;
  std::vector<std::string> waiting_;
};

// Asks the query of a table `asked` with columns a, b, c … of these types, which has the rows.
Result<std::vector<SqlRow>> select_by(SqlSession& session, const std::string& query,
                                      const std::vector<std::string_view>& types,
                                      const std::vector<SqlRow>& rows);

// The same of numbers; each row it answers with is a number and a text.
Result<std::map<std::int64_t, std::string>> texts_by_number(
    SqlSession& session, const std::string& query, const std::vector<std::int64_t>& numbers);

std::int64_t number_in(const std::string& text);
// A day that somebody spoilt is the beginning of time, and no reason to stop: the seal says so.
Date day_in(const std::string& text);

}  // namespace hearth
