// Everything that can be wrong with a facts folder. Each kind names a file, a row and a column
// where they apply, and never repeats a cell.
#pragma once

#include <span>

#include "base/diagnostic.h"

namespace hearth {

// ---- the folder and its files -----------------------------------------------------------------
inline constexpr DiagnosticKind<std::string_view> kMissingFile(
    "MissingFile", Severity::Error, "a facts folder needs a file `{0}.csv` or `{0}.parquet`");
inline constexpr DiagnosticKind<std::string_view> kUnknownFile(
    "UnknownFile", Severity::Error, "there is no record type `{}`, so the file was not read");
inline constexpr DiagnosticKind<> kNotATable(
    "NotATable", Severity::Warning, "this is not a csv or parquet file, so it was not read");
inline constexpr DiagnosticKind<std::string_view> kTwoFilesOfOneName(
    "TwoFilesOfOneName", Severity::Error,
    "`{}` is there more than once, as csv or as parquet, so none of them was read");
inline constexpr DiagnosticKind<> kEmptyFile(
    "EmptyFile", Severity::Error, "the file is empty; a file without rows still needs its header");
inline constexpr DiagnosticKind<> kNoHeader("NoHeader", Severity::Error,
                                            "the first row does not hold column names");
inline constexpr DiagnosticKind<> kFileNotUtf8(
    "FileNotUtf8", Severity::Error, "the file is not UTF-8 text; save it as `CSV UTF-8`");
inline constexpr DiagnosticKind<std::string_view> kDamagedFile(
    "DamagedFile", Severity::Error,
    "the file is damaged or cut short; rows that could not be read: {}");
inline constexpr DiagnosticKind<std::string_view> kCoverageNotUsed(
    "CoverageNotUsed", Severity::Warning,
    "rows of it are lost, so the coverage of `{}` is not used: absence will be unknown");
inline constexpr DiagnosticKind<std::string_view> kMissingColumn(
    "MissingColumn", Severity::Error, "the column `{}` is missing, so no row was kept");
inline constexpr DiagnosticKind<std::string_view> kUnknownColumn(
    "UnknownColumn", Severity::Warning, "the column `{}` is not one hearth knows, so it is unused");
inline constexpr DiagnosticKind<std::string_view> kDuplicateColumn(
    "DuplicateColumn", Severity::Error, "the column `{}` is there twice, so no row was kept");

// ---- a row that is no row ---------------------------------------------------------------------
inline constexpr DiagnosticKind<> kWrongColumnCount(
    "WrongColumnCount", Severity::Error, "the row has more or fewer cells than the header");
inline constexpr DiagnosticKind<> kUnterminatedQuote("UnterminatedQuote", Severity::Error,
                                                     "a quoted cell of this row does not end");
inline constexpr DiagnosticKind<> kTextAfterQuote(
    "TextAfterQuote", Severity::Error, "there is text after the closing quote of a cell");
inline constexpr DiagnosticKind<> kRowNotUtf8("RowNotUtf8", Severity::Error,
                                              "the row is not UTF-8 text");
inline constexpr DiagnosticKind<> kControlCharacter(
    "ControlCharacter", Severity::Error,
    "the row holds a zero byte, or a carriage return that ends no line");
inline constexpr DiagnosticKind<> kLineTooLong("LineTooLong", Severity::Error,
                                               "the line is longer than a megabyte");

// ---- a cell -----------------------------------------------------------------------------------
inline constexpr DiagnosticKind<> kMissingValue("MissingValue", Severity::Error,
                                                "this cell must not be empty");
inline constexpr DiagnosticKind<> kBadDate("BadDate", Severity::Error,
                                           "not a date of the calendar, written like 2024-02-29");
inline constexpr DiagnosticKind<> kBadNumber("BadNumber", Severity::Error,
                                             "not a number, written like 1234.5");
inline constexpr DiagnosticKind<> kBadFlag("BadFlag", Severity::Error, "not `yes` or `no`");
inline constexpr DiagnosticKind<> kUndeclaredCode("UndeclaredCode", Severity::Error,
                                                  "not one of the codes declared for this column");
inline constexpr DiagnosticKind<double> kBelowLeast("BelowLeast", Severity::Error,
                                                    "less than {}, the least this column may hold");
inline constexpr DiagnosticKind<double> kAboveMost("AboveMost", Severity::Error,
                                                   "more than {}, the most this column may hold");
inline constexpr DiagnosticKind<double, double, std::string_view> kScoreOutOfRange(
    "ScoreOutOfRange", Severity::Error, "outside the range {} to {} of `{}`");

// ---- a row that makes no sense ----------------------------------------------------------------
inline constexpr DiagnosticKind<std::string_view, std::string_view> kPartsAboveWhole(
    "PartsAboveWhole", Severity::Error, "{} add up to more than `{}`");
inline constexpr DiagnosticKind<> kEndsBeforeStart("EndsBeforeStart", Severity::Error,
                                                   "it ends before it starts");
inline constexpr DiagnosticKind<> kDiesBeforeBirth("DiesBeforeBirth", Severity::Error,
                                                   "the day of death is before the day of birth");
inline constexpr DiagnosticKind<> kClosedBeforeStart("ClosedBeforeStart", Severity::Error,
                                                     "the family is closed before it started");
inline constexpr DiagnosticKind<> kTwoSubjects("TwoSubjects", Severity::Error,
                                               "a record is about a person or a family, not both");

// ---- rows that do not fit together ------------------------------------------------------------
inline constexpr DiagnosticKind<> kDuplicateId(
    "DuplicateId", Severity::Error, "an earlier row has the same id; the earlier one was kept");
inline constexpr DiagnosticKind<std::uint32_t> kDuplicateRow("DuplicateRow", Severity::Warning,
                                                             "the same as row {}, which was kept");
inline constexpr DiagnosticKind<> kUnknownPersonId("UnknownPersonId", Severity::Error,
                                                   "no person has this id");
inline constexpr DiagnosticKind<> kUnknownFamily("UnknownFamily", Severity::Error,
                                                 "no family has this id");
inline constexpr DiagnosticKind<> kPersonInNoFamily("PersonInNoFamily", Severity::Error,
                                                    "this person is a member of no family");
inline constexpr DiagnosticKind<> kUndeclaredRecordType("UndeclaredRecordType", Severity::Error,
                                                        "there is no such record type");
inline constexpr DiagnosticKind<> kOverlappingTerms("OverlappingTerms", Severity::Error,
                                                    "this term overlaps another, which was kept");
inline constexpr DiagnosticKind<> kTermsOutOfOrder(
    "TermsOutOfOrder", Severity::Warning, "this term starts before the one in the row above");
inline constexpr DiagnosticKind<std::int64_t, std::string_view> kMoreOfTheSame(
    "MoreOfTheSame", Severity::Warning, "from here on, {} more {} of this file are not shown");

std::span<const AnyDiagnosticKind* const> all_facts_diagnostics();

}  // namespace hearth
