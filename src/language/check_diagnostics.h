// What can be wrong with what a document means. Each kind says which file of src/language reports
// it; see diagnostic.h for the style of the texts.
#pragma once

#include <array>
#include <string_view>

#include "base/diagnostic.h"

namespace hearth {

using Said = std::string_view;  // what the author wrote, or a word for a kind of thing

// Documents and their names (load_plan.cc, checking.cc, check_plan.cc).
inline constexpr DiagnosticKind<Said, Said> kMissingDocument{"MissingDocument", Severity::Error,
                                                             "cannot read `{}`: {}"};
inline constexpr DiagnosticKind<Said> kUseCycle{
    "UseCycle", Severity::Error, "`{}` uses this document, so neither can come first"};
inline constexpr DiagnosticKind<> kNoPlan{"NoPlan", Severity::Error, "a document without a plan"};
inline constexpr DiagnosticKind<Said> kTwoPlans{"TwoPlans", Severity::Error,
                                                "a second plan in one document: `{}`"};
inline constexpr DiagnosticKind<Said> kPlanUsed{
    "PlanUsed", Severity::Error, "a {} belongs in the plan's own document, not in one it uses"};
inline constexpr DiagnosticKind<Said, Said> kDuplicateName{"DuplicateName", Severity::Error,
                                                           "there already is a {} called `{}`"};
inline constexpr DiagnosticKind<Said> kDuplicateRef{"DuplicateRef", Severity::Error,
                                                    "there already is a criterion `{}`"};

// Record types, measures, instruments (check_catalogue.cc).
inline constexpr DiagnosticKind<Said> kUnknownRecordType{"UnknownRecordType", Severity::Error,
                                                         "no record type `{}`"};
inline constexpr DiagnosticKind<Said, Said> kUnknownField{"UnknownField", Severity::Error,
                                                          "`{}` has no field `{}`"};
inline constexpr DiagnosticKind<Said, Said> kReservedField{
    "ReservedField", Severity::Error, "every {} has a `{}` of its own; it is not declared"};
inline constexpr DiagnosticKind<Said, Said> kNotANumber{"NotANumber", Severity::Error,
                                                        "`{}` is {} and cannot be added up"};
inline constexpr DiagnosticKind<> kRangeBackwards{"RangeBackwards", Severity::Error,
                                                  "a range that ends before it begins"};
inline constexpr DiagnosticKind<double> kChangeOffScale{
    "ChangeOffScale", Severity::Error, "a change of {} cannot happen on this scale"};

// Calendars and parameters (check_calendar.cc, check_parameter.cc).
inline constexpr DiagnosticKind<Said, Said> kTermsOverlap{"TermsOverlap", Severity::Error,
                                                          "the terms `{}` and `{}` overlap"};
inline constexpr DiagnosticKind<Said, Said, int> kTermsGap{
    "TermsGap", Severity::Warning, "between the terms `{}` and `{}` lie {} days"};
inline constexpr DiagnosticKind<Said> kEndBeforeStart{"EndBeforeStart", Severity::Error,
                                                      "a {} that ends before it starts"};
inline constexpr DiagnosticKind<Said> kParameterOutOfOrder{
    "ParameterOutOfOrder", Severity::Error,
    "the values of `{}` are not in the order of their dates"};
inline constexpr DiagnosticKind<Said, std::string> kParameterStartsLate{
    "ParameterStartsLate", Severity::Warning,
    "`{}` has no value before this day, and the plan is in force from {}"};
inline constexpr DiagnosticKind<Said, Said, Said> kParameterMixed{"ParameterMixed", Severity::Error,
                                                                  "`{}` was {} and is now {}"};
inline constexpr DiagnosticKind<Said> kParameterValue{"ParameterValue", Severity::Error,
                                                      "`{}` cannot be the value of a parameter"};

// Records and values (check_records.cc, check_value.cc).
inline constexpr DiagnosticKind<Said, Said> kUnknownCode{"UnknownCode", Severity::Error,
                                                         "`{}` has no code `{}`"};
inline constexpr DiagnosticKind<Said> kUnknownInstrument{"UnknownInstrument", Severity::Error,
                                                         "no instrument `{}`"};
inline constexpr DiagnosticKind<Said, Said, Said> kUnlikeValue{"UnlikeValue", Severity::Error,
                                                               "`{}` is {}, not {}"};
inline constexpr DiagnosticKind<Said> kTextTested{"TextTested", Severity::Error,
                                                  "`{}` is a text, which a rule cannot judge"};
inline constexpr DiagnosticKind<Said, Said> kNoOrder{
    "NoOrder", Severity::Error,
    "{} is neither more nor less than another, so `{}` cannot judge it"};
inline constexpr DiagnosticKind<Said> kParameterTested{
    "ParameterTested", Severity::Error,
    "`{}` changes over time and cannot be tested against a field of a record"};
inline constexpr DiagnosticKind<Said, Said> kNotADate{
    "NotADate", Severity::Error, "`{}` is {}, and only a date lies in a stretch of time"};
inline constexpr DiagnosticKind<Said> kTermsOfDate{
    "TermsOfDate", Severity::Error, "`{}`: a date of a record is not counted in terms"};
inline constexpr DiagnosticKind<> kDatedTest{
    "DatedTest", Severity::Error,
    "how far off a date is can be asked of `on` a spell and of a number of records, not here"};
inline constexpr DiagnosticKind<Said> kDatedTwice{
    "DatedTwice", Severity::Error,
    "`{}` is picked twice, so how far off its date is cannot be asked"};
inline constexpr DiagnosticKind<Said> kNotRecords{
    "NotRecords", Severity::Error, "`{}` is a condition, and records are wanted here"};

// Numbers (check_number.cc, check_range.cc).
inline constexpr DiagnosticKind<Said> kUnknownMeasure{"UnknownMeasure", Severity::Error,
                                                      "no measure `{}`"};
inline constexpr DiagnosticKind<Said> kUnknownNumber{"UnknownNumber", Severity::Error,
                                                     "no number is called `{}`"};
inline constexpr DiagnosticKind<Said> kNoWindow{"NoWindow", Severity::Error,
                                                "`{}` over which time?"};
inline constexpr DiagnosticKind<Said> kEmptyPeriod{"EmptyPeriod", Severity::Error,
                                                   "`{}` is no time at all"};
inline constexpr DiagnosticKind<Said> kPeriodTooLong{"PeriodTooLong", Severity::Error,
                                                     "`{}` is longer than two hundred years"};
inline constexpr DiagnosticKind<Said> kDaysOnOneDay{
    "DaysOnOneDay", Severity::Error, "`{}` does not last, so there are no days on it"};
inline constexpr DiagnosticKind<Said> kDaysWithLasting{
    "DaysWithLasting", Severity::Error, "`{}` lasts, so it is counted by the days on it"};
inline constexpr DiagnosticKind<Said> kEndOfOneDay{"EndOfOneDay", Severity::Error,
                                                   "`{}` does not last, so it has no end"};
inline constexpr DiagnosticKind<Said, Said> kUnlikeFields{"UnlikeFields", Severity::Error,
                                                          "{} and {} cannot be added up"};
inline constexpr DiagnosticKind<Said, Said> kUnlikeNumbers{"UnlikeNumbers", Severity::Error,
                                                           "{} is compared with {}"};
inline constexpr DiagnosticKind<Said> kAgeOfNobody{"AgeOfNobody", Severity::Error,
                                                   "`{}` of whom? a family has none"};
inline constexpr DiagnosticKind<Said> kNeverHolds{"NeverHolds", Severity::Error,
                                                  "`{}` can never hold"};
inline constexpr DiagnosticKind<Said> kAlwaysHolds{"AlwaysHolds", Severity::Warning,
                                                   "`{}` always holds"};

// Conditions (check_condition.cc, check_change.cc, check_definition.cc).
inline constexpr DiagnosticKind<Said> kRoleOfNobody{"RoleOfNobody", Severity::Error,
                                                    "`{}`: whose? a family has no role"};
inline constexpr DiagnosticKind<Said> kOnOneDay{"OnOneDay", Severity::Error,
                                                "`{}` happens on one day, so nobody is on it"};
inline constexpr DiagnosticKind<> kNeedInNeed{"NeedInNeed", Severity::Error,
                                              "an entry rule cannot look at the need it decides"};
inline constexpr DiagnosticKind<Said> kNothingToChange{
    "NothingToChange", Severity::Error,
    "`{}` has no window, so it cannot be compared with another"};
inline constexpr DiagnosticKind<Said> kChangeOfFixed{"ChangeOfFixed", Severity::Error,
                                                     "{} does not go up or down"};
inline constexpr DiagnosticKind<Said> kPointsOfOther{
    "PointsOfOther", Severity::Error, "only a percentage or a score goes up by points, not {}"};
inline constexpr DiagnosticKind<Said> kShareOfGrade{"ShareOfGrade", Severity::Error,
                                                    "{} goes up or down, but not by an amount"};
inline constexpr DiagnosticKind<> kImprovesOther{"ImprovesOther", Severity::Error,
                                                 "only the latest value of a score improves"};
inline constexpr DiagnosticKind<Said> kUnknownDefinition{"UnknownDefinition", Severity::Error,
                                                         "no definition `{}`"};
inline constexpr DiagnosticKind<Said> kNotACondition{
    "NotACondition", Severity::Error, "`{}` is a set of records, and a condition is wanted here"};
inline constexpr DiagnosticKind<Said, std::size_t, std::size_t> kArgumentCount{
    "ArgumentCount", Severity::Error, "`{}` wants {} in brackets, not {}"};
inline constexpr DiagnosticKind<Said> kDefinedByItself{"DefinedByItself", Severity::Error,
                                                       "`{}` is defined by itself"};
inline constexpr DiagnosticKind<> kPlanTooLarge{
    "PlanTooLarge", Severity::Error,
    "a plan that is too large once its definitions are spelled out"};

// The plan (check_plan.cc, check_criterion.cc).
inline constexpr DiagnosticKind<Said> kNeverInForce{"NeverInForce", Severity::Error,
                                                    "`{}` is not in force on any day"};
inline constexpr DiagnosticKind<Said> kNoCriteria{"NoCriteria", Severity::Error,
                                                  "the plan `{}` has no criteria"};
inline constexpr DiagnosticKind<Said> kNoHeadline{"NoHeadline", Severity::Error,
                                                  "the criterion `{}` stands under no headline"};
inline constexpr DiagnosticKind<Said> kAloneWithoutFlag{"AloneWithoutFlag", Severity::Error,
                                                        "the criterion `{}` does not stand alone"};
inline constexpr DiagnosticKind<Said> kAloneWithoutOutcome{
    "AloneWithoutOutcome", Severity::Error,
    "the criterion `{}` has no outcome, so it can carry no claim"};
inline constexpr DiagnosticKind<Said> kNothingBesideRule{
    "NothingBesideRule", Severity::Error,
    "the outcome of `{}` has a rule, and what is printed of it is `nothing`"};
inline constexpr DiagnosticKind<Said, std::string> kKindsOfUndefined{
    "KindsOfUndefined", Severity::Error,
    "the outcome of `{}` is undefined, and what is printed of it is `{}`"};
inline constexpr DiagnosticKind<Said> kRequiredTwice{"RequiredTwice", Severity::Error,
                                                     "`{}` is required twice"};
inline constexpr DiagnosticKind<int, Said, std::size_t> kNeverEligible{
    "NeverEligible", Severity::Error, "nobody can meet {} {} of {}"};

inline constexpr auto kCheckDiagnostics = std::to_array<const AnyDiagnosticKind*>({
    &kMissingDocument,
    &kUseCycle,
    &kNoPlan,
    &kTwoPlans,
    &kPlanUsed,
    &kDuplicateName,
    &kDuplicateRef,
    &kUnknownRecordType,
    &kUnknownField,
    &kReservedField,
    &kNotANumber,
    &kRangeBackwards,
    &kChangeOffScale,
    &kTermsOverlap,
    &kTermsGap,
    &kEndBeforeStart,
    &kParameterOutOfOrder,
    &kParameterStartsLate,
    &kParameterMixed,
    &kParameterValue,
    &kUnknownCode,
    &kUnknownInstrument,
    &kUnlikeValue,
    &kTextTested,
    &kNotADate,
    &kTermsOfDate,
    &kDatedTest,
    &kDatedTwice,
    &kNoOrder,
    &kParameterTested,
    &kNotRecords,
    &kUnknownMeasure,
    &kUnknownNumber,
    &kNoWindow,
    &kEmptyPeriod,
    &kPeriodTooLong,
    &kDaysOnOneDay,
    &kDaysWithLasting,
    &kEndOfOneDay,
    &kUnlikeFields,
    &kUnlikeNumbers,
    &kAgeOfNobody,
    &kNeverHolds,
    &kAlwaysHolds,
    &kRoleOfNobody,
    &kOnOneDay,
    &kNeedInNeed,
    &kNothingToChange,
    &kChangeOfFixed,
    &kPointsOfOther,
    &kShareOfGrade,
    &kImprovesOther,
    &kUnknownDefinition,
    &kNotACondition,
    &kArgumentCount,
    &kDefinedByItself,
    &kPlanTooLarge,
    &kNeverInForce,
    &kNoCriteria,
    &kNoHeadline,
    &kAloneWithoutFlag,
    &kAloneWithoutOutcome,
    &kNothingBesideRule,
    &kKindsOfUndefined,
    &kRequiredTwice,
    &kNeverEligible,
});

}  // namespace hearth
