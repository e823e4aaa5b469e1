// Of which records a field here is spoken of, and of which field a value: read from the words
// around it, because a clause that is half written has no tree yet.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/source.h"
#include "language/layout.h"
#include "language/lex.h"

namespace hearth {

struct InReach {
  std::vector<std::string> records;
  std::string field;
  bool tested = false;  // in a test of `where`, and not in a comparison of numbers
  std::string called;   // a definition and the number of its argument
  std::size_t argument = 0;
};

// `item` holds the token `at` of the block.
InReach in_reach_of_field(const Source& source, std::span<const Token> tokens,
                          const ItemLayout& item, std::size_t at);
InReach in_reach_of_value(const Source& source, std::span<const Token> tokens,
                          const ItemLayout& item, std::size_t at);
// After `where FIELD = VALUE and`, where another test may follow as well as a condition.
InReach in_reach_after_test(const Source& source, std::span<const Token> tokens,
                            const ItemLayout& item, std::size_t at);

}  // namespace hearth
