#include "intake/day_rule.h"

#include <gtest/gtest.h>

#include "intake/date_pattern.h"
#include "intake/file_pattern.h"

namespace hearth {
namespace {

std::string day(std::string_view rule, int year) {
  const auto parsed = DayRule::parse(rule);
  return parsed ? to_text(parsed->in(year)) : "no rule";
}

std::string read(std::string_view pattern, std::string_view cell) {
  const auto parsed = DatePattern::parse(pattern);
  if (!parsed) return "no pattern";
  const auto found = parsed->read(cell);
  return found ? to_text(*found) : "no day";
}

TEST(DayRule, ReckonsEaster) {
  EXPECT_EQ(day("easter", 2019), "2019-04-21");
  EXPECT_EQ(day("easter", 2024), "2024-03-31");
  EXPECT_EQ(day("easter", 2025), "2025-04-20");
  EXPECT_EQ(day("easter + 1", 2026), "2026-04-06");
  EXPECT_EQ(day("easter - 2", 2038), "2038-04-23");
  EXPECT_EQ(day("08-01", 2024), "2024-08-01");
}

TEST(DayRule, RefusesWhatIsNotADayOfEveryYear) {
  for (const auto* rule : {"", "02-29", "13-01", "8-1", "easter +", "easter 1", "easter + x"}) {
    EXPECT_EQ(day(rule, 2024), "no rule") << rule;
  }
}

TEST(DatePattern, ReadsADayAsItIsWritten) {
  EXPECT_EQ(read("YYYY-Mon-DD hh:mm:ss", "2025-Feb-14 00:00:00"), "2025-02-14");
  EXPECT_EQ(read("DD/MM/YYYY", "01/02/2024"), "2024-02-01");
  EXPECT_EQ(read("YYYYMMDD", "20240229"), "2024-02-29");
}

TEST(DatePattern, RefusesEverythingElse) {
  EXPECT_EQ(read("DD/MM/YY", "01/02/24"), "no pattern");
  EXPECT_EQ(read("MM/YYYY", "02/2024"), "no pattern");
  for (const auto* cell : {"", "31/02/2024", "1/2/2024", "01/02/2024 ", "01-02-2024", "aa/02/2024",
                           "00/02/2024", "01/02/0000", "01/02/20244"}) {
    EXPECT_EQ(read("DD/MM/YYYY", cell), "no day") << cell;
  }
  EXPECT_EQ(read("YYYY-Mon-DD hh:mm:ss", "2025-feb-14 00:00:00"), "no day");
  EXPECT_EQ(read("YYYY-Mon-DD hh:mm:ss", "2025-Feb-14 24:00:00"), "no day");
  EXPECT_EQ(read("YYYY-Mon-DD hh:mm:ss", "2025-anF-14 00:00:00"), "no day");
}

TEST(FilePattern, TellsYearAndTerm) {
  const auto found = match_file("*{year}_{term}_pupils.csv", "Leeds_2024_Autumn_PUPILS.csv");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->year, 2024);
  EXPECT_EQ(found->term, "autumn");
}

TEST(FilePattern, RefusesOtherNames) {
  EXPECT_FALSE(match_file("{year}_{term}_pupils.csv", "2024_autumn_pupils.csv.bak"));
  EXPECT_FALSE(match_file("{year}_{term}_pupils.csv", "24_autumn_pupils.csv"));
  EXPECT_FALSE(match_file("{year}_{term}_pupils.csv", "2024_1_pupils.csv"));
  EXPECT_FALSE(match_file("*", std::string(300, 'x')));
}

}  // namespace
}  // namespace hearth
