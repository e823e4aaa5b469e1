// How two sightings agree in all fields at once: a level a field, packed into one number.
//
// Most pairs of strangers show one of a few thousand patterns, so what is learnt is learnt of
// patterns with their counts. Where somebody lives counts once: of UPRN, address, postcode and
// place the first that agrees is told, and only if none does, that they differ. Names that changed
// places are told once, under the forename. Numbers that different agencies gave are not compared.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "link/model.h"
#include "link/sightings.h"

namespace hearth::link {

using Pattern = std::uint64_t;  // four bits a field: 0 not compared, else 1 + level

inline constexpr unsigned kPatternBits = 4;
inline constexpr std::uint64_t kPatternMask = 15;

inline std::size_t told(Pattern pattern, std::size_t field) {
  return pattern >> (kPatternBits * field) & kPatternMask;
}
inline Pattern telling(std::size_t field, std::size_t level) {
  return static_cast<Pattern>(level + 1) << (kPatternBits * field);
}

// Compares rows, remembering what it found for pairs of values: a seat of one thread.
class PairComparer {
 public:
  using FieldTexts = std::vector<const TextsByNumber*>;  // by field; names have the same

  PairComparer(const Model& model, FieldTexts texts);
  PairComparer(const Model& model, const Sightings& sightings);

  Pattern compare(const ValueNumber* a, const ValueNumber* b);  // by field
  Pattern compare(const Sightings& rows, RowNumber a, RowNumber b);
  void tell_home_once(Pattern& pattern) const;
  // Of one field by itself, of values that are known.
  std::size_t level(std::size_t field, ValueNumber a, ValueNumber b);
  static constexpr std::size_t kNotCompared = 0xFF;

 private:
  // Both value numbers, the smaller first, with the level in the lowest byte; 0: free.
  using Remembered = std::uint64_t;

  std::size_t value_level(std::size_t field, ValueNumber a, ValueNumber b);
  bool names_swapped(const ValueNumber* a, const ValueNumber* b) const;
  void tell_names(const ValueNumber* a, const ValueNumber* b, Pattern& pattern) const;
  bool last_level(Pattern pattern, std::size_t field) const;

  const Model& model_;
  FieldTexts texts_;
  std::vector<std::vector<Remembered>> memory_;  // by field, once it is asked
  std::vector<std::size_t> homes_;               // fields, the most exact first
  std::optional<std::size_t> forename_, surname_, sex_;
  std::optional<std::size_t> swapped_level_, changed_level_;
};

PairComparer::FieldTexts texts_of(const Sightings& sightings);

}  // namespace hearth::link
