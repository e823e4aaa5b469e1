// Numbers added up for each person of a load: sessions by what their code means.
//
// A row that had to be set aside makes the sums it belongs to not known, because a sum that leaves
// something out would be believed. A person with no rows has sums of 0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearth {

class RowSums {
 public:
  explicit RowSums(std::vector<std::string> meanings) : meanings_(std::move(meanings)) {}

  void add(std::uint32_t person, std::string_view meaning, double amount);
  void not_known(std::uint32_t person, std::string_view meaning);
  void nothing_known(std::uint32_t person);  // a row whose meaning could not be told

  // Over the given meanings; kNotKnown if any of them is not.
  double sum(std::uint32_t person, const std::vector<std::string>& of) const;

 private:
  std::size_t index(std::string_view meaning) const;
  std::vector<double>& sums_of(std::uint32_t person);

  std::vector<std::string> meanings_;
  std::unordered_map<std::uint32_t, std::vector<double>> sums_;  // by meaning
};

}  // namespace hearth
