// Values that were worked out for one family, by the person they are about and by what they are.
//
// Begun anew for each family without giving memory back, so that judging a hundred thousand
// families asks for little more memory than judging one.
#pragma once

#include <cstdint>
#include <deque>
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

  // What `make` answers, asked once; it may itself ask for other things. Good until begin.
  template <typename Make>
  const Value& get(std::size_t slot, std::size_t thing, Make make) {
    const auto at = slot * things_ + thing;
    if (places_[at].round != round_) {
      Value value = make();
      const auto index = used_++;
      if (index == values_.size()) values_.emplace_back();
      values_[index] = std::move(value);
      places_[at] = {round_, index};
    }
    return values_[places_[at].index];
  }

 private:
  struct Place {
    std::uint32_t round = 0;  // of which family; 0 of none
    std::uint32_t index = 0;
  };

  std::size_t things_;
  std::vector<Place> places_;
  std::deque<Value> values_;  // which stay where they are as others are added
  std::uint32_t used_ = 0;
  std::uint32_t round_ = 0;
};

}  // namespace hearth
