// An expression of the test tables cut into words (names, numbers, dates and signs), and read one
// after the other.
//
// Numbers with a fraction, times of day and quoted text stay the words they are: to hearth they
// mean nothing.
#pragma once

#include <string_view>
#include <vector>

namespace hearth::conformance {

std::vector<std::string_view> words_of(std::string_view expression);

// Once something is not understood it stays so, and what is read after it is of no account.
class Words {
 public:
  explicit Words(std::string_view expression) : words_(words_of(expression)) {}

  bool over() const { return next_ == words_.size(); }
  bool understood() const { return understood_; }
  void not_understood() { understood_ = false; }

  std::size_t place() const { return next_; }
  void back_to(std::size_t place) { next_ = place; }

  std::string_view next() const { return over() ? std::string_view() : words_[next_]; }
  std::string_view word();
  int number();

  bool take(std::string_view phrase);  // of several words, parted by spaces
  void expect(std::string_view phrase);

 private:
  std::vector<std::string_view> words_;
  std::size_t next_ = 0;
  bool understood_ = true;
};

}  // namespace hearth::conformance
