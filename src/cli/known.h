// `--known`: as what a question takes what is known, by a day or by a run of a store's linker.
#pragma once

#include <string>

#include "casebook/as_known.h"
#include "cli/options.h"

namespace hearth {

// Of `2025-01-31`, and of `run 17`: as that run left the store.
AsKnown known_of(const std::string& text);
void add_known_option(CLI::App& app, std::string& known, const std::string& about);
std::string refuses_known(const QuestionOptions& question);  // why it cannot be met, or empty

}  // namespace hearth
