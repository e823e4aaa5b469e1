// Finds the index of an id, for the millions of rows that name a person.
//
// The ids themselves stay where they are, in a list the caller keeps; a slot here is eight bytes,
// so that a search touches little more than the id it finds.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <optional>
#include <ranges>
#include <string_view>
#include <vector>

namespace hearth {

// Ids that come in ascending order cannot repeat, so as long as they do nothing is noted of them,
// and a search halves the list; `settle` makes the table all at once.
class IdIndex {
 public:
  bool ascends() const { return ascends_; }  // each id came after the one before

  // `id_of(i)` answers the id with index i.
  template <typename IdOf>
  std::optional<std::uint32_t> find(std::string_view id, IdOf id_of) const {
    if (slots_.empty()) return find_by_halves(id, id_of);
    const auto hash = std::hash<std::string_view>{}(id);
    for (auto at = hash;; ++at) {
      const auto& slot = slots_[at & (slots_.size() - 1)];
      if (slot.index == kFree) return std::nullopt;
      if (slot.tag == tag_of(hash) && id_of(slot.index) == id) return slot.index;
    }
  }

  // Adds an id as the next index, unless it is here already: then its index. `id_of` need not know
  // the new one yet.
  template <typename IdOf>
  std::optional<std::uint32_t> add(std::string_view id, IdOf id_of) {
    if (slots_.empty() && (count_ == 0 || id_of(count_ - 1) < id)) {
      ++count_;
      return std::nullopt;
    }
    settle(id_of);
    ascends_ = false;
    if (2 * (count_ + 1) > slots_.size()) grow(id_of, 2 * slots_.size());
    const auto hash = std::hash<std::string_view>{}(id);
    for (auto at = hash;; ++at) {
      auto& slot = slots_[at & (slots_.size() - 1)];
      if (slot.index == kFree) {
        slot = {tag_of(hash), count_++};
        return std::nullopt;
      }
      if (slot.tag == tag_of(hash) && id_of(slot.index) == id) return slot.index;
    }
  }

  // Makes searches quick, once all ids are here.
  template <typename IdOf>
  void settle(IdOf id_of) {
    if (slots_.empty()) grow(id_of, std::bit_ceil(2 * (std::size_t{count_} + 1)));
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t index = kFree;
  };

  static std::uint32_t tag_of(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  template <typename IdOf>
  std::optional<std::uint32_t> find_by_halves(std::string_view id, IdOf id_of) const {
    const auto indexes = std::views::iota(std::uint32_t{0}, count_);
    const auto found = std::ranges::lower_bound(indexes, id, {}, id_of);
    if (found == indexes.end() || id_of(*found) != id) return std::nullopt;
    return *found;
  }

  void put(std::string_view id, std::uint32_t index) {
    const auto hash = std::hash<std::string_view>{}(id);
    auto at = hash;
    while (slots_[at & (slots_.size() - 1)].index != kFree) ++at;
    slots_[at & (slots_.size() - 1)] = {tag_of(hash), index};
  }

  template <typename IdOf>
  void grow(IdOf id_of, std::size_t slots) {
    slots_.assign(std::max<std::size_t>(16, slots), Slot());  // always a power of two
    for (std::uint32_t index = 0; index < count_; ++index) put(id_of(index), index);
  }

  std::vector<Slot> slots_;
  std::uint32_t count_ = 0;
  bool ascends_ = true;
};

}  // namespace hearth
