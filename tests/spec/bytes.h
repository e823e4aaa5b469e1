// Bytes that a page cannot show: {{FF}} stands for the byte 0xFF, {{}} for nothing at all,
// {{not *220}} for `not ` 220 times.
#pragma once

#include <string>
#include <string_view>

namespace hearth {

std::string with_bytes(std::string_view text);     // {{FF}} becomes the byte
std::string without_bytes(std::string_view text);  // what is no text becomes {{FF}}

}  // namespace hearth
