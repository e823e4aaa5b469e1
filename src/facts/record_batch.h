// The records of one file, read but not yet part of any Facts: its new codes and texts are its own.
//
// That lets several files be read at once; `add_to` then joins them one after another, in the order
// of their names, so that the same folder always makes the same Facts.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "facts/facts_builder.h"

namespace hearth {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

// Texts by number, in the order first met; 0 is "".
class TextPool {
 public:
  TextPool() { number(""); }
  std::uint32_t number(std::string_view text);
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;
};

struct RecordBatch {
  RecordTypeId type;
  RecordTable of_people;
  RecordTable of_families;
  std::vector<std::vector<std::string>> codes;  // by field: the declared ones, then new ones
  TextPool texts;                               // sources and Text fields

  void add_to(FactsBuilder& builder) &&;
};

}  // namespace hearth
