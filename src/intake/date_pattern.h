// How an agency writes a day: `DD/MM/YYYY`, or `YYYY-Mon-DD hh:mm:ss`, where a time of day must be
// there and is dropped.
//
// YYYY MM DD Mon (Jan to Dec) hh mm ss stand for themselves with exactly so many digits, D and M
// for one digit or two; every other character must be there as it is. `excel serial` is the number
// a spreadsheet keeps instead of a day. A feed never guesses between day-month and month-day.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace hearth {

class DatePattern {
 public:
  // nullopt unless the text names each of year, month and day once.
  static std::optional<DatePattern> parse(std::string_view text);

  const std::string& text() const { return text_; }
  std::optional<Date> read(std::string_view cell) const;  // nullopt for anything else
  std::string write(Date day) const;                      // with a time of 00:00:00

 private:
  enum class Part { Mark, Year, Month, MonthName, Day, Hour, MinuteOrSecond };
  struct Step {
    Part part;
    unsigned char width;  // in characters; 1 of a day or month: one digit or two
    char mark = 0;        // that must stand there
  };
  struct PartName;
  static const std::array<PartName, 9> kParts;

  DatePattern() = default;
  std::string text_;
  std::vector<Step> steps_;  // none for a serial
};

}  // namespace hearth
