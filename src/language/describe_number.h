// Numbers, windows and records of a checked Plan, in the words of the language.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

std::string value_words(double value, Quantity quantity, const Field* field);
std::string anchor_words(Anchor anchor);
std::string window_words(const Window& window);            // `in last 6 months`
std::string window_words_of_change(const Window& window);  // the same without its `in`
std::string selector_words(const Catalogue& catalogue, const Selector& selector);

std::string number_words(const Plan& plan, NumberId id);
// A literal takes the sign and the codes of the number it is compared with.
std::string number_words(const Plan& plan, NumberId id, NumberId compared_with);

}  // namespace hearth
