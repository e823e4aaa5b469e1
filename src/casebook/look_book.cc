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
  for (const auto& family : look.families) {
    text += fmt::format("look_family {}|{}\n", look.number, family);
  }
  return text;
}

// The tables of looks there were before families left a trace had none of these.
Result<bool> LookBook::there() { return session_.has_table("look_family"); }

Result<void> LookBook::insert(const LookEntry& look) {
  const auto number = std::to_string(look.number);
  ManyRows looks(session_, "look", {"bigint", "text", "text", "text", "text"});
  HEARTH_TRY(looks.add({number, to_text(look.day), look.by, look.what, look.seal}));
  HEARTH_TRY(looks.finish());
  ManyRows people(session_, "look_person", {"bigint", "text"});
  for (const auto& person : look.people) HEARTH_TRY(people.add({number, person}));
  HEARTH_TRY(people.finish());
  ManyRows families(session_, "look_family", {"bigint", "text"});
  for (const auto& family : look.families) HEARTH_TRY(families.add({number, family}));
  return families.finish();
}

Result<LookEntry> LookBook::numbered_and_sealed(LookEntry look) {
  for (auto* ids : {&look.people, &look.families}) {
    std::ranges::sort(*ids);
    ids->erase(std::ranges::unique(*ids).begin(), ids->end());
  }
  const auto last = session_.run("select look, seal from look order by look desc limit 1");
  if (!last) return std::unexpected(last.error());
  look.number = last->empty() ? 1 : number_in(last->front()[0]) + 1;
  look.seal = seal_of(look, last->empty() ? std::string() : last->front()[1]);
  return look;
}

// Who may write rows and no tables can look where somebody has looked before.
Result<void> LookBook::add(LookEntry look) {
  return in_transaction(session_, Access::Write, [&]() -> Result<void> {
    const auto tables = there();
    if (!tables) return std::unexpected(tables.error());
    if (!*tables) HEARTH_TRY(make_tables(session_, kLookTables));
    const auto next = numbered_and_sealed(std::move(look));
    return next ? insert(*next) : std::unexpected(next.error());
  });
}

Result<void> LookBook::copy_to(LookBook& other) {
  return in_transaction(other.session_, Access::Write, [&]() -> Result<void> {
    HEARTH_TRY(make_tables(other.session_, kLookTables));
    Result<void> copied;
    HEARTH_TRY(each([&](const LookEntry& look) {
      copied = other.insert(look);
      return copied.has_value();
    }));
    return copied;
  });
}

Result<std::vector<std::string>> LookBook::seen(const char* table, const char* column,
                                                const std::string& look) {
  const auto rows = session_.run(
      fmt::format("select {} from {} where look = cast($1 as bigint)", column, table), {look});
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::string> ids;
  for (const auto& row : *rows) ids.push_back(row[0]);
  std::ranges::sort(ids);
  return ids;
}

Result<void> LookBook::each(const std::function<bool(const LookEntry& look)>& take) {
  const auto any = session_.has_table("look");
  if (!any) return std::unexpected(any.error());
  if (!*any) return {};
  return in_transaction(session_, Access::Read, [&]() -> Result<void> {
    const auto of_families = there();
    if (!of_families) return std::unexpected(of_families.error());
    const auto rows = session_.run("select look, day, said_by, what, seal from look order by look");
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) {
      auto people = seen("look_person", "person_id", row[0]);
      if (!people) return std::unexpected(people.error());
      auto families = *of_families ? seen("look_family", "family_id", row[0]) : decltype(people)();
      if (!families) return std::unexpected(families.error());
      if (!take({number_in(row[0]), day_in(row[1]), row[2], row[3], row[4], std::move(*people),
                 std::move(*families)})) {
        break;
      }
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
      broken.push_back(fmt::format("casebook, look {}: it is gone", expected));
    }
    ++expected;
    if (seal_of(look, before) != look.seal) {
      broken.push_back(
          fmt::format("casebook, look {}: its rows, or the seal before it, are not what "
                      "was committed",
                      look.number));
    }
    before = look.seal;
    return true;
  }));
  return broken;
}

}  // namespace hearth
