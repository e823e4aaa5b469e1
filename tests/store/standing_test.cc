// What stands after any loads, held against the two rules as docs/store.md says them, one record at
// a time.
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "store/store_world.h"

namespace hearth {
namespace {

struct Row {
  char person;
  int day;  // of January 2025
  int days;
};

struct MadeLoad {
  int number, known, first, last;  // days of January; of February for `known`
  std::vector<Row> rows;
};

MadeLoad any_load(int number, std::mt19937& random) {
  const auto upto = [&](int most) { return std::uniform_int_distribution(1, most)(random); };
  MadeLoad load;
  load.number = number;
  load.known = upto(5);
  load.first = upto(8);
  load.last = load.first + upto(4);
  for (int i = upto(4); i > 0; --i) {
    load.rows.push_back({static_cast<char>('A' + upto(2)), upto(12), upto(9)});
  }
  return load;
}

bool is_later(const MadeLoad& a, const MadeLoad& b) {
  return std::tuple(a.known, a.last, a.number) > std::tuple(b.known, b.last, b.number);
}

bool replaces(const MadeLoad& later, const Row& row) {
  const bool tells_it = std::ranges::any_of(later.rows, [&](const Row& other) {
    return other.person == row.person && other.day == row.day;
  });
  return tells_it || (later.first <= row.day && row.day <= later.last);
}

std::string stands_by_the_rules(const std::vector<MadeLoad>& loads, int known) {
  std::vector<std::string> lines;
  for (const auto& load : loads) {
    for (const auto& row : load.rows) {
      const bool replaced = std::ranges::any_of(loads, [&](const MadeLoad& other) {
        return other.known <= known && is_later(other, load) && replaces(other, row);
      });
      if (load.known > known || replaced) continue;
      lines.push_back(fmt::format("{},2025-01-{:02},{}.0\n", row.person, row.day, row.days));
    }
  }
  std::ranges::sort(lines);
  std::string text;
  for (const auto& line : lines) text += line;
  return text;
}

std::string in_order(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  std::ranges::sort(lines);
  std::string sorted;
  for (const auto& line : lines) sorted += line;
  return sorted;
}

TEST(Standing, is_what_the_rules_say_of_any_loads_on_any_day) {
  std::mt19937 random(4);
  for (int round = 0; round < 5; ++round) {
    StoreWorld world(StoreKind::Sqlite);
    std::vector<MadeLoad> loads;
    for (int number = 1; number <= 5; ++number) {
      const auto load = any_load(number, random);
      std::string rows;
      for (const auto& row : load.rows) {
        rows += fmt::format("{},,2025-01-{:02},{}\n", row.person, row.day, row.days);
      }
      const auto answer =
          world.load(rows, fmt::format("2025-01-{:02}..2025-01-{:02}", load.first, load.last),
                     fmt::format("2025-02-{:02}", load.known));
      ASSERT_EQ(answer.loaded, 1) << answer.account << answer.refused;
      loads.push_back(load);
    }
    for (const int known : {3, 5}) {
      EXPECT_EQ(in_order(world.stands(fmt::format("2025-02-{:02}", known))),
                stands_by_the_rules(loads, known))
          << "round " << round << ", known on " << known;
    }
    EXPECT_TRUE(world.faults().empty());
  }
}

}  // namespace
}  // namespace hearth
