// What a store's linking has learnt and goes by until it is learnt anew: the model, the blocking
// rules, how common each value is and which are fillers.
//
// With it, what two rows say to one another depends on those two rows alone. Model and rules are in
// the casebook; the counts are in `links/` and can be counted again.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "casebook/link_entries.h"
#include "identity/hashed_list.h"
#include "identity/mapped_file.h"
#include "link/blocking_key.h"
#include "link/link_people.h"

namespace hearth::identity {

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

struct Learnt {
  link::Model model;
  std::vector<std::string> rules;

  std::string sum() const;  // SHA-256 of both
};

// Fails if what the casebook has of it is not as it was written.
Result<Learnt> learnt_of(const LinkModelEntry& entry);
std::string rules_text(const Learnt& learnt);

// Of the general model what a sighting can tell; nobody misses a field that no store has.
link::Model told_by_sightings(link::Model general);

// Whether a trained model, given anew, is the one that was learnt.
bool is_the_model_of(const Learnt& learnt, link::Model general);

// The rules by the sources of some rows, in order; one that they have no sources for is empty.
std::vector<link::BlockingRule> rules_of(const Learnt& learnt,
                                         const std::vector<link::KeySource>& sources);

// Of rows without fillers: trains the model if need be, and chooses rules.
Learnt learn(link::Sightings sightings, const link::LinkQuestion& question,
             const link::TellWork& tell, Diagnostics& diagnostics);

}  // namespace hearth::identity
