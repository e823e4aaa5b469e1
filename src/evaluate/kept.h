// Values that were worked out for one family, by the person they are about and by what they are.
//
// Begun anew for each family without giving memory back, so that judging a hundred thousand
// families asks for little more memory than judging one.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace hearth {

template <typename Value>
class Kept {
 public:
  explicit Kept(std::size_t things) : things_(things) {}

  // Forgets everything. `slots`: how many may be asked about.
  void begin(std::size_t slots) {
    ++round_;
    used_ = 0;
    if (places_.size() < slots * things_) places_.resize(slots * things_);
  }

  // What `fill` puts over the value of an earlier family, asked once; it may itself ask for other
  // things. Good until begin.
  template <typename Fill>
  const Value& get(std::size_t slot, std::size_t thing, Fill fill) {
    const auto at = slot * things_ + thing;
    if (places_[at].round != round_) {
      const auto index = used_++;
      if (index == kBlock * blocks_.size()) blocks_.push_back(std::make_unique<Block>());
      fill(value_at(index));
      places_[at] = {round_, index};
    }
    return value_at(places_[at].index);
  }

 private:
  struct Place {
    std::uint32_t round = 0;  // of which family; 0 of none
    std::uint32_t index = 0;
  };

  static constexpr std::size_t kBlock = 64;
  using Block = std::array<Value, kBlock>;

  Value& value_at(std::size_t index) { return (*blocks_[index / kBlock])[index % kBlock]; }

  std::size_t things_;
  std::vector<Place> places_;
  std::vector<std::unique_ptr<Block>> blocks_;  // values stay where they are as others are added
  std::uint32_t used_ = 0;
  std::uint32_t round_ = 0;
};

}  // namespace hearth
