#include "casebook/look_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/checksum.h"
#include "casebook/many_rows.h"
#include "casebook/runs.h"
#include "casebook/schema.h"

namespace hearth {
namespace {

std::string seal_of(LookEntry look, std::string_view seal_before) {
  look.seal.clear();
  return checksum_of_text(fmt::format("{}\n{}", seal_before, to_text(look)));
}

}  // namespace

std::string to_text(const LookEntry& look) {
  auto text = fmt::format("look {}|{}|{}|{}|{}\n", look.number, to_text(look.day), look.by,
                          look.what, look.seal);
  for (const auto& person : look.people) {
    text += fmt::format("look_person {}|{}\n", look.number, person);
  }
  return text;
}

Result<void> LookBook::insert(const LookEntry& look) {
  HEARTH_TRY(make_tables(session_, kLookTables));
  const auto number = std::to_string(look.number);
  ManyRows looks(session_, "look", {"bigint", "text", "text", "text", "text"});
  HEARTH_TRY(looks.add({number, to_text(look.day), look.by, look.what, look.seal}));
  HEARTH_TRY(looks.finish());
  ManyRows people(session_, "look_person", {"bigint", "text"});
  for (const auto& person : look.people) HEARTH_TRY(people.add({number, person}));
  return people.finish();
}

Result<void> LookBook::restore(const LookEntry& look) {
  return in_transaction(session_, Access::Write, [&] { return insert(look); });
}

Result<void> LookBook::add(LookEntry look) {
  std::ranges::sort(look.people);
  look.people.erase(std::ranges::unique(look.people).begin(), look.people.end());
  const auto there = session_.has_table("look");
  if (!there) return std::unexpected(there.error());
  std::string before;
  look.number = 1;
  if (*there) {
    const auto last = session_.run("select look, seal from look order by look desc limit 1");
    if (!last) return std::unexpected(last.error());
    if (!last->empty()) {
      look.number = number_in(last->front()[0]) + 1;
      before = last->front()[1];
    }
  }
  look.seal = seal_of(look, before);
  return restore(look);
}

Result<void> LookBook::each(const std::function<bool(const LookEntry& look)>& take) {
  const auto there = session_.has_table("look");
  if (!there) return std::unexpected(there.error());
  if (!*there) return {};
  return in_transaction(session_, Access::Read, [&]() -> Result<void> {
    const auto rows = session_.run("select look, day, said_by, what, seal from look order by look");
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) {
      LookEntry look{number_in(row[0]), day_in(row[1]), row[2], row[3], row[4], {}};
      const auto people = session_.run(
          "select person_id from look_person where look = cast($1 as bigint)", {row[0]});
      if (!people) return std::unexpected(people.error());
      for (const auto& person : *people) look.people.push_back(person[0]);
      std::ranges::sort(look.people);
      if (!take(look)) break;
    }
    return {};
  });
}

Result<std::vector<std::string>> broken_seals(LookBook& looks) {
  std::vector<std::string> broken;
  std::string before;
  std::int64_t expected = 1;
  HEARTH_TRY(looks.each([&](const LookEntry& look) {
    for (; expected < look.number; ++expected) {
      broken.push_back(fmt::format("casebook, look {} at people: it is gone", expected));
    }
    ++expected;
    if (seal_of(look, before) != look.seal) {
      broken.push_back(
          fmt::format("casebook, look {} at people: its rows, or the seal before it, are not what "
                      "was committed",
                      look.number));
    }
    before = look.seal;
    return true;
  }));
  return broken;
}

}  // namespace hearth
