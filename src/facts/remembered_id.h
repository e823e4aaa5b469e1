// Finds the person or family a row names, quickly where rows come in the order of their people.
#pragma once

#include <algorithm>
#include <cstdint>
#include <ranges>
#include <string_view>

#include "facts/facts_builder.h"

namespace hearth {

// The next row mostly is about the same subject, or about one of the next, so those are looked at
// first; then, if ids ascend, those further on, and the index of all only for an id that comes
// before. `Ids` answers find(id), id(index), ascend() and size().
template <typename Ids>
class RememberedId {
 public:
  static constexpr std::uint32_t kNobody = PersonId::kNone;

  explicit RememberedId(const FactsBuilder& builder) : ids_{builder} {}

  std::uint32_t index(std::string_view id) {
    const auto end = std::min(last_ + kNear, ids_.size());
    for (auto near = last_; near < end; ++near) {
      if (ids_.id(near) == id) return found_at(near);
    }
    if (last_ < end && ids_.ascend() && ids_.id(last_) < id) return index_onward(id);
    const auto found = ids_.find(id);
    return found ? found_at(found->index) : kNobody;
  }

 private:
  static constexpr std::size_t kNear = 3;

  std::uint32_t found_at(std::size_t index) {
    last_ = index;
    return static_cast<std::uint32_t>(index);
  }

  // In steps that double until they are past it, then by halves.
  std::uint32_t index_onward(std::string_view id) {
    auto from = last_;
    auto step = kNear;
    for (; from + step < ids_.size() && ids_.id(from + step) < id; step *= 2) from += step;
    const auto places = std::views::iota(from, std::min(from + step + 1, ids_.size()));
    const auto id_at = [&](std::size_t place) { return ids_.id(place); };
    const auto found = std::ranges::lower_bound(places, id, {}, id_at);
    return found != places.end() && id_at(*found) == id ? found_at(*found) : kNobody;
  }

  Ids ids_;
  std::size_t last_ = 0;  // where the latest was found
};

struct PersonIds {
  const FactsBuilder& builder;
  auto find(std::string_view id) const { return builder.find_person(id); }
  std::string_view id(std::size_t index) const { return builder.person_id(index); }
  bool ascend() const { return builder.people_ascend(); }
  std::size_t size() const { return builder.person_count(); }
};

struct FamilyIds {
  const FactsBuilder& builder;
  auto find(std::string_view id) const { return builder.find_family(id); }
  std::string_view id(std::size_t index) const { return builder.family_id(index); }
  bool ascend() const { return builder.families_ascend(); }
  std::size_t size() const { return builder.family_count(); }
};

}  // namespace hearth
