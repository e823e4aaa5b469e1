#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "link/clean.h"
#include "link/folded.h"

namespace hearth::link {
namespace {

using Abbreviation = std::pair<std::string_view, std::string_view>;
constexpr std::array<Abbreviation, 16> kAbbreviations = {{{"st", "street"},
                                                          {"str", "street"},
                                                          {"rd", "road"},
                                                          {"ave", "avenue"},
                                                          {"av", "avenue"},
                                                          {"cl", "close"},
                                                          {"cres", "crescent"},
                                                          {"ct", "court"},
                                                          {"dr", "drive"},
                                                          {"gdns", "gardens"},
                                                          {"gr", "grove"},
                                                          {"ln", "lane"},
                                                          {"pl", "place"},
                                                          {"sq", "square"},
                                                          {"ter", "terrace"},
                                                          {"terr", "terrace"}}};

std::string_view spelled_out(std::string_view word) {
  const auto found = std::ranges::find(kAbbreviations, word, &Abbreviation::first);
  return found == kAbbreviations.end() ? word : found->second;
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool names_a_part(std::string_view word) {
  return word == "flat" || word == "apartment" || word == "apt" || word == "unit" || word == "room";
}

}  // namespace

std::string clean_address(std::string_view cell) {
  const auto text = folded(cell);
  std::string part, house, street;
  bool part_next = false;
  for (const auto word : split(text, ' ')) {
    if (names_a_part(word)) {
      part_next = true;
    } else if (std::exchange(part_next, false)) {
      part = word;
    } else if (has_digit(word) && house.empty()) {
      house = word;
    } else if (!word.empty()) {
      street += (street.empty() ? "" : " ") + std::string(spelled_out(word));
    }
  }
  if (!part.empty()) house += "/" + part;
  if (house.empty() || street.empty()) return house + street;
  return house + " " + street;
}

}  // namespace hearth::link
