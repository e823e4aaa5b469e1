// The date tables of another project's calculator (see the folder's own README), where they lie
// beside the repository. hearth rounds down, so of the ambiguous cases only that column is ours.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/period.h"
#include "base/text.h"

namespace hearth {
namespace {

using Row = std::vector<std::string>;

std::optional<std::vector<Row>> table(const std::string& name) {
  const auto path =
      std::filesystem::path(HEARTH_SOURCE_DIR).parent_path() / "shared/conformance" / name;
  std::ifstream file(path);
  if (!file) return std::nullopt;
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // the headings
  while (std::getline(file, line)) {
    if (trim(line).empty()) continue;
    auto& row = rows.emplace_back();
    for (const auto part : split(line, ';')) row.emplace_back(trim(part));
  }
  return rows;
}

Date day(const std::string& text) { return parse_date(text).value(); }

// `date` and `[1 years, 2 months, 0 days]`: years and months together, then days.
Date add(Date date, const std::string& period) {
  int years = 0, months = 0, days = 0;
  EXPECT_EQ(std::sscanf(period.c_str(), "[%d years, %d months, %d days]", &years, &months, &days),
            3);
  return plus(plus(date, {12 * years + months, Unit::Month}), {days, Unit::Day});
}

TEST(DatesConformance, ExactSums) {
  const auto rows = table("dates_exact_computations.csv");
  if (!rows) GTEST_SKIP() << "dates_exact_computations.csv is not here";
  EXPECT_GT(rows->size(), 10u);
  for (const auto& row : *rows)
    EXPECT_EQ(add(day(row[0]), row[1]), day(row[2])) << row[0] << row[1];
}

TEST(DatesConformance, AmbiguousSumsAreRoundedDown) {
  const auto rows = table("dates_ambiguous_computations.csv");
  if (!rows) GTEST_SKIP() << "dates_ambiguous_computations.csv is not here";
  EXPECT_GT(rows->size(), 5u);
  for (const auto& row : *rows)
    EXPECT_EQ(add(day(row[0]), row[1]), day(row[3])) << row[0] << row[1];
}

TEST(DatesConformance, FirstAndLastDayOfTheMonth) {
  const auto rows = table("dates_first_last_day_of_month.csv");
  if (!rows) GTEST_SKIP() << "dates_first_last_day_of_month.csv is not here";
  for (const auto& row : *rows) {
    const auto ymd = year_month_day(day(row[0]));
    const Date first = date_of({ymd.year, ymd.month, 1});
    EXPECT_EQ(first, day(row[1]));
    EXPECT_EQ(plus(first, {1, Unit::Month}) - 1, day(row[2]));
  }
}

}  // namespace
}  // namespace hearth
