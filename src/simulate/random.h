// Chance that comes out the same on every machine: integers only, a stream of its own for every
// family and every side of its life, so that changing one side changes nothing else.
//
// The generator is SplitMix64, a published 64-bit mixer with a fixed increment. It is good enough
// to invent families with and no good for secrets.
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

namespace hearth {

// One number's bits thrown about; a bijection.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15u;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

class Random {
 public:
  // `side` names what the stream is for: `school`.
  Random(std::uint64_t seed, std::uint64_t family, std::string_view side)
      : state_(mixed(mixed(seed) ^ mixed(family * 2 + 1))) {
    for (const char c : side) state_ = mixed(state_ ^ static_cast<unsigned char>(c));
  }

  std::uint32_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>(mixed(state_) >> 32);
  }

  int below(int count) {
    assert(count > 0);
    return static_cast<int>((std::uint64_t{next()} * static_cast<std::uint32_t>(count)) >> 32);
  }
  int between(int least, int most) { return least + below(most - least + 1); }
  // Small numbers are likelier than large ones, as common names are than rare ones.
  int front_heavy(int count) {
    const auto one = std::uint64_t{next()} >> 16;
    return static_cast<int>((one * one * static_cast<std::uint64_t>(count)) >> 32);
  }
  // The sum of three dice, 0 to 3 * (faces - 1), heaped in the middle.
  int heaped(int faces) { return below(faces) + below(faces) + below(faces); }

  bool per_million(int rate) { return below(1'000'000) < rate; }
  bool per_thousand(int rate) { return below(1000) < rate; }
  bool percent(int rate) { return below(100) < rate; }

  template <typename T>
  const T& pick(std::span<const T> things) {
    return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace hearth
