// `hearth status`: how each feed stands on a day: its last load, the days it covers, whether the
// next is late.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "casebook/load_entry.h"

namespace hearth {

enum class Shade { None, Some, Whole };  // of a month: how many of its days are covered

struct CoverYear {
  int year = 0;
  std::array<Shade, 12> months{};
};

struct FeedStatus {
  std::string feed;
  std::int64_t loads = 0;
  std::int64_t last_load = 0;            // number of the one loaded last
  Date loaded_on, known_on;              // of that
  std::int64_t rows = 0, set_aside = 0;  // of all its loads
  std::int64_t still_aside = 0;          // neither mended nor told again
  Date covered_to;
  std::vector<CoverYear> years;     // every year with coverage and those between
  std::optional<Date> expected_by;  // when the next should be here, as far as two loads can tell
  bool late = false;
};

// In order of name, of the loads made by the day.
std::vector<FeedStatus> status_of_feeds(const std::vector<LoadEntry>& loads, Date on);

std::string to_text(const FeedStatus& status, Date on);

}  // namespace hearth
