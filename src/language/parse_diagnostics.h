// What can be wrong with the way a document is written. Each kind is used in one file of
// src/language; see diagnostic.h for the style of the texts.
#pragma once

#include <array>
#include <string_view>

#include "base/diagnostic.h"

namespace hearth {

using Words = std::string_view;

// The whole document and its characters (lex.cc, parse_document.cc).
inline constexpr DiagnosticKind<> kDocumentTooLarge{"DocumentTooLarge", Severity::Error,
                                                    "a document larger than 4 MB"};
inline constexpr DiagnosticKind<> kInvalidUtf8{"InvalidUtf8", Severity::Error,
                                               "a character that is not UTF-8"};
inline constexpr DiagnosticKind<> kWindowsLineEnd{"WindowsLineEnd", Severity::Warning,
                                                  "a document with Windows line ends"};
inline constexpr DiagnosticKind<> kTab{"Tab", Severity::Warning, "a tab"};
inline constexpr DiagnosticKind<Words> kOddSpace{"OddSpace", Severity::Warning, "a {}"};
inline constexpr DiagnosticKind<> kCurlyQuote{"CurlyQuote", Severity::Warning,
                                              "a curly quotation mark"};
inline constexpr DiagnosticKind<Words> kUnexpectedCharacter{
    "UnexpectedCharacter", Severity::Error, "a character that means nothing here: `{}`"};
inline constexpr DiagnosticKind<> kUnclosedString{"UnclosedString", Severity::Error,
                                                  "a quotation that does not end on its line"};
inline constexpr DiagnosticKind<Words> kMalformedNumber{"MalformedNumber", Severity::Error,
                                                        "`{}` is not a number"};
inline constexpr DiagnosticKind<Words> kNoSuchDay{"NoSuchDay", Severity::Error,
                                                  "there is no day `{}`"};

// Fences (fence.cc).
inline constexpr DiagnosticKind<> kUnclosedFence{"UnclosedFence", Severity::Error,
                                                 "a fenced block that is not closed"};
inline constexpr DiagnosticKind<Words, Words> kUnknownFence{
    "UnknownFence", Severity::Warning,
    "a block marked `{}` is for readers only; the program is in blocks marked `{}`"};

// Items and clauses (parse_item.cc, layout.cc).
inline constexpr DiagnosticKind<Words> kUnknownItem{"UnknownItem", Severity::Error,
                                                    "no item starts with `{}`"};
inline constexpr DiagnosticKind<Words> kOutsideItem{"OutsideItem", Severity::Error,
                                                    "`{}` belongs to no item"};
inline constexpr DiagnosticKind<Words, Words> kUnknownClause{"UnknownClause", Severity::Error,
                                                             "a {} has no clause `{}`"};
inline constexpr DiagnosticKind<Words, int, int> kClauseColumn{
    "ClauseColumn", Severity::Error,
    "the clause `{}` starts in column {}, those above it in column {}"};
inline constexpr DiagnosticKind<Words, Words> kRepeatedClause{"RepeatedClause", Severity::Error,
                                                              "a second `{}` in one {}"};
inline constexpr DiagnosticKind<Words, Words> kMissingClause{"MissingClause", Severity::Error,
                                                             "a {} without {}"};
inline constexpr DiagnosticKind<Words, Words> kReservedName{
    "ReservedName", Severity::Error, "{} cannot be called `{}`, a word of the language"};

// Words in a wrong place (reader.cc).
inline constexpr DiagnosticKind<Words, Words> kExpected{"Expected", Severity::Error,
                                                        "expected {}, found {}"};
inline constexpr DiagnosticKind<Words, Words> kUnknownWord{"UnknownWord", Severity::Error,
                                                           "`{}` is not {}"};
inline constexpr DiagnosticKind<Words> kNotWhole{"NotWhole", Severity::Error,
                                                 "`{}` is not a whole number from 0 to 100000"};

// Conditions (parse_condition.cc, parse_list.cc).
inline constexpr DiagnosticKind<> kMixedAndOr{"MixedAndOr", Severity::Error,
                                              "`and` and `or` in one condition"};
inline constexpr DiagnosticKind<Words> kUnknownCondition{"UnknownCondition", Severity::Error,
                                                         "no condition starts with `{}`"};
inline constexpr DiagnosticKind<> kStrayBullet{
    "StrayBullet", Severity::Error, "a list entry that is not in the column of its list"};
inline constexpr DiagnosticKind<int> kTooDeep{"TooDeep", Severity::Error,
                                              "conditions more than {} deep in one another"};

// What the printed row asks for (parse_kinds.cc).
inline constexpr DiagnosticKind<Words, Words, Words> kKindOfOtherSide{
    "KindOfOtherSide", Severity::Error, "`{}` is a kind of {}, not of {}"};
inline constexpr DiagnosticKind<> kMixedKinds{"MixedKinds", Severity::Error,
                                              "kinds joined by both `and` and `or`"};

// Examples (parse_example.cc).
inline constexpr DiagnosticKind<> kNoTitle{"NoTitle", Severity::Error,
                                           "a line of an example that has no title"};
inline constexpr DiagnosticKind<> kNoFamily{"NoFamily", Severity::Error,
                                            "an example without a family"};
inline constexpr DiagnosticKind<> kSecondFamily{"SecondFamily", Severity::Error,
                                                "a second family in one example"};
inline constexpr DiagnosticKind<Words, Words> kMissingDay{"MissingDay", Severity::Error,
                                                          "{} without the day they were {}"};

inline constexpr auto kParseDiagnostics = std::to_array<const AnyDiagnosticKind*>(
    {&kDocumentTooLarge, &kInvalidUtf8,   &kWindowsLineEnd,      &kTab,
     &kOddSpace,         &kCurlyQuote,    &kUnexpectedCharacter, &kUnclosedString,
     &kMalformedNumber,  &kNoSuchDay,     &kUnclosedFence,       &kUnknownFence,
     &kUnknownItem,      &kOutsideItem,   &kUnknownClause,       &kClauseColumn,
     &kRepeatedClause,   &kMissingClause, &kReservedName,        &kExpected,
     &kUnknownWord,      &kNotWhole,      &kMixedAndOr,          &kUnknownCondition,
     &kStrayBullet,      &kTooDeep,       &kKindOfOtherSide,     &kMixedKinds,
     &kNoTitle,          &kNoFamily,      &kSecondFamily,        &kMissingDay});

}  // namespace hearth
