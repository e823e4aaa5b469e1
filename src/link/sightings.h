// The rows to be linked, cleaned: one column for each field of the model, of numbers that stand for
// values.
//
// A value is kept once, however many rows have it; forenames and surnames share their values, so
// that one can be found where the other should be. Value 0 is not known. A row's content is a hash
// of all its values: it orders rows by what they say, whatever order they came in.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "link/field_kind.h"
#include "link/texts.h"

namespace hearth::link {

using RowNumber = std::uint32_t;
using ValueNumber = std::uint32_t;

struct FieldColumn {
  FieldKind kind = FieldKind::Word;
  std::shared_ptr<NumberedTexts> values;
  std::vector<ValueNumber> of_row;
  std::vector<std::uint32_t> counts;  // by value: in how many rows it stands
  std::size_t known = 0;              // rows in which the field is
  double same = 0;                    // ordered pairs of them that have one value
};

struct Sightings {
  std::vector<FieldColumn> fields;  // as in the model
  std::vector<std::string> inputs;
  std::vector<std::uint32_t> input_of;  // by row
  Texts row_ids;
  std::vector<std::uint64_t> content;

  std::size_t size() const { return input_of.size(); }
};

// The values of each row side by side, for who looks at many rows in no order.
class RowValues {
 public:
  explicit RowValues(const Sightings& sightings);
  const ValueNumber* of(RowNumber row) const { return values_.data() + row * fields_; }

 private:
  std::size_t fields_;
  std::vector<ValueNumber> values_;
};

// Counts the values, and hashes the rows: to be called whenever `of_row` has changed.
void count_values(Sightings& sightings);

}  // namespace hearth::link
