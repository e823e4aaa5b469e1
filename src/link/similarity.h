// How alike two folded words are, whatever they stand for: every measure is the same both ways.
#pragma once

#include <string>
#include <string_view>

namespace hearth::link {

// Jaro's similarity with Winkler's bonus for a common start, from 0 to 1. Compares characters, not
// bytes; of a long text only the first 64.
double jaro_winkler(std::string_view a, std::string_view b);

// One character changed, left out or put in, or two neighbours swapped; not the same.
bool is_one_edit(std::string_view a, std::string_view b);

// At most two such, or the same.
bool is_two_edits(std::string_view a, std::string_view b);

// How an English ear might write the word down: `phillips` and `filips` alike. Empty for a word
// with letters that are not Latin.
std::string sound(std::string_view word);

}  // namespace hearth::link
