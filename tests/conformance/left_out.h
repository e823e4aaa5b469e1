// The cases of the test tables that hearth is not asked, and why.
//
// Most are left out by a rule: their expression speaks of something hearth does not know. A few are
// left out by name, where hearth understands the question and answers otherwise. The test prints
// every case left out; it fails if one of them could be asked after all, if a rule fits no case,
// and if there is no case of a name.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/case_table.h"

namespace hearth::conformance {

struct LeftOutByRule {
  const char* fits;  // some part of the expression, as a regular expression
  const char* because;
};

// The first that fits gives the reason.
constexpr LeftOutByRule kLeftOutByRule[] = {
    {R"(@T|T\d|\b(hour|minute|second|millisecond)s?\b|\b(Now|Time|TimeOfDay)\()",
     "hearth knows days only, no time of day"},
    {R"(\bDateTime\([^),]*,[^),]*,[^),]*,)", "hearth knows days only, no time of day"},
    {R"(\bCoalesce\b)", "hearth takes no first known value of several: unknown stays unknown"},
    {R"(\bexpand\b)", "hearth lists no days one by one: a timeline is the days it changes on"},
    {R"(\d ?'[a-z]+')", "hearth has no intervals of a measured quantity, only of days"},
    {R"('[a-z]*')", "hearth has no truth of a text"},
    {R"(\d\.\d)", "the days of a timeline are whole: hearth has no intervals of fractions"},
    {R"(\bdifference in\b)", "hearth counts whole periods between days, not boundaries crossed"},
    {R"(\b(before|after|same) (month|year)\b)", "hearth compares days, not months or years"},
    {R"(\)\s*([-+*]|div)\s*\()", "hearth does no arithmetic with numbers it does not know exactly"},
};

struct LeftOutByName {
  std::string_view table;
  std::string_view name;
  const char* because;
};

constexpr const char* kNotNo = "of an interval nobody knows hearth says unknown, not yes or no";
constexpr const char* kEveryDay =
    "the table drops the part of a period that is finer than the date; hearth moves each day it "
    "may "
    "be, which is more than one month or year";
constexpr const char* kNoLastYear = "the table's calendar is from year 1 to 9999, hearth's is not";
constexpr const char* kNeverYes =
    "the table refuses an interval without a day; a timeline may be no on every day, and records "
    "that end before they start are refused where they are read";

constexpr LeftOutByName kLeftOutByName[] = {
    {"CqlIntervalOperatorsTest", "TestNullElement1", kNotNo},
    {"CqlIntervalOperatorsTest", "TestInNullBoundaries", kNotNo},
    {"CqlIntervalOperatorsTest", "IntegerIntervalProperlyIncludedInNullBoundaries", kNotNo},
    {"CqlIntervalOperatorsTest", "TestIntersectNull",
     "the table's answer may go on for ever; hearth knows that it is over where one part is"},
    {"CqlIntervalOperatorsTest", "DateTimeWidth",
     "the table refuses the width of an interval of dates; hearth counts its days"},
    {"CqlIntervalOperatorsTest", "InvalidIntegerInterval", kNeverYes},
    {"CqlIntervalOperatorsTest", "InvalidIntegerIntervalA", kNeverYes},
    {"CqlDateTimeOperatorsTest", "DateTimeAddInvalidYears", kNoLastYear},
    {"CqlDateTimeOperatorsTest", "DateTimeSubtractInvalidYears", kNoLastYear},
    {"CqlDateTimeOperatorsTest", "DateAdd2YearsAsMonthsRem1", kEveryDay},
    {"CqlDateTimeOperatorsTest", "DateAdd33Days", kEveryDay},
    {"CqlDateTimeOperatorsTest", "DateTimeAdd2YearsByDays", kEveryDay},
    {"CqlDateTimeOperatorsTest", "DateTimeAdd2YearsByDaysRem5Days", kEveryDay},
    {"CqlDateTimeOperatorsTest", "DateTimeSubtract2YearsAsMonthsRem1", kEveryDay},
    {"CqlDateTimeOperatorsTest", "DateSubtract2YearsAsMonthsRem1", kEveryDay},
    {"CqlDateTimeOperatorsTest", "DateSubtract33Days", kEveryDay},
};

}  // namespace hearth::conformance
