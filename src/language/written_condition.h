// Conditions and numbers as they were written, down to the words they are made of.
//
// They are nodes in two arrays of the Tree, addressed by typed ids; children come before their
// parents, so one pass over an array meets every child first. See tree.h for what a part that could
// not be read looks like.
#pragma once

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
  Period period;              // InLast, InNext
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
  hearth::Window window{};
  Span span{};
  std::optional<Records> ended{};  // of an anchor `end of …`
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
struct DaysWith {
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
  std::variant<Invalid, Literal, Count, Sum, DaysOn, DaysWith, Latest, MeasureIn, Age> node;
  Span span;
};

// ---- conditions -------------------------------------------------------------------------------

struct Who {
  Quantifier quantifier = Quantifier::Any;
  Kind kind = Kind::Member;  // Member for people in need
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
  std::optional<Anchor> since;
  Span period_span;  // `6 months since need`
};
struct LastingWeeks {
  ConditionId part;
  int weeks = 0;
  int of_weeks = 0;
  Span weeks_span;  // `26 of last 30 weeks`
};

struct HasRole {
  std::vector<Role> roles;
};

struct Condition {
  std::variant<Invalid, All, AtLeast, Not, IfThenElse, People, FamilySum, Defined, On, Presence,
               Statement, Compare, Change, Improves, Lasting, LastingWeeks, HasRole>
      node;
  Span span;
};

}  // namespace hearth::written
