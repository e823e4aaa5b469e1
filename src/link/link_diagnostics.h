// What can be wrong with a model, and what is odd about the rows to be linked. See
// base/diagnostic.h for the style of the texts: none repeats what a row says.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/diagnostic.h"

namespace hearth::link {

using Words = std::string_view;

// The model: a TOML file, by line and column (read_model.cc).
inline constexpr DiagnosticKind<Words> kModelSyntax{"ModelSyntax", Severity::Error,
                                                    "this is not TOML: {}"};
inline constexpr DiagnosticKind<Words, Words> kModelKey{"UnknownModelKey", Severity::Error,
                                                        "{} has no key `{}`"};
inline constexpr DiagnosticKind<Words, Words> kModelMissing{"MissingModelKey", Severity::Error,
                                                            "{} needs the key `{}`"};
inline constexpr DiagnosticKind<Words, Words> kModelType{"WrongModelType", Severity::Error,
                                                         "`{}` must be {}"};
inline constexpr DiagnosticKind<Words, Words> kModelWord{"UnknownModelWord", Severity::Error,
                                                         "`{}` is not {}"};
inline constexpr DiagnosticKind<Words, Words> kModelSize{"WrongModelSize", Severity::Error,
                                                         "{} has {}"};

// The rows (read_sightings.cc, fillers.cc).
inline constexpr DiagnosticKind<Words> kRejectedRow{"UnreadableRow", Severity::Error, "{}"};
inline constexpr DiagnosticKind<Words> kUnreadableInput{"UnreadableInput", Severity::Error, "{}"};
inline constexpr DiagnosticKind<Words> kNothingToCompare{
    "NothingToCompare", Severity::Error, "no column is one of the fields the model compares{}"};
inline constexpr DiagnosticKind<> kRepeatedRowId{
    "RepeatedRowId", Severity::Warning,
    "the column of row ids does not tell rows apart; row numbers are used in its place"};
inline constexpr DiagnosticKind<Words, std::int64_t, std::int64_t> kFiller{
    "FillerValue", Severity::Warning,
    "the field `{}` has {} values that look like fillers, in {} rows; they are taken as not known"};
inline constexpr DiagnosticKind<Words, std::int64_t> kUnusableValue{
    "UnusableValue", Severity::Warning,
    "the field `{}` has {} cells that cannot be what it holds; they are taken as not known"};
inline constexpr DiagnosticKind<Words> kFieldMissingThroughout{
    "FieldMissingThroughout", Severity::Warning,
    "the field `{}` is empty in every row; it is not compared"};

}  // namespace hearth::link
