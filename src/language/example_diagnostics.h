// What can be wrong with a plan's worked examples.
#pragma once

#include <array>
#include <string>

#include "language/check_diagnostics.h"

namespace hearth {

// (check_example.cc, check_example_record.cc)
inline constexpr DiagnosticKind<Said> kExampleWithoutPlan{
    "ExampleWithoutPlan", Severity::Error, "the example `{}` has no plan to be judged by"};
inline constexpr DiagnosticKind<Said> kNothingExpected{"NothingExpected", Severity::Error,
                                                       "the example `{}` expects nothing"};
inline constexpr DiagnosticKind<Said> kUnknownCriterion{"UnknownCriterion", Severity::Error,
                                                        "no criterion `{}`"};
inline constexpr DiagnosticKind<Said, std::string, Said, Said> kExpectedTwice{
    "ExpectedTwice", Severity::Error, "`{}` on {} cannot be both {} and {}"};
inline constexpr DiagnosticKind<Said> kUnknownPerson{"UnknownPerson", Severity::Error,
                                                     "nobody is called `{}` in this example"};
inline constexpr DiagnosticKind<Said> kUnknownTerm{"UnknownTerm", Severity::Error, "no term `{}`"};
inline constexpr DiagnosticKind<Said, Said> kWrongDates{"WrongDates", Severity::Error,
                                                        "`{}` wants {}"};
inline constexpr DiagnosticKind<Said, Said> kFieldTwice{"FieldTwice", Severity::Error,
                                                        "`{}` is given twice for one `{}`"};
inline constexpr DiagnosticKind<Said, Said> kOutOfRange{"OutOfRange", Severity::Error,
                                                        "`{}` is not a possible `{}`"};
inline constexpr DiagnosticKind<Said, Said> kRowBreaksCheck{"RowBreaksCheck", Severity::Error,
                                                            "{} is more than `{}`"};

inline constexpr auto kExampleDiagnostics = std::to_array<const AnyDiagnosticKind*>({
    &kExampleWithoutPlan,
    &kNothingExpected,
    &kUnknownCriterion,
    &kExpectedTwice,
    &kUnknownPerson,
    &kUnknownTerm,
    &kWrongDates,
    &kFieldTwice,
    &kOutOfRange,
    &kRowBreaksCheck,
});

}  // namespace hearth
