#include "simulate/calendar.h"

#include <array>

namespace hearth {
namespace {

constexpr int kFirstYear = 2022;
constexpr int kFirstMonth = 4;

std::array<CouncilTerm, 8> make_terms() {
  const auto day = [](int year, int month, int of_month) {
    return date_of({year, month, of_month});
  };
  return {{
      {"2022-summer", 2022, "summer", day(2022, 4, 18), day(2022, 7, 31), day(2022, 4, 25), 120},
      {"2022-autumn", 2022, "autumn", day(2022, 8, 1), day(2022, 12, 31), day(2022, 9, 2), 142},
      {"2023-spring", 2023, "spring", day(2023, 1, 1), day(2023, 4, 9), day(2023, 1, 4), 116},
      {"2023-summer", 2023, "summer", day(2023, 4, 10), day(2023, 7, 31), day(2023, 4, 17), 122},
      {"2023-autumn", 2023, "autumn", day(2023, 8, 1), day(2023, 12, 31), day(2023, 9, 4), 144},
      {"2024-spring", 2024, "spring", day(2024, 1, 1), day(2024, 3, 31), day(2024, 1, 5), 112},
      {"2024-summer", 2024, "summer", day(2024, 4, 1), day(2024, 7, 31), day(2024, 4, 15), 126},
      {"2024-autumn", 2024, "autumn", day(2024, 8, 1), day(2024, 12, 31), day(2024, 9, 3), 144},
  }};
}

std::array<Date, kMonths + 1> make_months() {
  std::array<Date, kMonths + 1> months;
  for (int i = 0; i <= kMonths; ++i) {
    const int month = kFirstMonth - 1 + i;
    months[static_cast<std::size_t>(i)] = date_of({kFirstYear + month / 12, month % 12 + 1, 1});
  }
  return months;
}

}  // namespace

Date month_start(int month) {
  static const auto kMonthStarts = make_months();
  return kMonthStarts[static_cast<std::size_t>(month)];
}

Date first_day() { return month_start(0); }
Date last_day() { return month_start(kMonths) - 1; }

int month_of(Date day) {
  const auto ymd = year_month_day(day);
  return (ymd.year - kFirstYear) * 12 + ymd.month - kFirstMonth;
}

std::span<const CouncilTerm> council_terms() {
  static const auto kTerms = make_terms();
  return kTerms;
}

}  // namespace hearth
