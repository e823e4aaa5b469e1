#include "link/clean.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "link/folded.h"
#include "link/identifiers.h"

namespace hearth::link {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes; what is longer is no name

constexpr std::array<std::string_view, 11> kTitles = {"mr",     "mrs", "miss", "ms",   "mx",  "dr",
                                                      "master", "sir", "rev",  "prof", "lady"};

std::string clean_name(std::string_view cell) {
  auto name = folded(cell);
  const auto space = name.find(' ');
  const bool titled =
      space != name.npos && std::ranges::find(kTitles, name.substr(0, space)) != kTitles.end();
  if (titled) name.erase(0, space + 1);
  if (name.size() > kLongestName) {
    auto end = kLongestName;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  const bool any_letter = std::ranges::any_of(
      name, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
  return any_letter ? name : std::string();
}

std::string clean_sex(std::string_view cell) {
  const auto word = folded(cell);
  if (word == "m" || word == "male" || word == "man" || word == "boy" || word == "1") return "m";
  if (word == "f" || word == "female" || word == "woman" || word == "girl" || word == "2") {
    return "f";
  }
  return {};
}

std::string clean_email(std::string_view cell) {
  std::string text(trim(cell));
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto at = text.find('@');
  const bool formed = at != text.npos && at > 0 && at + 1 < text.size();
  return formed && !text.contains(' ') ? text : std::string();
}

// Without the country: 07700 900123 and +44 7700 900123 alike.
std::string clean_phone(std::string_view cell) {
  auto digits = digits_of(cell);
  if (digits.starts_with("0044")) digits.erase(0, 4);
  if (digits.starts_with("44") && digits.size() > 10) digits.erase(0, 2);
  if (digits.starts_with("0")) digits.erase(0, 1);
  return digits.size() < 6 ? std::string() : digits;
}

// O and I where a digit must be, and the like, are put right where that makes a postcode.
std::string clean_postcode(std::string_view cell) {
  auto text = letters_and_digits(cell);
  if (is_postcode(text) || text.size() < 5) return text;
  auto put_right = text;
  auto& digit = put_right[put_right.size() - 3];
  if (digit == 'O') digit = '0';
  if (digit == 'I' || digit == 'L') digit = '1';
  return is_postcode(put_right) ? put_right : text;
}

std::string clean_identifier(std::string_view cell, bool (*fits)(std::string_view)) {
  auto text = letters_and_digits(cell);
  if (text.empty() || is_run_of_digits(text)) return {};
  return fits(text) ? text : "?" + text;  // not right, but it may be one slip from right
}

// An agency's own number is nobody else's to improve.
std::string one_space_between(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    if (c != ' ') {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string clean_uprn(std::string_view cell) {
  auto digits = digits_of(cell);
  digits.erase(0, digits.find_first_not_of('0'));
  return is_uprn(digits) ? digits : std::string();
}

// Of no other role is it known how old somebody is.
std::string clean_role(std::string_view cell) {
  const auto role = folded(cell);
  if (role == "child") return role;
  const bool grown = role == "adult" || role == "parent" || role == "expectant";
  return grown ? "adult" : "";
}

}  // namespace

FullName clean_full_name(std::string_view cell) {
  const auto comma = cell.find(',');
  if (comma != cell.npos)
    return {clean_name(cell.substr(comma + 1)), clean_name(cell.substr(0, comma))};
  const auto whole = clean_name(cell);
  const auto space = whole.rfind(' ');
  if (space == whole.npos) return {whole, {}};
  return {whole.substr(0, space), whole.substr(space + 1)};
}

std::string clean(FieldKind kind, std::string_view cell) {
  switch (kind) {
    case FieldKind::Forename:
    case FieldKind::Surname: return clean_name(cell);
    case FieldKind::BirthDate: return clean_date(cell);
    case FieldKind::Sex: return clean_sex(cell);
    case FieldKind::Uprn: return clean_uprn(cell);
    case FieldKind::Address: return clean_address(cell);
    case FieldKind::Postcode: return clean_postcode(cell);
    case FieldKind::Place:
    case FieldKind::Word: return folded(cell);
    case FieldKind::Phone: return clean_phone(cell);
    case FieldKind::Email: return clean_email(cell);
    case FieldKind::NhsNumber: return clean_identifier(cell, is_nhs_number);
    case FieldKind::Upn: return clean_identifier(cell, is_upn);
    case FieldKind::Nino: return clean_identifier(cell, is_nino);
    case FieldKind::Code: return letters_and_digits(cell);
    case FieldKind::AgencyNumber: return one_space_between(cell);
    case FieldKind::Role: return clean_role(cell);
  }
  return {};
}

}  // namespace hearth::link
