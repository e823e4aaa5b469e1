// SQL that cannot be pasted together from somebody's data.
//
// An Sql value comes from three places only: words written in our source (checked by the compiler
// to be constants), a name in quotes (`identifier`) and a text in quotes (`literal`). A path, a
// column heading or a cell therefore cannot become part of a statement except as what it is.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hearth {

class Sql {
 public:
  Sql() = default;
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  explicit Sql(std::string text) : text_(std::move(text)) {}
  std::string text_;

  template <std::same_as<Sql>... Parts>
  friend Sql sql(fmt::format_string<Parts...> words, const Parts&... parts);
  friend Sql identifier(std::string_view name);
  friend Sql literal(std::string_view text);
  friend Sql literal(std::int64_t number);
  friend Sql join(std::span<const Sql> parts, const Sql& separator);
};

Sql identifier(std::string_view name);  // "name"
Sql literal(std::string_view text);     // 'text'
Sql literal(std::int64_t number);
Sql join(std::span<const Sql> parts, const Sql& separator);

}  // namespace hearth

template <>
struct fmt::formatter<hearth::Sql> : fmt::formatter<std::string_view> {
  template <typename Context>
  auto format(const hearth::Sql& part, Context& context) const {
    return fmt::formatter<std::string_view>::format(part.text(), context);
  }
};

namespace hearth {

// sql("select {} from {}", identifier("date"), table); a brace of SQL's own is doubled.
template <std::same_as<Sql>... Parts>
Sql sql(fmt::format_string<Parts...> words, const Parts&... parts) {
  return Sql(fmt::vformat(fmt::string_view(words), fmt::make_format_args(parts...)));
}

}  // namespace hearth
