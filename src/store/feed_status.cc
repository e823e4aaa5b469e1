#include "store/feed_status.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intake/import.h"
#include "store/still_aside.h"

namespace hearth {
namespace {

using Loads = std::vector<LoadEntry>;

int middle(std::vector<int> numbers) {
  std::ranges::nth_element(numbers, numbers.begin() + std::ssize(numbers) / 2);
  return numbers[numbers.size() / 2];
}

// Days a load is about: what it covers, whatever the types.
bool covers(const Loads& loads, Date day) {
  return std::ranges::any_of(loads, [&](const LoadEntry& load) {
    return !load.covered.empty() && load.first <= day && day <= load.last;
  });
}

Shade shade_of(const Loads& loads, int year, int month) {
  const auto first = date_of({year, month, 1});
  const auto next = month == 12 ? date_of({year + 1, 1, 1}) : date_of({year, month + 1, 1});
  int covered = 0;
  for (auto day = first; day < next; day = day + 1) covered += covers(loads, day);
  if (covered == 0) return Shade::None;
  return covered == next - first ? Shade::Whole : Shade::Some;
}

std::vector<CoverYear> years_of(const Loads& loads) {
  auto first = kForever;
  auto last = kBeginning;
  for (const auto& load : loads) {
    if (load.covered.empty()) continue;
    first = std::min(first, load.first);
    last = std::max(last, load.last);
  }
  std::vector<CoverYear> years;
  if (last < first) return years;
  for (int year = year_month_day(first).year; year <= year_month_day(last).year; ++year) {
    auto& row = years.emplace_back();
    row.year = year;
    for (int month = 1; month <= 12; ++month) {
      row.months[static_cast<std::size_t>(month - 1)] = shade_of(loads, year, month);
    }
  }
  return years;
}

// The next load is about as long a stretch as is usual and comes as long after its end as is usual;
// it is late a week after that.
std::optional<Date> expected_by(const Loads& loads, Date covered_to) {
  constexpr int kGraceDays = 7;
  std::vector<int> lengths, delays;
  for (const auto& load : loads) {
    if (load.mends != 0 || load.covered.empty()) continue;
    lengths.push_back(load.last - load.first + 1);
    delays.push_back(std::max(0, load.known_on - load.last));
  }
  if (lengths.size() < 2) return std::nullopt;
  return covered_to + middle(lengths) + middle(delays) + kGraceDays;
}

FeedStatus status_of(const std::string& feed, const Loads& loads, Date on) {
  FeedStatus status;
  status.feed = feed;
  status.loads = std::ssize(loads);
  status.covered_to = kBeginning;
  for (const auto& load : loads) {
    status.last_load = load.number;
    status.loaded_on = load.loaded_on;
    status.known_on = load.known_on;
    if (!load.covered.empty()) status.covered_to = std::max(status.covered_to, load.last);
    for (const auto& outcome : load.outcomes) {
      status.rows += outcome.rows;
      if (outcome.outcome == kSetAside) status.set_aside += outcome.rows;
    }
  }
  status.still_aside = rows_still_aside(loads);
  status.years = years_of(loads);
  status.expected_by = expected_by(loads, status.covered_to);
  status.late = status.expected_by && on > *status.expected_by;
  return status;
}

std::string_view mark(Shade shade) {
  switch (shade) {
    case Shade::None: return "·";
    case Shade::Some: return "▒";
    case Shade::Whole: return "█";
  }
  return "";
}

}  // namespace

std::vector<FeedStatus> status_of_feeds(const std::vector<LoadEntry>& loads, Date on) {
  std::map<std::string, Loads> by_feed;
  for (const auto& load : loads) {
    if (load.loaded_on <= on) by_feed[load.feed].push_back(load);
  }
  std::vector<FeedStatus> all;
  for (const auto& [feed, of_feed] : by_feed) all.push_back(status_of(feed, of_feed, on));
  return all;
}

std::string to_text(const FeedStatus& status, Date on) {
  auto text = fmt::format("{}: {} loads, the last is load {} of {}, told on {}; {} rows",
                          status.feed, status.loads, status.last_load, to_text(status.loaded_on),
                          to_text(status.known_on), status.rows);
  if (status.set_aside > 0) text += fmt::format(", {} set aside", status.set_aside);
  if (status.still_aside < status.set_aside) text += fmt::format(", {} still", status.still_aside);
  text += "\n";
  if (!status.years.empty()) text += "        J F M A M J J A S O N D\n";
  for (const auto& year : status.years) {
    text += fmt::format("  {} ", year.year);
    for (const auto shade : year.months) text += fmt::format(" {}", mark(shade));
    text += "\n";
  }
  if (status.late) {
    text += fmt::format("  late: the next was to be here by {}, {} days ago\n",
                        to_text(*status.expected_by), on - *status.expected_by);
  } else if (status.expected_by) {
    text += fmt::format("  the next should be here by {}\n", to_text(*status.expected_by));
  }
  return text;
}

}  // namespace hearth
