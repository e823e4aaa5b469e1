// Finds the person or family a row names, quickly where rows come in the order of their people.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "facts/facts_builder.h"

namespace hearth {

// The next row mostly is about the same subject, or about one of the next, so those are looked at
// before the index of all is asked. `Ids` answers find(id), id(index) and size().
template <typename Ids>
class RememberedId {
 public:
  static constexpr std::uint32_t kNobody = PersonId::kNone;

  explicit RememberedId(const FactsBuilder& builder) : ids_{builder} {}

  std::uint32_t index(std::string_view id) {
    if (last_ != kNobody) {
      const auto end = std::min<std::size_t>(last_ + kNear, ids_.size());
      for (auto near = last_; near < end; ++near) {
        if (ids_.id(near) == id) return last_ = near;
      }
    }
    const auto found = ids_.find(id);
    if (found) last_ = found->index;
    return found ? found->index : kNobody;
  }

 private:
  static constexpr std::size_t kNear = 6;

  Ids ids_;
  std::uint32_t last_ = kNobody;
};

struct PersonIds {
  const FactsBuilder& builder;
  auto find(std::string_view id) const { return builder.find_person(id); }
  std::string_view id(std::uint32_t index) const { return builder.person_id(index); }
  std::size_t size() const { return builder.person_count(); }
};

struct FamilyIds {
  const FactsBuilder& builder;
  auto find(std::string_view id) const { return builder.find_family(id); }
  std::string_view id(std::uint32_t index) const { return builder.family_id(index); }
  std::size_t size() const { return builder.family_count(); }
};

}  // namespace hearth
