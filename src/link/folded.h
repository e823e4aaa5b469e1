// Text as it is compared: lower case, Latin letters without marks, words parted by one space.
//
// Letters of other scripts stay as they are, but for their capitals and combining marks, so that a
// name in any script can equal itself. An apostrophe joins what it stands between: O'Neill is one
// word. Nothing here knows which field a text came from.
#pragma once

#include <string>
#include <string_view>

namespace hearth::link {

std::string folded(std::string_view text);

// The letters and digits alone, in capitals: `sw1a 2aa` → `SW1A2AA`. Anything not ASCII is dropped.
std::string letters_and_digits(std::string_view text);
std::string digits_of(std::string_view text);

// The next character of well-formed UTF-8, taken off the front; a stray byte stands for itself.
char32_t take_character(std::string_view& text);
void append_character(std::string& text, char32_t character);

}  // namespace hearth::link
