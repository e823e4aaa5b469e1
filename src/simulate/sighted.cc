#include "simulate/sighted.h"

#include <fmt/format.h>

#include <algorithm>

#include "simulate/identifiers.h"

namespace hearth {
namespace {

void note(Sighted& seen, std::string_view mistake, bool shown) {
  if (!shown) return;
  if (!seen.mistakes.empty()) seen.mistakes += ' ';
  seen.mistakes += mistake;
}

// One slip of the fingers: a letter left out, doubled, changed for its neighbour, or two swapped.
std::string mistyped(std::string word, Random& chance) {
  if (word.size() < 3) return word;
  const auto at = static_cast<std::size_t>(chance.between(1, static_cast<int>(word.size()) - 2));
  const auto is_plain = [&](std::size_t i) { return static_cast<unsigned char>(word[i]) < 0x80; };
  if (!is_plain(at) || !is_plain(at + 1)) return word;  // half a letter is no letter
  switch (chance.below(4)) {
    case 0: word.erase(at, 1); break;
    case 1: word.insert(at, 1, word[at]); break;
    case 2: word[at] = word[at] == 'e' ? 'a' : 'e'; break;
    default: std::swap(word[at], word[at + 1]);
  }
  return word;
}

const Stay& stay_on(const LivedPerson& person, Date on) {
  for (const auto& stay : person.stays) {
    if (on <= stay.last) return stay;
  }
  return person.stays.back();
}

std::uint64_t number_of(std::string_view name) {
  std::uint64_t number = 0;
  for (const char c : name) number = mixed(number ^ static_cast<unsigned char>(c));
  return number;
}

// Children's social care has one system, and one number for somebody in all that is sent of it:
// both statutory returns, the list of people and the extract for other councils.
std::string_view numbers_of(std::string_view feed) {
  for (const std::string_view one :
       {"children-in-need", "looked-after", "social-care-people", "family-context-social-care"}) {
    if (feed == one) return "social-care";
  }
  return feed;
}

}  // namespace

Agency::Agency(std::uint64_t seed, std::string_view name, const MistakeRates& rates, Shown shown)
    : seed_(mixed(seed ^ number_of(name))),
      number_(number_of(numbers_of(name)) % 1000),
      rates_(rates),
      shown_(shown) {
  if (!shown.own_number) rates_.second_record = 0;
}

Sighted Agency::see(const FamilyLife& family, std::size_t person, Date on) const {
  const auto& who = family.people[person];
  Sighted seen;
  seen.local_id = fmt::format("{:09}", local_number(who.number * 2, number_));
  seen.forename = who.forename;
  seen.middle_name = who.middle_name;
  seen.surname = who.surname(on);
  seen.born = who.born;
  seen.female = who.female;
  seen.identifiers = who.identifiers;
  auto home = stay_on(who, on).home;
  if (chance(who.number, "moved").per_thousand(rates_.old_address) &&
      who.stays.front().home != home) {
    home = who.stays.front().home;
    note(seen, "old_address", shown_.address || shown_.postcode);
  }
  const auto& address = family.homes[home];
  seen.address = address.lines;
  seen.postcode = address.postcode;
  seen.uprn = address.uprn;
  seen.is_protected = address.is_protected;
  seen.household = fmt::format("{:09}", local_number(family.number * 16 + home, number_ + 1000));
  misspell(seen, family, person);
  mistake_birth_date(seen, who.number);
  mistake_place(seen, family, person, on);
  return seen;
}

void Agency::mistype(std::string& word, Random& luck, Sighted& seen, std::string_view name) const {
  auto typed = mistyped(word, luck);
  note(seen, name, shown_.names && typed != word);
  word = std::move(typed);
}

void Agency::misspell(Sighted& seen, const FamilyLife& family, std::size_t person) const {
  const auto& who = family.people[person];
  auto luck = chance(who.number, "name");
  if (const auto nick = nickname(seen.forename);
      luck.per_thousand(rates_.nickname) && !nick.empty()) {
    seen.forename = nick;
    note(seen, "nickname", shown_.names);
  }
  if (luck.per_thousand(rates_.typo_forename)) {
    mistype(seen.forename, luck, seen, "typo_forename");
  }
  if (luck.per_thousand(rates_.old_surname) && seen.surname != who.surnames.front().surname) {
    seen.surname = who.surnames.front().surname;
    note(seen, "old_surname", shown_.names);
  }
  if (luck.per_thousand(rates_.other_surname)) {  // another member's
    const auto& other =
        family.people[static_cast<std::size_t>(luck.below(static_cast<int>(family.people.size())))];
    if (other.surnames.front().surname != seen.surname) note(seen, "other_surname", shown_.names);
    seen.surname = other.surnames.front().surname;
  }
  if (luck.per_thousand(rates_.typo_surname)) {
    mistype(seen.surname, luck, seen, "typo_surname");
  }
  if (luck.per_thousand(rates_.swapped_names)) {
    std::swap(seen.forename, seen.surname);
    note(seen, "swapped_names", shown_.names);
  }
}

void Agency::mistake_birth_date(Sighted& seen, std::uint64_t number) const {
  auto luck = chance(number, "birth date");
  const auto [year, month, day] = year_month_day(*seen.born);
  if (luck.per_thousand(rates_.birth_date_swapped) && day <= 12 && day != month) {
    seen.born = date_of({year, day, month});
    note(seen, "birth_date_swapped", shown_.birth_date);
  } else if (luck.per_thousand(rates_.birth_date_wrong)) {
    seen.born = luck.percent(40)
                    ? *seen.born + luck.between(1, 9)
                    : date_of({year + (luck.percent(50) ? 1 : -1), month, std::min(day, 28)});
    note(seen, "birth_date_wrong", shown_.birth_date);
  }
  if (luck.per_thousand(rates_.birth_date_missing)) {
    seen.born.reset();
    note(seen, "birth_date_missing", shown_.birth_date);
  }
}

void Agency::mistake_place(Sighted& seen, const FamilyLife& family, std::size_t person,
                           Date on) const {
  auto luck = chance(family.people[person].number, "place");
  if (luck.per_thousand(rates_.postcode_missing)) {
    seen.postcode.clear();
    note(seen, "postcode_missing", shown_.postcode);
  } else if (luck.per_thousand(rates_.postcode_wrong)) {
    seen.postcode.back() = seen.postcode.back() == 'A' ? 'B' : 'A';
    note(seen, "postcode_wrong", shown_.postcode);
  }
  if (luck.per_thousand(rates_.identifier_missing)) {
    seen.identifiers = {};
    note(seen, "identifier_missing", shown_.identifiers);
  }
  if (luck.per_thousand(rates_.second_record) && month_of(on) / 3 % 2 == 1) {
    seen.local_id =
        fmt::format("{:09}", local_number(family.people[person].number * 2 + 1, number_));
    note(seen, "second_record", true);
  }
}

}  // namespace hearth
