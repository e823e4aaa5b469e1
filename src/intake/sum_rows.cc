#include "intake/sum_rows.h"

#include <algorithm>
#include <cassert>

#include "facts/facts.h"

namespace hearth {

std::size_t RowSums::index(std::string_view meaning) const {
  const auto found = std::ranges::find(meanings_, meaning);
  assert(found != meanings_.end());
  return static_cast<std::size_t>(found - meanings_.begin());
}

std::vector<double>& RowSums::sums_of(std::uint32_t person) {
  auto& sums = sums_[person];
  sums.resize(meanings_.size(), 0);
  return sums;
}

void RowSums::add(std::uint32_t person, std::string_view meaning, double amount) {
  sums_of(person)[index(meaning)] += amount;
}

void RowSums::not_known(std::uint32_t person, std::string_view meaning) {
  sums_of(person)[index(meaning)] = kNotKnown;
}

void RowSums::nothing_known(std::uint32_t person) { std::ranges::fill(sums_of(person), kNotKnown); }

double RowSums::sum(std::uint32_t person, const std::vector<std::string>& of) const {
  const auto found = sums_.find(person);
  if (found == sums_.end()) return 0;
  double total = 0;
  for (const auto& meaning : of) total += found->second[index(meaning)];
  return total;
}

}  // namespace hearth
