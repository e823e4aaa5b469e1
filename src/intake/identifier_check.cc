#include "intake/identifier_check.h"

#include <algorithm>
#include <string>

namespace hearth {
namespace {

constexpr std::string_view kPupilLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return c >= 'A' && c <= 'Z'; }

std::string without_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return result;
}

// A letter and twelve digits; of a temporary number the last may be a letter, by its place in the
// same alphabet.
bool sound_upn(const std::string& upn) {
  if (upn.size() != 13 || !letter(upn[0])) return false;
  std::size_t sum = 0;
  for (std::size_t i = 1; i < upn.size(); ++i) {
    const auto at = kPupilLetters.find(upn[i]);
    if (!digit(upn[i]) && (i + 1 < upn.size() || at == std::string_view::npos)) return false;
    sum += (i + 1) * (digit(upn[i]) ? static_cast<std::size_t>(upn[i] - '0') : at);
  }
  return kPupilLetters[sum % 23] == upn[0];
}

bool sound_nhs_number(const std::string& number) {
  if (number.size() != 10 || !std::ranges::all_of(number, digit)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (number[i] - '0') * static_cast<int>(10 - i);
  return (11 - sum % 11) % 11 == number[9] - '0';
}

bool sound_nino(const std::string& nino) {
  constexpr std::string_view kNeverFirst = "DFIQUV";
  constexpr std::string_view kNeverSecond = "DFIOQUV";
  if (nino.size() != 9 || !letter(nino[0]) || !letter(nino[1])) return false;
  return kNeverFirst.find(nino[0]) == std::string_view::npos &&
         kNeverSecond.find(nino[1]) == std::string_view::npos &&
         std::all_of(nino.begin() + 2, nino.begin() + 8, digit) && nino[8] >= 'A' && nino[8] <= 'D';
}

}  // namespace

std::optional<IdentifierKind> identifier_kind(std::string_view name) {
  if (name == "upn") return IdentifierKind::Upn;
  if (name == "nhs_number") return IdentifierKind::NhsNumber;
  if (name == "nino") return IdentifierKind::Nino;
  return std::nullopt;
}

std::string_view to_text(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::Upn: return "unique pupil number";
    case IdentifierKind::NhsNumber: return "NHS number";
    case IdentifierKind::Nino: return "National Insurance number";
  }
  return {};
}

bool is_sound(IdentifierKind kind, std::string_view text) {
  const auto plain = without_spaces(text);
  switch (kind) {
    case IdentifierKind::Upn: return sound_upn(plain);
    case IdentifierKind::NhsNumber: return sound_nhs_number(plain);
    case IdentifierKind::Nino: return sound_nino(plain);
  }
  return false;
}

}  // namespace hearth
