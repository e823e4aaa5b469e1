// A plan as it means, not as it is written: names resolved, types checked, immutable.
//
// check_plan makes a Plan from a Tree only when there is no error, so the evaluator never meets a
// misspelt field, a window on a thing without dates or a comparison of pounds with days. Conditions
// and numbers are nodes in two arrays, addressed by typed ids; children come before their parents.
// Definitions (`define`) are gone: each use was replaced by its meaning. Spans point into `source`,
// so every answer can show the words it was read from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/period.h"
#include "base/source.h"
#include "base/term_calendar.h"
#include "facts/catalogue.h"
#include "facts/facts.h"
#include "language/printed_kinds.h"
#include "language/quantity.h"
#include "timeline/bounds.h"

namespace hearth {

// ---- which days -------------------------------------------------------------------------------

enum class Anchor {
  Need,     // the day the need began; inside `each person in need`, the day it began for them
  Start,    // the day the family started
  Closure,  // the day the case was closed
  That,     // only in a change: the first day of the window compared
  End,      // only of a window: the last day of the latest of its spells that has ended by the day
};

using EndedId = Id<struct EndedTag>;  // into Plan::ended

enum class WindowKind {
  Last,    // in last P:            (d − P, d]
  Next,    // in next P:            (d, d + P]
  Before,  // in P before A:        (A − P, A]
  After,   // in P after A:         (A, A + P]
  Since,   // since A:              (A, d]; since P after A: (A + P, d]
  Ever,    // ever:                 up to d
  ToDate,  // in this term and last n terms: from the first of the n latest terms that ended, to d
};

// A window of n terms is the n latest terms that ended by d or A (Last, Before), or the n first
// that start after it (Next, After), from the first day of the first to the last day of the last.
struct Window {
  WindowKind kind = WindowKind::Ever;
  Period period{};                // Last, Next, Before, After; Since, where it is not 0 days
  Anchor anchor = Anchor::Start;  // Before, After, Since
  EndedId ended{};                // End: whose last day

  bool anchored() const {
    return kind == WindowKind::Before || kind == WindowKind::After || kind == WindowKind::Since;
  }
};

// ---- which records ----------------------------------------------------------------------------

enum class FieldTest {
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  In,
  InLast,  // the field's day lies in (d − P, d]
  InNext,  // the field's day lies in (d, d + P]
};

struct Where {
  FieldId field;
  FieldTest test = FieldTest::Equal;
  std::vector<double> values;  // one, or several for In; codes by index, flags 0 or 1
  Period period;               // InLast, InNext

  bool dated() const { return test == FieldTest::InLast || test == FieldTest::InNext; }
};

// Records of one type for which every test holds. A field that is not known may or may not pass. A
// dated test looks from the day asked, so it stands only in `on` and in counts.
struct Pick {
  RecordTypeId type;
  std::vector<Where> where;
};

// Records of any of several picks (`offence or arrest`).
struct Selector {
  std::vector<Pick> picks;
  // Only statements about this need: `about` is the criterion's ref, or is empty and `topic` is one
  // of Criterion::topics. In a person's condition the family's own statements count as theirs.
  bool about_this_need = false;
};

// ---- numbers ----------------------------------------------------------------------------------

struct Literal {
  double value;
};  // a percentage is a fraction: 90% is 0.9
struct ParameterValue {
  ParameterId parameter;
};  // its value on the day
struct Count {
  Selector records;
  Window window;
};  // spells count when they touch the window
struct Sum {
  Selector records;
  std::vector<FieldId> fields;
  Window window;
};  // a field a pick
struct DaysOn {
  Selector records;
  Window window;
};  // different days of the window in a spell
struct DaysWith {
  Selector records;
  Window window;
};  // different days of the window on which there is one
struct Latest {
  Selector records;
  std::vector<FieldId> fields;
  Window window;
};
struct MeasureIn {
  MeasureId measure;
  Window window;
};
struct Age {};  // whole years

struct Number {
  std::variant<Literal, ParameterValue, Count, Sum, DaysOn, DaysWith, Latest, MeasureIn, Age> node;
  Span span;
};

// ---- conditions -------------------------------------------------------------------------------

enum class Quantifier { Any, Every, No, EachInNeed, AnyInNeed };
enum class Kind { Adult, Child, DependentChild, Parent, Member };

// Members of the family on the day. Adult and child divide at 18; a dependent child is under 16, or
// under 19 with the role child and not living elsewhere; a parent has the role parent or expectant.
struct Who {
  Quantifier quantifier = Quantifier::Any;
  Kind kind = Kind::Member;              // Member for people in need
  std::optional<int> age_from, age_to;   // both ages count
  std::optional<ConditionId> condition;  // `who …`

  // Whether it speaks of the people in need, each from their own day.
  bool in_need() const {
    return quantifier == Quantifier::EachInNeed || quantifier == Quantifier::AnyInNeed;
  }
};

struct All {
  std::vector<ConditionId> parts;
};  // and; all of
struct AtLeast {
  int needed;
  std::vector<ConditionId> parts;
};  // or, any of: 1
struct Not {
  ConditionId part;
};
struct IfThenElse {
  ConditionId condition, then_part, else_part;
};
struct People {
  Who who;
  ConditionId body;
};  // any adult: …
struct FamilySum {
  ConditionId body;
};  // family: … members' records add up
struct On {
  Selector records;
};  // a spell covers the day; the standing reading
struct Compare {
  NumberId left;
  Comparison comparison;
  NumberId right;
};

enum class ChangeKind { DownBy, UpBy, UpByPoints, Lower, Higher };
// `later` against `scale` × `earlier`. Counts are judged in whole numbers: down 33% on 3 is at
// most 2.
struct Change {
  NumberId later;
  NumberId earlier;
  ChangeKind kind;
  double amount =
      0;  // DownBy and UpBy a fraction; UpByPoints in the number's own unit (40 points: 0.4)
  double scale = 1;  // `half of` is 0.5
};
// The latest score after the anchor is better than the latest on or before it, for the same
// instrument, by at least the instrument's least change. For other readings: lower is better only
// if the plan says `is lower than`, so this node is for `score` alone.
struct Improves {
  Selector scores;
  Anchor since;
};
struct Lasting {
  ConditionId part;
  Period period;
  std::optional<Anchor> since;  // no while the period reaches back to the anchor or before it
};
struct LastingWeeks {
  ConditionId part;
  int weeks;
  int of_weeks;
};

// Yes on the days on which the person is a member of the family with one of the roles.
struct HasRole {
  std::vector<Role> roles;
};

struct Condition {
  std::variant<All, AtLeast, Not, IfThenElse, People, FamilySum, On, Compare, Change, Improves,
               Lasting, LastingWeeks, HasRole>
      node;
  Span span;
};

// ---- the plan ---------------------------------------------------------------------------------

enum class SustainKind {
  InWindow,      // the outcome's own windows are the period: sustained as soon as it holds
  WindowFor,     // … and all of the P that ends on the day lies after the need
  For,           // the outcome held for P without a break
  AfterClosure,  // … all of it after closure
};
struct Sustain {
  SustainKind kind = SustainKind::InWindow;
  Period period;
};

// How entry or outcome is decided, for `plan rows` (design 7).
enum class Decided { Rule, Statement, Undefined };

struct Criterion {
  std::string ref;  // as printed; unique
  std::string title;
  HeadlineId headline;
  std::optional<ConditionId> need;      // absent: under development
  std::optional<ConditionId> outcome;   // absent: undefined, can count for entry only
  std::vector<ConditionId> supporting;  // recorded, never decisive
  Sustain sustain;                      // its own, or the plan's default
  std::optional<ConditionId> sooner;    // `or C`: sustained where the outcome and C hold
  // `alone C`, beside the flag `stands alone`: it carries a claim by itself only where C holds.
  std::optional<ConditionId> alone;
  std::vector<std::string> sources;
  std::string cites;                  // the council's document and ref
  std::optional<PrintedKinds> kinds;  // what that row asks for; absent: not declared
  std::vector<std::string> readings;  // how a doubt is read, one line each
  std::vector<std::string> flags;     // mandatory, stands alone, under development, starred …
  std::vector<std::string> topics;  // concern topics its entry names, for statements about the need
  Decided entry_decided = Decided::Rule;
  Decided outcome_decided = Decided::Rule;
  Span span;
  Span need_span, outcome_span;  // the words of each, for explain
};

// Whether it carries a claim by itself, at least on days on which its `alone` clause holds.
bool stands_alone(const Criterion& criterion);

struct Headline {
  std::string ref;
  std::string title;
  std::vector<std::string> flags;  // mandatory
};

// Steps by effective date: before the first, the parameter has no value.
struct Parameter {
  struct From {
    Date from;
    double value;
  };
  std::string name;
  std::vector<From> values;  // in order of date
  Quantity quantity = Quantity::Plain;
};

enum class CountBy { Criteria, Headlines };
struct Eligibility {
  int least = 1;
  CountBy by = CountBy::Criteria;
};
enum class Scope { AllNeeds, EntryNeeds };

// What a claim asks of a family beside its outcomes.
enum class Requirement { Assessed, Planned, LeadPractitioner };

// What an example says of a criterion, or of the family under the whole plan.
struct Expectation {
  Date on;
  std::string ref;     // of a criterion; or `eligible`, or `claim`
  std::string status;  // as design 5.3 spells it; of the plan `yes`, `no` or `unknown`
  Span span;
};
inline bool asks_of_plan(std::string_view ref) { return ref == "eligible" || ref == "claim"; }

struct Example {
  std::string title;
  std::shared_ptr<const Facts> facts;  // one family, the first
  std::vector<Expectation> expectations;
  Span span;
};

struct Plan {
  std::shared_ptr<const Source> source;  // the document itself
  std::string name;
  std::string title;
  Date in_force_from = kBeginning;
  Date in_force_to = kForever;
  int terms_a_year = 3;
  Sustain sustain;
  Eligibility eligibility;
  Scope scope = Scope::AllNeeds;
  bool elsewhere_once = false;  // needs that rest on one member who lives elsewhere count as one
  std::vector<Requirement> requirements;

  Catalogue catalogue;  // of this document and all it uses
  TermCalendar terms;   // declared in documents; a facts folder's own calendar comes first
  std::vector<Parameter> parameters;
  std::vector<Headline> headlines;
  std::vector<Criterion> criteria;
  std::vector<Condition> conditions;
  std::vector<Number> numbers;
  std::vector<Selector> ended;  // `end of …`: what windows are anchored at the end of
  std::vector<Example> examples;

  const Condition& operator[](ConditionId id) const { return conditions[id.index]; }
  const Number& operator[](NumberId id) const { return numbers[id.index]; }
  const Selector& operator[](EndedId id) const { return ended[id.index]; }
  const Criterion& operator[](CriterionId id) const { return criteria[id.index]; }
  std::optional<CriterionId> criterion(std::string_view ref) const;
  bool mandatory(CriterionId id) const;  // by its own flag or its headline's
};

}  // namespace hearth
