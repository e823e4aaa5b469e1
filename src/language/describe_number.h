// Numbers, windows and records of a checked Plan, in the words of the language.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

std::string value_words(double value, Quantity quantity, const Field* field);
std::string anchor_words(Anchor anchor);  // of a day that is no record's end
std::string window_words(const Plan& plan, const Window& window);            // `in last 6 months`
std::string window_words_of_change(const Plan& plan, const Window& window);  // without its `in`
std::string selector_words(const Catalogue& catalogue, const Selector& selector);

std::string number_words(const Plan& plan, NumberId id);
// A literal takes the sign and the codes of the number it is compared with.
std::string number_words(const Plan& plan, NumberId id, NumberId compared_with);

}  // namespace hearth
