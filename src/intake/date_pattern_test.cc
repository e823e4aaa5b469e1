#include "intake/date_pattern.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

std::string read(const char* pattern, const char* cell) {
  const auto day = DatePattern::parse(pattern)->read(cell);
  return day ? to_text(*day) : "none";
}

TEST(DatePattern, OneDigitOrTwo) {
  EXPECT_EQ(read("D/M/YYYY", "9/5/2024"), "2024-05-09");
  EXPECT_EQ(read("D/M/YYYY", "19/12/2024"), "2024-12-19");
  EXPECT_EQ(read("D Mon YYYY", "9 May 2024"), "2024-05-09");
}

TEST(DatePattern, ASpreadsheetsNumberOnlyWhereItIsAskedFor) {
  EXPECT_EQ(read("excel serial", "45421"), "2024-05-09");
  EXPECT_EQ(read("excel serial", "45421.75"), "2024-05-09");
  EXPECT_EQ(read("excel serial", "61"), "1900-03-01");
  EXPECT_EQ(read("DD/MM/YYYY", "45421"), "none");
}

TEST(DatePattern, WritesWhatItReads) {
  for (const auto* text : {"YYYY-MM-DD", "DD/MM/YYYY", "D/M/YYYY", "DD-Mon-YYYY",
                           "YYYY-Mon-DD hh:mm:ss", "excel serial"}) {
    const auto pattern = *DatePattern::parse(text);
    for (const auto day : {Date{0}, Date{19'852}, Date{20'000}}) {
      EXPECT_EQ(pattern.read(pattern.write(day)), day) << text;
    }
  }
}

TEST(DatePatternFaults, NothingIsGuessed) {
  EXPECT_EQ(read("DD/MM/YYYY", "12/13/2024"), "none");
  EXPECT_EQ(read("D/M/YYYY", "12/13/2024"), "none");
  EXPECT_EQ(read("D/M/YYYY", "31/2/2024"), "none");
  EXPECT_EQ(read("DD/MM/YYYY", "9/5/2024"), "none");
  EXPECT_EQ(read("D/M/YYYY", "9/5/24"), "none");
  EXPECT_EQ(read("excel serial", "59"), "none");
  EXPECT_EQ(read("excel serial", "4e4"), "none");
  EXPECT_EQ(read("excel serial", "99999999"), "none");
}

}  // namespace
}  // namespace hearth
