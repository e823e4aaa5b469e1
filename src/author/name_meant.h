// Which declared name a word of a document means, and which codes could stand for a value: what
// hover, definition and completion look up alike.
#pragma once

#include <string>
#include <vector>

#include "author/plan_reading.h"
#include "language/word_at.h"

namespace hearth {

// Null for a word of the language, and for a name that nobody declares.
const DeclaredName* name_meant(const PlanReading& reading, const WordAt& word);

// A field in reach of a place, with the record type it is of.
struct FieldOf {
  const RecordType* type;
  const Field* field;
};

// Every field of the record types in reach; of all of them where nothing says which.
std::vector<FieldOf> fields_in_reach(const PlanReading& reading, const WordAt& place);

// The fields of which a value here is: also where it is an argument that a definition tests.
std::vector<FieldOf> fields_of_value(const PlanReading& reading, const WordAt& place);

}  // namespace hearth
