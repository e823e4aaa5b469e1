// Typed indexes: a PersonId cannot be used where a FamilyId is meant, and both are plain integers.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace hearth {

template <typename Tag>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index = kNone;

  Id() = default;
  constexpr explicit Id(std::size_t i) : index(static_cast<std::uint32_t>(i)) {}
  constexpr bool exists() const { return index != kNone; }
  auto operator<=>(const Id&) const = default;
};

using PersonId = Id<struct PersonTag>;          // into Facts::people
using FamilyId = Id<struct FamilyTag>;          // into Facts::families
using RecordTypeId = Id<struct RecordTypeTag>;  // into Catalogue::record_types
using FieldId = Id<struct FieldTag>;            // into RecordType::fields
using MeasureId = Id<struct MeasureTag>;        // into Catalogue::measures
using ParameterId = Id<struct ParameterTag>;    // into Plan::parameters
using HeadlineId = Id<struct HeadlineTag>;      // into Plan::headlines
using CriterionId = Id<struct CriterionTag>;    // into Plan::criteria
using ConditionId = Id<struct ConditionTag>;    // into Plan::conditions
using NumberId = Id<struct NumberTag>;          // into Plan::numbers

}  // namespace hearth
