#include "link/identifiers.h"

#include <algorithm>
#include <string>

namespace hearth::link {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

constexpr std::string_view kUpnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";  // 23, without I, O and S

// Each digit times its place, from 2 on; a temporary UPN's last letter counts by its place above.
int upn_sum(std::string_view body) {
  int sum = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const int value =
        is_digit(body[i]) ? body[i] - '0' : static_cast<int>(kUpnLetters.find(body[i]));
    sum += value * static_cast<int>(i + 2);
  }
  return sum;
}

// What a postcode looks like before its last three characters.
bool is_outward(std::string_view text) {
  std::string shape;
  for (const char c : text) shape += is_digit(c) ? '9' : is_letter(c) ? 'A' : '?';
  return shape == "A9" || shape == "A99" || shape == "AA9" || shape == "AA99" || shape == "A9A" ||
         shape == "AA9A";
}

}  // namespace

bool is_nhs_number(std::string_view text) {
  if (text.size() != 10 || !all_digits(text)) return false;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (text[static_cast<std::size_t>(i)] - '0') * (10 - i);
  const int check = (11 - sum % 11) % 11;
  return check != 10 && check == text[9] - '0';
}

bool is_upn(std::string_view text) {
  if (text.size() != 13 || !is_letter(text[0]) || !all_digits(text.substr(1, 11))) return false;
  const bool last_fits = is_digit(text[12]) || kUpnLetters.contains(text[12]);
  return last_fits &&
         kUpnLetters[static_cast<std::size_t>(upn_sum(text.substr(1))) % 23] == text[0];
}

bool is_nino(std::string_view text) {
  if (text.size() != 9 || !is_letter(text[0]) || !is_letter(text[1])) return false;
  if (!all_digits(text.substr(2, 6)) || text[8] < 'A' || text[8] > 'D') return false;
  constexpr std::string_view kNeverFirst = "DFIQUV", kNeverSecond = "DFIOQUV";
  if (kNeverFirst.contains(text[0]) || kNeverSecond.contains(text[1])) return false;
  constexpr std::string_view kNever[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  return std::ranges::find(kNever, text.substr(0, 2)) == std::end(kNever);
}

bool is_uprn(std::string_view text) {
  return text.size() <= 12 && all_digits(text) && text.find_first_not_of('0') != text.npos;
}

bool is_postcode(std::string_view text) {
  if (text.size() < 5 || text.size() > 7) return false;
  const auto inward = text.substr(text.size() - 3);
  return is_outward(text.substr(0, text.size() - 3)) && is_digit(inward[0]) &&
         is_letter(inward[1]) && is_letter(inward[2]);
}

bool is_run_of_digits(std::string_view text) {
  if (text.size() < 4 || !all_digits(text)) return false;
  const bool one = std::ranges::all_of(text, [&](char c) { return c == text[0]; });
  return one || std::string_view("0123456789012").substr(text[0] - '0').starts_with(text);
}

}  // namespace hearth::link
