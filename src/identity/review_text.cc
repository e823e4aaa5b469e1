#include <fmt/format.h>

#include <algorithm>

#include "identity/review.h"

namespace hearth::identity {
namespace {

std::string words(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '_', ' ');
  return text;
}

// Counted in characters, so that names in other scripts do not shift what stands beside them.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t to) {
  std::ranges::replace(text, '\n', ' ');
  const auto is = width(text);
  return is < to ? text + std::string(to - is, ' ') : text;
}

std::string line(std::string_view name, const std::string& a, const std::string& b,
                 const std::string& agreement) {
  auto text =
      fmt::format("   {:<15}", words(name)) + padded(a, 30) + " " + padded(b, 30) + " " + agreement;
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

std::string pair_text(const link::Model& model, const ReviewedPair& reviewed, std::size_t number) {
  const auto& pair = reviewed.pair;
  auto text = fmt::format("{}. probability {}; {}\n", number, shown_probability(model, reviewed),
                          decides_words(pair));
  text += line("person", pair.person_a, pair.person_b, {});
  text += line("sighting", sighting_name(pair.a), sighting_name(pair.b), {});
  for (std::size_t i = 0; i < kShown.size(); ++i) {
    const bool hidden = reviewed.hides_where && tells_where(kShown[i]);
    const auto& a = reviewed.a.values[i];
    const auto& b = reviewed.b.values[i];
    if (hidden && kShown[i] == "address") text += line(kShown[i], "protected", "protected", {});
    if (hidden || (a.empty() && b.empty())) continue;
    text += line(kShown[i], a, b, agreement_words(model, reviewed, kShown[i]));
  }
  if (const auto number_agrees = agreement_words(model, reviewed, "agency_number");
      !number_agrees.empty()) {
    text += line("agency number", {}, {}, number_agrees);
  }
  if (reviewed.hides_where) return text + "\n";
  text += line(
      "weights in bits", {}, {},
      fmt::format("prior {:+.2f}, in all {:+.2f}", pair.explained.prior, pair.explained.total));
  return text + "\n";
}

}  // namespace

std::string review_text(const Review& review) {
  if (review.pairs.empty()) return "no pair is in doubt\n";
  std::string text;
  for (std::size_t i = 0; i < review.pairs.size(); ++i) {
    text += pair_text(review.model, review.pairs[i], i + 1);
  }
  return text + fmt::format("{} of {} doubtful pairs, from {} to below {}; linked from {} on\n",
                            review.pairs.size(), review.in_all, review.model.doubt_from,
                            review.model.doubt_to, review.model.link_at);
}

}  // namespace hearth::identity
