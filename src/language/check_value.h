// Values: `90%`, `£617`, a code, an argument of a definition.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

// A value after its arguments were replaced by what they stand for.
struct GivenValue {
  const written::Value* value = nullptr;  // nothing: an argument of a definition not in use
  const Context* context = nullptr;       // where it was written
};

GivenValue given_value(const Context& context, const written::Value& value);

Quantity quantity_of(const written::Value& value);  // a word that is not yes or no is a code
double plain_value(const written::Value& value);    // of all but codes and texts

// The value of a field of a record type, as a record would keep it. Reports a value of another
// kind, and a code that nobody declared; an open field takes up a new code unless it looks
// misspelt.
std::optional<double> check_field_value(Checking& checking, const Context& context,
                                        RecordTypeId type, FieldId field,
                                        const written::Value& value);

// `did you mean `90%`?` for 90 where a percentage is wanted.
std::string sign_hint(const written::Value& value, Quantity wanted);

}  // namespace hearth
