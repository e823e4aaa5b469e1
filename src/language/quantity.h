// What a number counts or measures, so that unlike things are never compared.
//
// hearth does not convert: a count is not a number of days, and 90 is not 90%. A bare number in a
// plan may stand for any quantity that is written without a sign.
#pragma once

#include <string_view>

#include "facts/catalogue.h"

namespace hearth {

struct Number;
struct Plan;

enum class Quantity {
  Plain,  // a bare number, such as 12: whatever the other side is
  Count,
  Days,
  Sessions,
  Amount,  // a number field of no other kind, such as hours
  Score,
  Age,
  Percentage,
  Money,
  Date,
  Truth,
  Grade,  // a code of a list that is in order
  Code,
  Text,
};

std::string_view to_text(Quantity quantity);  // `a count`, `a number of days`, `a percentage` …

Quantity quantity_of(const RecordType& type, const Field& field);
Quantity quantity_of(const Plan& plan, const Number& number);

// The field whose codes or limits the number shares: of the first pick of a sum or a latest.
const Field* field_of(const Plan& plan, const Number& number);

bool alike(Quantity a, Quantity b);
bool ordered(Quantity quantity);  // whether < means anything

}  // namespace hearth
