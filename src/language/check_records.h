// Which records: `offence or arrest where proven = yes`, or a name defined as such.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

std::optional<Selector> check_records(Checking& checking, const Context& context,
                                      const written::Records& records);

// The field of every pick, by its name in each type; reports a type that has none.
bool is_dated(const Selector& records);  // whether a test looks from the day asked

std::optional<std::vector<FieldId>> check_fields(Checking& checking, const Context& context,
                                                 const written::Word& field,
                                                 const Selector& records);

// `statement improved by practitioner or self signed`, about this need.
std::optional<Selector> check_statement(Checking& checking, const Context& context,
                                        const written::Statement& statement, Span span);

}  // namespace hearth
