#include "simulate/life.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace hearth {
namespace {

constexpr int kMonthsUntilHelpWorks = 4;

}  // namespace

std::string LivedPerson::id() const { return fmt::format("P{:08}", number); }

const std::string& LivedPerson::surname(Date on) const {
  for (const auto& name : surnames | std::views::reverse) {
    if (name.first <= on) return name.surname;
  }
  return surnames.front().surname;
}

std::string FamilyLife::id() const { return fmt::format("F{:07}", number); }

int FamilyLife::strain_on(Date day) const {
  if (!responds || strain == 0 || day < started + 30 * kMonthsUntilHelpWorks) return strain;
  return std::max(0, strain - 2);
}

void FamilyLife::tell(Told told, std::size_t person, Date start, Date end,
                      std::array<std::string, kMostFields> fields) {
  const bool spell = layout_of(told).dated == Dated::Spell;
  const auto& who = people[person];
  if (start > last_day() || end < first_day() || start < who.born || end < start) return;
  const bool twice =
      spell && std::ranges::any_of(records, [&](const TrueRecord& record) {
        return record.told == told && record.person == person && record.start == start;
      });
  if (twice) return;
  if (end > last_day()) end = kForever;
  records.push_back({told, person, start, end, std::move(fields)});
}

FamilyLife live(std::uint64_t seed, std::uint64_t number) {
  FamilyLife family;
  family.number = number;
  form_family(family, seed);
  go_to_school(family, seed);
  go_to_work(family, seed);
  keep_house(family, seed);
  meet_crime(family, seed);
  need_care(family, seed);
  keep_well(family, seed);
  be_supported(family, seed);
  return family;
}

bool FamilyLife::is_parent_of(std::size_t person, std::size_t child) const {
  const auto& one = people[person];
  return one.parent && !people[child].parent && one.is_member(people[child].born);
}

}  // namespace hearth
