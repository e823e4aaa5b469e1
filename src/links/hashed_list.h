// Numbers found by a hash: rows by what brings them together, values by what they say.
//
// The hashes lie in order, and beside each what it is of. Hashes are spread evenly, so a short list
// of where those of each part of all that may be begin leads to the few to look through: what is
// looked for once, among millions, costs three looks at memory, not one for each halving.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hearth::links {

class HashedList {
 public:
  HashedList() = default;
  HashedList(std::span<const std::uint32_t> begins, std::span<const std::uint64_t> hashes,
             std::span<const std::uint32_t> numbers)
      : begins_(begins), hashes_(hashes), numbers_(numbers) {}

  // How many begins a list of so many has, and which: of hashes in order.
  static std::size_t count_of_begins(std::size_t hashes);
  static std::vector<std::uint32_t> begins_of(const std::vector<std::uint64_t>& hashes);

  std::span<const std::uint32_t> with(std::uint64_t hash) const;
  void fetch(std::uint64_t hash) const;  // asks memory for what `with` will look at
  std::span<const std::uint64_t> hashes() const { return hashes_; }
  std::span<const std::uint32_t> numbers() const { return numbers_; }

 private:
  std::span<const std::uint32_t> begins_;
  std::span<const std::uint64_t> hashes_;
  std::span<const std::uint32_t> numbers_;
};

}  // namespace hearth::links
