// What each word of the language means, in one line for an author who meets it for the first time.
//
// The grammar itself is the parser's; a test asks the parser for its words and finds each here.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "language/word_at.h"

namespace hearth {

// A word that means different things in different places has a line for each.
enum class WordPlace { Item, Clause, Kinds, Example, Anywhere };

struct WordMeaning {
  WordPlace place;
  std::string_view word;
  std::string_view meaning;
};

std::span<const WordMeaning> word_meanings();

// The meaning of `word` where `at` stands; empty if it is no word of the language.
std::string_view meaning_of(std::string_view word, const WordAt& at);

}  // namespace hearth
