// Whether bytes are text: well-formed UTF-8, without surrogates, overlong forms or zero bytes.
#pragma once

#include <string_view>

namespace hearth {

bool is_utf8(std::string_view bytes);

// Every byte is a printable ASCII character: the quick answer for almost every line there is.
bool is_plain(std::string_view bytes);

}  // namespace hearth
