#include "table/sql.h"

namespace hearth {
namespace {

std::string in_quotes(std::string_view text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) {
    if (c == '\0') continue;  // would end the statement early; no name or text of ours holds one
    if (c == quote) quoted += quote;
    quoted += c;
  }
  return quoted + quote;
}

}  // namespace

Sql identifier(std::string_view name) { return Sql(in_quotes(name, '"')); }

Sql literal(std::string_view text) { return Sql(in_quotes(text, '\'')); }

Sql literal(std::int64_t number) { return Sql(std::to_string(number)); }

Sql join(std::span<const Sql> parts, const Sql& separator) {
  std::string all;
  for (const auto& part : parts) {
    if (&part != &parts.front()) all += separator.text();
    all += part.text();
  }
  return Sql(std::move(all));
}

}  // namespace hearth
