// How common values were, and which are fillers, when a store's linking was learnt: a file of
// `links/`, which can be counted again.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "link/read_sightings.h"
#include "links/hashed_list.h"
#include "links/mapped_file.h"

namespace hearth::links {

std::string counts_name(std::int64_t model);  // `000001.counts`
std::uint64_t hash_of_value(std::size_t field, std::string_view value);

// How common values are, as they were when the model was learnt.
class ValueCounts {
 public:
  // `before`: the same rows before fillers were dropped from them, in the same order.
  static Result<void> write(const std::filesystem::path& path, std::string_view model_sum,
                            const link::Sightings& sightings,
                            const std::vector<std::vector<link::ValueNumber>>& before);
  static std::optional<ValueCounts> open(const std::filesystem::path& path,
                                         std::string_view model_sum);

  // Takes fillers away, then says of each value how common it is to the model.
  void apply(link::Sightings& sightings, const link::Model& model) const;
  // Of rows whose values have their counts: how many rows there were, and how alike.
  void tell_of_all(link::Sightings& sightings) const;

 private:
  explicit ValueCounts(MappedFile file) : file_(std::make_shared<MappedFile>(std::move(file))) {}
  std::vector<std::uint32_t> counts_of(std::size_t index, const link::FieldColumn& field,
                                       const link::Model& model) const;

  std::shared_ptr<MappedFile> file_;
  std::span<const std::uint64_t> known_;  // by field
  std::span<const double> same_;
  HashedList counts_;  // 0: a filler
};

}  // namespace hearth::links
