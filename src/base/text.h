// Small questions about text that the standard library does not answer.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearth {

std::string_view trim(std::string_view text);  // without spaces and tabs at either end
std::vector<std::string_view> split(std::string_view text, char separator);  // keeps empty parts
std::string join(std::span<const std::string> parts, std::string_view separator);

// The least number of single-character insertions, deletions, replacements and swaps of neighbours
// that turn one word into the other (optimal string alignment distance).
int edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to a misspelt word, or empty if none is near enough to be worth saying.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace hearth
