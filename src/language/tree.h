// A document as it was written: every item, clause and example, with the place of each.
//
// A Tree is always made, even from broken text. A part that could not be read is an Invalid node,
// an empty Word or an absent optional, and has been reported; a reader of the tree passes over it
// without a word. Nothing here is resolved: names are as spelt, `90%` may still be compared with
// pounds, and it is check_plan that turns a Tree into a Plan. Where a choice is the same in both
// (which anchor, which comparison), both use the enum of plan.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "language/written_condition.h"

namespace hearth::written {

// ---- items ------------------------------------------------------------------------------------

struct Sustain {
  hearth::Sustain sustain;
  Span span;
};
struct InForce {
  Day from;
  std::optional<Day> to;  // absent: onwards
  Span span;
};
struct TermsAYear {
  int count = 3;
  Span span;
};
struct Eligible {
  Eligibility eligibility;
  Span span;
};
struct ScopeClause {
  Scope scope = Scope::AllNeeds;
  Span span;
};

struct Required {
  Requirement requirement;
  Span span;
};

struct PlanItem {
  Word name;
  Word title;
  std::optional<InForce> in_force;
  std::optional<TermsAYear> terms;
  std::optional<Sustain> sustain;
  std::optional<Eligible> eligible;
  std::optional<Span> claim;  // `every need achieved`, the only claim rule so far
  std::optional<ScopeClause> scope;
  std::optional<Span> elsewhere;  // `counts once`, all that can be said of them
  std::vector<Required> requirements;
};

struct Use {
  Word file;  // as written, relative to this document
};

struct Kinds {
  PrintedKinds printed;
  Span entry_span, outcome_span;
};

struct Headline {
  Word ref;
  Word title;
  std::vector<Word> flags;
};

// The missing clauses of a criterion were reported; `need` and `outcome` may be absent all the
// same.
struct Criterion {
  Word ref;
  Word title;
  std::vector<Word> flags;  // `stands alone` and the like, one space between words
  std::optional<ConditionId> need;
  std::optional<ConditionId> outcome;
  std::optional<Span> under_development;  // written in place of the need
  std::optional<Span> undefined;          // written in place of the outcome
  std::vector<ConditionId> supporting;
  std::optional<Sustain> sustain;
  std::optional<ConditionId> sooner;  // after the sustain clause's `or`
  std::optional<ConditionId> alone;
  std::vector<Word> sources;
  Word cites;
  std::optional<Kinds> kinds;
  std::vector<Word> readings;
  Span need_span, outcome_span;  // the words after the keyword
};

struct Define {
  Word name;
  std::vector<Word> arguments;
  std::optional<ConditionId> means;  // one of these two
  std::optional<Records> records;
};

struct ParameterFrom {
  Day from;
  Value value;
  Span span;
};
struct Parameter {
  Word name;
  std::vector<ParameterFrom> values;  // in the order written
};

struct TermLine {
  Word name;
  Day first;
  Day last;
  Span span;
};
struct Calendar {
  std::vector<TermLine> terms;
};

struct FieldLine {
  Word name;
  FieldKind kind = FieldKind::Number;
  std::optional<Value> least, most;  // `from 0 to 40`
  std::vector<Word> codes;
  bool open = false;
  bool in_order = false;
  Span span;
};
struct CheckLine {
  std::vector<Word> parts;
  Word whole;
  Span span;
};
struct RecordItem {
  Word name;
  Shape shape = Shape::Event;
  Word about;
  std::vector<FieldLine> fields;
  std::vector<CheckLine> checks;
  bool always_covered = false;
  int carry_days = 0;
};

struct MeasurePart {
  Word field;
  double sign = 1;
};
struct MeasureItem {
  Word name;
  Word type;
  std::vector<MeasurePart> top;
  Word bottom;
};

struct InstrumentItem {
  Word code;
  Word title;
  Value low, high;
  bool higher_is_better = false;
  Value least_change;
};

struct Item {
  std::variant<Invalid, PlanItem, Use, Headline, Criterion, Define, Parameter, Calendar, RecordItem,
               MeasureItem, InstrumentItem>
      node;
  Span span;  // from its keyword to its last word
};

// ---- examples ---------------------------------------------------------------------------------

struct FamilyLine {
  Word name;
  std::optional<Day> started;  // reported if absent
  std::optional<Day> assessed, planned, closed;
  Word lead;
  Word close_reason;
  Span span;
};
struct PersonLine {
  Word name;
  Role role = Role::Other;
  std::optional<Day> born;  // reported if absent
  std::optional<Day> died, from, to;
  bool elsewhere = false;
  Span span;
};
struct CoverLine {
  std::vector<Word> types;  // empty: everything
  Day first;
  Day last;
  Span span;
};
struct FieldValue {
  Word field;
  Value value;
};
struct RecordLine {
  bool of_family = false;
  Word person;  // unless of_family
  Word type;
  std::optional<Day> start;  // absent: a term's record
  std::optional<Day> end;    // `DATE to DATE`
  bool open = false;         // `from DATE`: a spell that has not ended
  Word term;                 // `2024-spring`
  std::vector<FieldValue> fields;
  Span span;
};
struct ExpectationLine {
  Day on;
  Word ref;
  Word status;  // one of design's seven
  Span span;
};

struct Example {
  Word title;
  std::optional<FamilyLine> family;  // reported if absent
  std::vector<PersonLine> people;
  std::vector<TermLine> terms;
  std::vector<CoverLine> covered;
  std::vector<RecordLine> records;
  std::vector<ExpectationLine> expectations;
  Span span;
};

}  // namespace hearth::written

namespace hearth {

struct Tree {
  std::shared_ptr<const Source> source;
  std::vector<written::Item> items;  // of all `plan` blocks, in the order written
  std::vector<written::Example> examples;
  std::vector<written::Condition> conditions;
  std::vector<written::Number> numbers;

  const written::Condition& operator[](written::ConditionId id) const {
    return conditions[id.index];
  }
  const written::Number& operator[](written::NumberId id) const { return numbers[id.index]; }
};

}  // namespace hearth
