#include "author/html_text.h"

#include <fmt/format.h>

#include <array>

namespace hearth {
namespace {

bool plain_in_id(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// Characters no page may hold, escaped or not.
bool forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\n' && c != '\t';
}

}  // namespace

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (!forbidden(c)) out += c;
    }
  }
  return out;
}

std::string html_id(std::string_view kind, std::string_view name) {
  std::string id = std::string(kind) + "-";
  for (const char c : name) {
    if (plain_in_id(c))
      id += c;
    else
      id += fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

std::string day_words(Date day) {
  static constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
  const auto [year, month, of_month] = year_month_day(day);
  return fmt::format("{} {} {}", of_month, kMonths[static_cast<std::size_t>(month - 1)], year);
}

}  // namespace hearth
