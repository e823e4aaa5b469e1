// Breaking text into lines for a reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth {

// What the text is wide on a screen, one column a character of UTF-8.
std::size_t width_of(std::string_view text);

// Lines of at most `width` characters, broken at spaces, and inside a word only if it is longer
// than a line. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace hearth
