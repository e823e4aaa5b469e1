#include "simulate/identifiers.h"

#include <fmt/format.h>

#include "simulate/random.h"

namespace hearth {
namespace {

constexpr std::string_view kCheckLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr std::string_view kInwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

// A bijection of the numbers below a power of ten: factors without 2 and 5 have an inverse.
std::uint64_t shuffled(std::uint64_t number, std::uint64_t factor, std::uint64_t modulus) {
  return (number % modulus * factor + 271'828'183) % modulus;
}

}  // namespace

char upn_check_letter(const std::string& twelve_digits) {
  int sum = 0;
  for (std::size_t i = 0; i < twelve_digits.size(); ++i) {
    sum += (twelve_digits[i] - '0') * static_cast<int>(i + 2);
  }
  return kCheckLetters[static_cast<std::size_t>(sum % 23)];
}

int nhs_check_digit(const std::string& nine_digits) {
  int sum = 0;
  for (std::size_t i = 0; i < nine_digits.size(); ++i) {
    sum += (nine_digits[i] - '0') * static_cast<int>(10 - i);
  }
  return (11 - sum % 11) % 11;
}

std::string make_upn(std::uint64_t number) {
  const auto digits = fmt::format("999{:09}", shuffled(number, 387'420'489, 1'000'000'000));
  return upn_check_letter(digits) + digits;
}

// One in eleven has no check digit; two numbers follow each other so that one of them has.
std::string make_nhs_number(std::uint64_t number) {
  for (std::uint64_t next = 0;; ++next) {
    const auto digits = fmt::format("9{:08}", shuffled(number * 4 + next, 48'828'123, 100'000'000));
    const int check = nhs_check_digit(digits);
    if (check < 10) return digits + static_cast<char>('0' + check);
  }
}

std::string make_nino(std::uint64_t number) {
  constexpr std::string_view kFirst = "PRSTWXYZ";
  constexpr std::string_view kSecond = "ABCEGHJKLMPRSTWXYZ";
  const auto all = shuffled(number, 48'828'121, 576'000'000);  // 8 * 18 * 4 million
  const auto series = all / 1'000'000;
  return fmt::format("{}{}{:06}{}", kFirst[series % 8], kSecond[series / 8 % 18], all % 1'000'000,
                     "ABCD"[series / 144]);
}

std::string make_uprn(std::uint64_t number) {
  return fmt::format("100{:09}", shuffled(number, 387'420'489, 1'000'000'000));
}

std::string make_postcode(std::uint64_t street) {
  const auto bits = mixed(street);
  return fmt::format("XH{} {}{}{}", bits % 30 + 1, bits / 30 % 10,
                     kInwardLetters[bits / 300 % kInwardLetters.size()],
                     kInwardLetters[bits / 6000 % kInwardLetters.size()]);
}

std::uint64_t local_number(std::uint64_t number, std::uint64_t agency) {
  return shuffled(number + agency * 7'919'353, 387'420'489, 1'000'000'000);
}

}  // namespace hearth
