// A document as it was written: every item, clause and example, with the place of each.
//
// A Tree is always made, even from broken text. A part that could not be read is an Invalid node,
// an empty Word or an absent optional, and has been reported; a reader of the tree passes over it
// without a word. Nothing here is resolved: names are as spelt, `90%` may still be compared with
// pounds, and it is check_plan that turns a Tree into a Plan. Where a choice is the same in both
// (which anchor, which comparison), both use the enum of plan.h.
//
// Conditions and numbers are nodes in two arrays, addressed by typed ids; children come before
// their parents, so one pass over an array meets every child first.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/period.h"
#include "base/source.h"
#include "language/plan.h"

namespace hearth::written {

using ConditionId = Id<struct WrittenConditionTag>;  // into Tree::conditions
using NumberId = Id<struct WrittenNumberTag>;        // into Tree::numbers

// ---- words and values -------------------------------------------------------------------------

// A name, a ref or the inside of a quoted string. Empty when it was missing or could not be read;
// the span is then where it should have been.
struct Word {
  std::string text;
  Span span;

  bool exists() const { return !text.empty(); }
};

struct Day {
  Date date;
  Span span;
};

struct Invalid {};  // reported already

enum class ValueKind { Number, Percent, Money, Date, Word, String, Invalid };

// A word may be `yes`, `no`, a code, an argument of the definition, or a parameter.
struct Value {
  ValueKind kind = ValueKind::Invalid;
  std::string text;   // as written, a string without its quotes
  double number = 0;  // Number, Percent (90% is 0.9), Money (in pounds)
  Date date;          // Date
  Span span;
};

// ---- which records, which days ----------------------------------------------------------------

struct Test {
  Word field;
  FieldTest test = FieldTest::Equal;
  std::vector<Value> values;  // one, or several for In
  Span span;
};

// `offence or arrest where proven = yes`: every test is made on every name. A name is a record type
// or a definition of records.
struct Pick {
  std::vector<Word> names;
  std::vector<Test> where;
  Span span;
};

struct Records {
  std::vector<Pick> picks;  // joined by `or`; empty when nothing could be read
  Span span;
};

struct Window {
  hearth::Window window;
  Span span;
};

// ---- numbers ----------------------------------------------------------------------------------

struct Literal {
  Value value;
};  // a bare word is a parameter, an argument, or a code on the right of a comparison
struct Count {
  Records records;
  std::optional<Window> window;
};
struct Sum {
  Word field;
  Records records;
  std::optional<Window> window;
};
struct DaysOn {
  Records records;
  std::optional<Window> window;
};
struct Latest {
  Word field;
  Records records;
  std::optional<Window> window;
};
struct MeasureIn {
  Word measure;
  Window window;
};
struct Age {};

struct Number {
  std::variant<Invalid, Literal, Count, Sum, DaysOn, Latest, MeasureIn, Age> node;
  Span span;
};

// ---- conditions -------------------------------------------------------------------------------

struct Who {
  Quantifier quantifier = Quantifier::Any;
  Kind kind = Kind::Member;  // Member for EachInNeed
  std::optional<int> age_from, age_to;
  std::optional<ConditionId> condition;  // `who …`
  Span span;
};

struct All {
  std::vector<ConditionId> parts;
};  // `and`, `all of`
struct AtLeast {
  int needed = 1;
  std::vector<ConditionId> parts;
};  // `or`, `any of`: 1
struct Not {
  ConditionId part;
};
struct IfThenElse {
  ConditionId condition, then_part, else_part;
};
struct People {
  Who who;
  ConditionId body;
};
struct FamilySum {
  ConditionId body;
};
struct Defined {
  Word name;
  std::vector<Value> arguments;
};
struct On {
  Records records;
};
enum class PresenceKind { Had, No, AtLeast, AtMost };
struct Presence {
  PresenceKind kind = PresenceKind::Had;
  int count = 1;  // AtLeast, AtMost
  Records records;
  std::optional<Window> window;  // absent: ever
};
struct Statement {
  Word kind;             // `approval` for `approved by …`, with the span of `approved`
  std::vector<Word> by;  // any of these roles
  bool is_signed = false;
  std::optional<Window> window;
};
struct Compare {
  NumberId left;
  Comparison comparison = Comparison::Equal;
  NumberId right;
};
struct Change {
  NumberId later;
  ChangeKind kind = ChangeKind::Lower;
  std::optional<Value> amount;  // DownBy, UpBy a Percent; UpByPoints a Number
  double scale = 1;             // `half of` is 0.5
  Window earlier;               // its anchor may be That
};
struct Improves {
  NumberId latest;  // any number was accepted: only the latest value of a score makes sense
  Anchor since = Anchor::Need;
};
struct Lasting {
  ConditionId part;
  Period period;
  Span period_span;
};
struct LastingWeeks {
  ConditionId part;
  int weeks = 0;
  int of_weeks = 0;
  Span weeks_span;  // `26 of last 30 weeks`
};

struct Condition {
  std::variant<Invalid, All, AtLeast, Not, IfThenElse, People, FamilySum, Defined, On, Presence,
               Statement, Compare, Change, Improves, Lasting, LastingWeeks>
      node;
  Span span;
};

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

struct PlanItem {
  Word name;
  Word title;
  std::optional<InForce> in_force;
  std::optional<TermsAYear> terms;
  std::optional<Sustain> sustain;
  std::optional<Eligible> eligible;
  std::optional<Span> claim;  // `every need achieved`, the only claim rule so far
  std::optional<ScopeClause> scope;
};

struct Use {
  Word file;  // as written, relative to this document
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
  std::vector<Word> sources;
  Word cites;
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
