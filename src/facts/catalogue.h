// The declared kinds of record: what may be known about a person or a family, and how it is
// written.
//
// A Catalogue is data, read from `plans/catalogue.md` (language/check_catalogue); nothing here
// knows any record type by name but the two the language itself speaks of, `statement` and `score`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace hearth {

// When a record holds: on one day, from a day to a day (or still open), until the next reading, for
// one school term, or on the day somebody said it.
enum class Shape { Event, Spell, Reading, Term, Statement };

enum class FieldKind { Number, Money, Flag, Code, Date, Text };

// A record keeps each field as a double: a number as it is, a flag as 0 or 1, a code as its index
// in `codes`, a date as days since 1970, a text as its index in Facts::texts. Not-a-number is "not
// known".
struct Field {
  std::string name;
  FieldKind kind = FieldKind::Number;
  std::vector<std::string> codes;  // of a Code field, in the order declared
  bool open = false;               // a code that is not declared is accepted, and added
  bool in_order = false;           // one code is more than those before it
  std::optional<double> least;     // of a Number or Money field
  std::optional<double> most;

  std::optional<std::size_t> code(std::string_view text) const;
  bool operator==(const Field&) const = default;
};

// A row is set aside when the fields on the left add up to more than the field on the right.
struct RowCheck {
  std::vector<FieldId> parts;  // authorised, unauthorised
  FieldId whole;               // possible

  bool operator==(const RowCheck&) const = default;
};

struct RecordType {
  std::string name;
  Shape shape = Shape::Event;
  std::vector<Field> fields;
  std::vector<RowCheck> checks;
  bool always_covered = false;  // our own: what people told us is all there is
  int carry_days = 0;           // coverage is taken to stand so much longer, provisionally
  std::string about;            // one line for readers

  std::optional<FieldId> field(std::string_view field_name) const;
  const Field& operator[](FieldId id) const { return fields[id.index]; }
  bool has_end() const { return shape == Shape::Spell || shape == Shape::Term; }
  bool operator==(const RecordType&) const = default;
};

// A validated scale: which end is better and the smallest change that counts.
struct Instrument {
  std::string code;   // as in `score.instrument`
  std::string title;  // Strengths and Difficulties Questionnaire
  double low = 0;
  double high = 0;
  bool higher_is_better = false;
  double least_change = 1;

  bool operator==(const Instrument&) const = default;
};

// A named ratio over the records of one type: the sums of the top fields, with their signs, over
// the sum of the bottom field, both over all records of the window.
struct Measure {
  struct Part {
    FieldId field;
    double sign = 1;
  };
  std::string name;
  RecordTypeId type;
  std::vector<Part> top;
  FieldId bottom;
};

struct Catalogue {
  std::vector<RecordType> record_types;
  std::vector<Instrument> instruments;
  std::vector<Measure> measures;

  std::optional<RecordTypeId> record_type(std::string_view name) const;
  std::optional<MeasureId> measure(std::string_view name) const;
  const Instrument* instrument(std::string_view code) const;
  const RecordType& operator[](RecordTypeId id) const { return record_types[id.index]; }
  const Measure& operator[](MeasureId id) const { return measures[id.index]; }
};

}  // namespace hearth
