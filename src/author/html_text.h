// Text on its way into a page: escaped, so that nothing a plan says can become markup, and names
// for the places that links lead to.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace hearth {

std::string html(std::string_view text);  // `a < b` as `a &lt; b`; sound in attributes too

// `criterion-6d-1`: letters, digits, `-` and `.` stay, anything else is spelled in hexadecimals.
// Different names give different ids.
std::string html_id(std::string_view kind, std::string_view name);

std::string day_words(Date day);  // `3 October 2022`

}  // namespace hearth
