#include "link/texts.h"

#include <cstring>

namespace hearth::link {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two

}  // namespace

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  auto x = a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2));
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  while (!text.empty()) {
    std::uint64_t part = 0;
    const auto size = text.size() < 8 ? text.size() : 8;
    std::memcpy(&part, text.data(), size);
    hash = mixed(hash, part);
    text.remove_prefix(size);
  }
  return hash;
}

NumberedTexts::NumberedTexts() : slots_(kFirstSlots) { number({}); }

std::uint32_t NumberedTexts::number(std::string_view text) {
  if (texts_.size() * 2 >= slots_.size()) grow();
  const auto mask = slots_.size() - 1;
  auto at = hash_of(text) & mask;
  while (slots_[at] != 0) {
    if (texts_[slots_[at] - 1] == text) return slots_[at] - 1;
    at = (at + 1) & mask;
  }
  texts_.append(text);
  slots_[at] = static_cast<std::uint32_t>(texts_.size());
  return slots_[at] - 1;
}

void NumberedTexts::grow() {
  std::vector<std::uint32_t> slots(slots_.size() * 2);
  const auto mask = slots.size() - 1;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    auto at = hash_of(texts_[i]) & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = static_cast<std::uint32_t>(i + 1);
  }
  slots_ = std::move(slots);
}

}  // namespace hearth::link
