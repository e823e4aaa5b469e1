#include "base/date.h"

#include <fmt/format.h>

#include <chrono>

namespace hearth {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day chrono_day(YearMonthDay ymd) {
  return std::chrono::year{ymd.year} / ymd.month / ymd.day;
}

}  // namespace

Date date_of(YearMonthDay ymd) {
  return {
      static_cast<std::int32_t>(std::chrono::sys_days{chrono_day(ymd)}.time_since_epoch().count())};
}

YearMonthDay year_month_day(Date date) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date.days}}};
  return {int{ymd.year()}, static_cast<int>(unsigned{ymd.month()}),
          static_cast<int>(unsigned{ymd.day()})};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const YearMonthDay ymd{*year, *month, *day};
  if (!chrono_day(ymd).ok()) return std::nullopt;
  return date_of(ymd);
}

std::string to_text(Date date) {
  if (date <= kBeginning) return "the beginning";
  if (date >= kForever) return "open";
  const auto [year, month, day] = year_month_day(date);
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  std::string text = "0000-00-00";
  const auto put = [&](std::size_t at, int of_two_digits) {
    text[at] = static_cast<char>('0' + of_two_digits / 10);
    text[at + 1] = static_cast<char>('0' + of_two_digits % 10);
  };
  put(0, year / 100);
  put(2, year % 100);
  put(5, month);
  put(8, day);
  return text;
}

Date birthday(Date born, int years) {
  auto [year, month, day] = year_month_day(born);
  year += years;
  if (!chrono_day({year, month, day}).ok()) return date_of({year, 3, 1});
  return date_of({year, month, day});
}

int age_on(Date born, Date on) {
  const int years = year_month_day(on).year - year_month_day(born).year;
  return birthday(born, years) <= on ? years : years - 1;
}

}  // namespace hearth
