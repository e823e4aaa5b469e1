// Many texts in one stretch of memory, and a number for each different one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearth::link {

// The same for the same bytes in every run: what is chosen by hash is chosen for what it says, not
// for where it stands.
std::uint64_t hash_of(std::string_view text);
std::uint64_t mixed(std::uint64_t a, std::uint64_t b);

class Texts {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t index) const {
    const auto begin = index == 0 ? 0 : ends_[index - 1];
    return {bytes_.data() + begin, ends_[index] - begin};
  }
  void append(std::string_view text) {
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    ends_.push_back(bytes_.size());
  }
  void shrink() {
    bytes_.shrink_to_fit();
    ends_.shrink_to_fit();
  }

 private:
  std::vector<char> bytes_;
  std::vector<std::size_t> ends_;
};

// Texts by number, wherever they lie; 0 is the empty text.
class TextsByNumber {
 public:
  virtual ~TextsByNumber() = default;
  virtual std::string_view operator[](std::uint32_t number) const = 0;
};

// Gives each different text a number in order of first sight.
class NumberedTexts final : public TextsByNumber {
 public:
  NumberedTexts();
  std::uint32_t number(std::string_view text);
  std::string_view operator[](std::uint32_t number) const override { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  void grow();

  Texts texts_;
  std::vector<std::uint32_t> slots_;  // number + 1; 0 is free
};

}  // namespace hearth::link
