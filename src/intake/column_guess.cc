#include "intake/column_guess.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/identifier_check.h"

namespace hearth {
namespace {

constexpr std::array<std::string_view, 8> kPatterns = {
    "YYYY-MM-DD", "DD/MM/YYYY",          "D/M/YYYY",         "DD-Mon-YYYY",
    "DD-MM-YYYY", "YYYY-MM-DD hh:mm:ss", "DD/MM/YYYY hh:mm", "YYYY-Mon-DD hh:mm:ss"};
constexpr std::size_t kMostCodes = 15;
constexpr std::size_t kLongestCode = 32;

const std::vector<DatePattern>& patterns() {
  static const auto kAll = [] {
    std::vector<DatePattern> list;
    for (const auto text : kPatterns) list.push_back(*DatePattern::parse(text));
    return list;
  }();
  return kAll;
}

// `Date of Birth` and `date_of_birth` are one heading.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') result += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
  }
  return result;
}

struct Heading {
  std::string_view part;  // of the plain heading
  std::string_view key;
};
// The first that is in a heading stands, so longer and rarer ones come first.
constexpr std::array kHeadings = {Heading{"dateofbirth", "birth_date"},
                                  Heading{"birthdate", "birth_date"},
                                  Heading{"dob", "birth_date"},
                                  Heading{"formersurname", "former_surname"},
                                  Heading{"maidenname", "former_surname"},
                                  Heading{"surname", "surname"},
                                  Heading{"lastname", "surname"},
                                  Heading{"familyname", "surname"},
                                  Heading{"middlename", "middle_names"},
                                  Heading{"forename", "forename"},
                                  Heading{"firstname", "forename"},
                                  Heading{"givenname", "forename"},
                                  Heading{"gender", "sex"},
                                  Heading{"sex", "sex"},
                                  Heading{"postcode", "postcode"},
                                  Heading{"uprn", "uprn"},
                                  Heading{"upn", "upn"},
                                  Heading{"nhsn", "nhs_number"},
                                  Heading{"nationalinsurance", "nino"},
                                  Heading{"nino", "nino"},
                                  Heading{"household", "household"},
                                  Heading{"address", "address"}};

bool is_postcode(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    if (c != ' ') text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto n = text.size();
  return n >= 5 && n <= 7 && letter(text[0]) && digit(text[n - 3]) && letter(text[n - 2]) &&
         letter(text[n - 1]);
}

}  // namespace

void ColumnGuess::see(std::string_view cell) {
  cell = trim(cell);
  if (cell.empty()) return;
  if (fits_.empty()) fits_.assign(patterns().size(), true);
  ++filled_;
  for (std::size_t i = 0; i < fits_.size(); ++i) {
    fits_[i] = fits_[i] && patterns()[i].read(cell).has_value();
  }
  numbers_ += cell.find_first_not_of("0123456789.-") == std::string_view::npos;
  postcodes_ += is_postcode(cell);
  upns_ += is_sound(IdentifierKind::Upn, cell);
  nhs_numbers_ += is_sound(IdentifierKind::NhsNumber, cell);
  ninos_ += is_sound(IdentifierKind::Nino, cell);
  if (words_.size() <= kMostCodes && cell.size() <= kLongestCode) words_.emplace(cell);
}

std::string ColumnGuess::person_key() const {
  if (mostly(upns_)) return "upn";
  if (mostly(nhs_numbers_)) return "nhs_number";
  if (mostly(ninos_)) return "nino";
  if (mostly(postcodes_)) return "postcode";
  const auto heading = plain(heading_);
  const auto found = std::ranges::find_if(kHeadings, [&](const Heading& known) {
    return heading.find(known.part) != std::string::npos;
  });
  return found == kHeadings.end() ? std::string() : std::string(found->key);
}

bool ColumnGuess::looks_like_an_id() const {
  const auto heading = plain(heading_);
  return person_key().empty() &&
         std::ranges::any_of(std::array<std::string_view, 5>{"id", "ref", "number", "no", "crn"},
                             [&](std::string_view end) { return heading.ends_with(end); });
}

std::string ColumnGuess::days() const {
  const auto found = std::ranges::find(fits_, true);
  return found == fits_.end() ? std::string()
                              : patterns()[static_cast<std::size_t>(found - fits_.begin())].text();
}

std::vector<std::string> ColumnGuess::codes() const {
  const bool few = words_.size() <= kMostCodes && filled_ >= 3 * static_cast<int>(words_.size());
  if (!few || !days().empty() || is_number()) return {};
  return {words_.begin(), words_.end()};
}

}  // namespace hearth
