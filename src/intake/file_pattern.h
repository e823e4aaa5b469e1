// What a file of a feed is called: `{year}_{term}_pupilonroll.csv`, where `*` is anything, `{year}`
// four digits and `{term}` letters; `{month}` is 2024-05, and `{from}` and `{to}` are days,
// 2024-05-09.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace hearth {

struct FileName {
  std::optional<Date> from;  // the first day of a month, too
  std::optional<Date> to;    // the last
  std::optional<int> year;
  std::string term;
};

// What the name tells if it is of the pattern, without regard to capitals.
std::optional<FileName> match_file(std::string_view pattern, std::string_view name);

}  // namespace hearth
