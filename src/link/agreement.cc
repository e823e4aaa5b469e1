#include "link/agreement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "base/text.h"
#include "link/similarity.h"

namespace hearth::link {
namespace {

constexpr std::array<std::string_view, 21> kNames = {
    "exact", "first_name", "nickname", "initial", "part",    "close",     "similar",
    "sound", "swapped",    "changed",  "one_off", "two_off", "day_month", "near",
    "year",  "sector",     "district", "street",  "mailbox", "doubtful",  "different"};

constexpr int kLongMonth = 31;
constexpr std::size_t kLeastStem = 3;

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

bool agree_on_initial(std::string_view a, std::string_view b) {
  a = first_word(a);
  b = first_word(b);
  return (a.size() == 1 || b.size() == 1) && a[0] == b[0];
}

// Two-letter words are particles: van, de and al join nobody.
bool share_a_word(std::string_view a, std::string_view b) {
  if (!a.contains(' ') && !b.contains(' ')) return false;
  const auto words = split(b, ' ');
  return std::ranges::any_of(split(a, ' '), [&](std::string_view word) {
    return word.size() > 3 && std::ranges::find(words, word) != words.end();
  });
}

bool sound_alike(std::string_view a, std::string_view b) {
  const auto heard = sound(a);
  return heard.size() > 1 && heard == sound(b);
}

// Of dates as YYYYMMDD.
std::string_view month(std::string_view date) { return date.substr(4, 2); }
std::string_view day(std::string_view date) { return date.substr(6, 2); }
bool same_year(std::string_view a, std::string_view b) { return a.substr(0, 4) == b.substr(0, 4); }

bool day_and_month_swapped(std::string_view a, std::string_view b) {
  return same_year(a, b) && month(a) == day(b) && day(a) == month(b);
}

// How many days lie between, were all months of 31.
int days_apart(std::string_view a, std::string_view b) {
  const auto day_of = [](std::string_view date) {
    const auto number = [&](std::size_t at, std::size_t size) {
      int value = 0;
      std::from_chars(date.data() + at, date.data() + at + size, value);
      return value;
    };
    return (number(0, 4) * 12 + number(4, 2)) * kLongMonth + number(6, 2);
  };
  return std::abs(day_of(a) - day_of(b));
}

// Without the ending that makes a short form of a name: manny, debbie.
std::string_view stem(std::string_view name) {
  for (const std::string_view ending : {"ie", "ey", "y", "i"}) {
    if (name.size() < ending.size() + kLeastStem || !name.ends_with(ending)) continue;
    name.remove_suffix(ending.size());
    const bool doubled = name.size() > kLeastStem && name[name.size() - 1] == name[name.size() - 2];
    return doubled ? name.substr(0, name.size() - 1) : name;
  }
  return name;
}

// Most short forms are a piece of the name: tash, lexi, drew, bert.
bool is_short_form(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  const auto piece = stem(a);
  return piece.size() >= kLeastStem && piece.size() + 2 <= b.size() && b.contains(piece);
}

bool same_digits(std::string_view a, std::string_view b, FieldKind kind) {
  if (kind == FieldKind::BirthDate) return is_one_edit(a, b) && a.size() == b.size();
  if (kind == FieldKind::Forename) return is_one_edit(first_word(a), first_word(b));
  if (a.starts_with('?')) a.remove_prefix(1);
  if (b.starts_with('?')) b.remove_prefix(1);
  return a == b || is_one_edit(a, b);
}

bool share_outward(std::string_view a, std::string_view b, std::size_t dropped) {
  if (a.size() < 5 || b.size() < 5) return false;
  return a.substr(0, a.size() - dropped) == b.substr(0, b.size() - dropped);
}

// The house of a cleaned address, if it has one, and the rest.
std::string_view street_of(std::string_view address) {
  const auto word = first_word(address);
  const bool house = word.find_first_of("0123456789/") != word.npos && word.size() < address.size();
  return house ? address.substr(word.size() + 1) : address;
}

bool close_addresses(std::string_view a, std::string_view b, double likeness) {
  const auto street_a = street_of(a), street_b = street_of(b);
  const auto house_a = a.substr(0, a.size() - street_a.size());
  const auto house_b = b.substr(0, b.size() - street_b.size());
  return house_a == house_b && jaro_winkler(street_a, street_b) >= likeness;
}

std::string_view mailbox(std::string_view email) { return email.substr(0, email.find('@')); }

}  // namespace

std::string_view to_text(Agreement agreement) {
  return kNames[static_cast<std::size_t>(agreement)];
}

std::optional<Agreement> agreement(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Agreement>(found - kNames.begin());
}

std::vector<std::string_view> agreements() { return {kNames.begin(), kNames.end()}; }

bool takes_likeness(Agreement agreement) {
  return agreement == Agreement::Close || agreement == Agreement::Similar;
}

bool agrees(Agreement agreement, FieldKind kind, std::string_view a, std::string_view b,
            double likeness, const Nicknames& nicknames) {
  const bool dates = kind == FieldKind::BirthDate;
  switch (agreement) {
    case Agreement::Exact: return a == b;
    case Agreement::FirstName: return first_word(a) == first_word(b) && first_word(a).size() > 1;
    case Agreement::Nickname:
      return nicknames.share(first_word(a), first_word(b)) ||
             is_short_form(first_word(a), first_word(b));
    case Agreement::Initial: return agree_on_initial(a, b);
    case Agreement::Part: return share_a_word(a, b);
    case Agreement::Close:
    case Agreement::Similar:
      return kind == FieldKind::Address ? close_addresses(a, b, likeness)
                                        : jaro_winkler(a, b) >= likeness;
    case Agreement::Sound: return sound_alike(a, b);
    case Agreement::Swapped: return dates && day_and_month_swapped(a, b);
    case Agreement::Changed: return false;
    case Agreement::OneOff: return same_digits(a, b, kind);
    case Agreement::TwoOff: return is_two_edits(a, b);
    case Agreement::DayMonth: return dates && a.substr(4) == b.substr(4);
    case Agreement::Near: return dates && days_apart(a, b) < kLongMonth;
    case Agreement::Year: return dates && same_year(a, b);
    case Agreement::Sector: return share_outward(a, b, 2);
    case Agreement::District: return share_outward(a, b, 3);
    case Agreement::Street: return street_of(a).size() > 3 && street_of(a) == street_of(b);
    case Agreement::Mailbox: return mailbox(a) == mailbox(b);
    case Agreement::Doubtful: return a.starts_with('?') || b.starts_with('?');
    case Agreement::Different: return true;
  }
  return false;
}

}  // namespace hearth::link
