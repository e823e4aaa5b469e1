// Declared names and windows in plain words, as Markdown: for hover and beside completions.
#pragma once

#include <string>

#include "author/name_meant.h"

namespace hearth {

std::string words_of(const PlanReading& reading, const DeclaredName& name);
std::string words_of(const RecordType& type);
std::string words_of(const FieldOf& field);
std::string words_of(const Instrument& instrument);
std::string words_of(const Window& window);

}  // namespace hearth
