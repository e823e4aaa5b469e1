#include "casebook/many_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace hearth {
namespace {

// `(cast($1 as bigint), $2), …`
std::string places(const std::vector<std::string_view>& types, std::size_t rows) {
  std::string text;
  std::size_t number = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    text += row == 0 ? "(" : ", (";
    for (std::size_t i = 0; i < types.size(); ++i) {
      text += fmt::format("{}cast(${} as {})", i == 0 ? "" : ", ", ++number, types[i]);
    }
    text += ')';
  }
  return text;
}

}  // namespace

Result<void> ManyRows::add(SqlRow cells) {
  std::ranges::move(cells, std::back_inserter(waiting_));
  return waiting_.size() < session_.rows_at_once() * types_.size() ? Result<void>() : finish();
}

Result<void> ManyRows::finish() {
  if (waiting_.empty()) return {};
  const auto done = session_.run(fmt::format("insert into {} values {}", table_,
                                             places(types_, waiting_.size() / types_.size())),
                                 waiting_);
  waiting_.clear();
  return done ? Result<void>() : std::unexpected(done.error());
}

Result<std::vector<SqlRow>> select_by(SqlSession& session, const std::string& query,
                                      const std::vector<std::string_view>& types,
                                      const std::vector<SqlRow>& rows) {
  std::string names;
  for (std::size_t i = 0; i < types.size(); ++i) {
    names += fmt::format("{}{}", i == 0 ? "" : ", ", static_cast<char>('a' + i));
  }
  std::vector<SqlRow> found;
  const auto at_once = session.rows_at_once();
  for (std::size_t first = 0; first < rows.size(); first += at_once) {
    const auto last = std::min(first + at_once, rows.size());
    std::vector<std::string> values;
    for (auto i = first; i < last; ++i) std::ranges::copy(rows[i], std::back_inserter(values));
    auto some = session.run(
        fmt::format("with asked ({}) as (values {}) {}", names, places(types, last - first), query),
        values);
    if (!some) return std::unexpected(some.error());
    std::ranges::move(*some, std::back_inserter(found));
  }
  return found;
}

Result<std::map<std::int64_t, std::string>> texts_by_number(
    SqlSession& session, const std::string& query, const std::vector<std::int64_t>& numbers) {
  std::vector<SqlRow> asked;
  for (const auto number : numbers) asked.push_back({std::to_string(number)});
  const auto rows = select_by(session, query, {"bigint"}, asked);
  if (!rows) return std::unexpected(rows.error());
  std::map<std::int64_t, std::string> texts;
  for (const auto& row : *rows) texts.emplace(number_in(row[0]), row[1]);
  return texts;
}

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Date day_in(const std::string& text) { return parse_date(text).value_or(kBeginning); }

}  // namespace hearth
