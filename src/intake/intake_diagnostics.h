// What can be wrong with a feed's declaration, and with the files an agency sends. See
// base/diagnostic.h for the style of the texts: none repeats what a row says.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostic.h"

namespace hearth::intake {

using Words = std::string_view;

// The declaration: a TOML file, by line and column (read_feed*.cc, feed_document.cc).
inline constexpr DiagnosticKind<Words> kFeedSyntax{"FeedSyntax", Severity::Error,
                                                   "this is not TOML: {}"};
inline constexpr DiagnosticKind<Words> kFeedNotFound{"FeedNotFound", Severity::Error,
                                                     "there is no feed `{}` to extend"};
inline constexpr DiagnosticKind<Words> kFeedExtendsItself{"FeedExtendsItself", Severity::Error,
                                                          "the feed extends itself through `{}`"};
inline constexpr DiagnosticKind<Words, Words> kUnknownKey{"UnknownKey", Severity::Error,
                                                          "{} has no key `{}`"};
inline constexpr DiagnosticKind<Words, Words> kMissingKey{"MissingKey", Severity::Error,
                                                          "{} needs the key `{}`"};
inline constexpr DiagnosticKind<Words, Words> kWrongType{"WrongType", Severity::Error,
                                                         "`{}` must be {}"};
inline constexpr DiagnosticKind<Words, Words> kUnknownWord{"UnknownFeedWord", Severity::Error,
                                                           "`{}` is not {}"};
inline constexpr DiagnosticKind<Words> kUnknownRecordType{"UnknownFeedRecordType", Severity::Error,
                                                          "no record type `{}`"};
inline constexpr DiagnosticKind<Words, Words> kUnknownRecordField{
    "UnknownFeedField", Severity::Error, "the record type `{}` has no field `{}`"};
inline constexpr DiagnosticKind<Words, Words> kUnknownFieldCode{"UnknownFeedCode", Severity::Error,
                                                                "the field `{}` has no code `{}`"};
inline constexpr DiagnosticKind<Words> kUnknownTable{"UnknownFeedTable", Severity::Error,
                                                     "the feed has no table `{}`"};
inline constexpr DiagnosticKind<Words> kUnknownCodes{"UnknownCodes", Severity::Error,
                                                     "the feed has no codes `{}`"};
inline constexpr DiagnosticKind<Words, Words> kDatesDoNotFit{"DatesDoNotFit", Severity::Error,
                                                             "a {} is dated by {}"};
inline constexpr DiagnosticKind<Words> kBadDatePattern{"BadDatePattern", Severity::Error,
                                                       "`{}` does not say how a day is written"};
inline constexpr DiagnosticKind<Words> kBadDayRule{"BadDayRule", Severity::Error,
                                                   "`{}` is not a day of the year"};
inline constexpr DiagnosticKind<Words> kCodeTwice{"CodeTwice", Severity::Error,
                                                  "`{}` is given two meanings for the same days"};
inline constexpr DiagnosticKind<Words, Words> kTableWithoutPeople{
    "TableWithoutPeople", Severity::Error, "the table `{}` {}"};
inline constexpr DiagnosticKind<Words> kNotASumTable{"NotASumTable", Severity::Error,
                                                     "the table `{}` has no `sums` to add up"};

// A file of a load as a whole.
inline constexpr DiagnosticKind<> kUnknownFile{"UnknownFeedFile", Severity::Error,
                                               "no table of the feed takes this file"};
inline constexpr DiagnosticKind<Words> kAmbiguousFile{
    "AmbiguousFile", Severity::Error, "more than one table of the feed takes this file: {}"};
inline constexpr DiagnosticKind<> kFileTwice{"FileTwice", Severity::Error,
                                             "a second file of this name is not read"};
inline constexpr DiagnosticKind<> kMissingColumn{"MissingFeedColumn", Severity::Error,
                                                 "the file does not have this column"};
inline constexpr DiagnosticKind<> kColumnTwice{"FeedColumnTwice", Severity::Error,
                                               "the file has two columns of this name"};
inline constexpr DiagnosticKind<Words> kFileNotRead{"FileNotRead", Severity::Error,
                                                    "the rest of the file is not read: {}"};
inline constexpr DiagnosticKind<> kTermNotKnown{"TermNotKnown", Severity::Error,
                                                "the file does not say which term it tells about"};
inline constexpr DiagnosticKind<Words> kCoverageNotKnown{
    "CoverageNotKnown", Severity::Warning,
    "the file does not say which days it covers, so no coverage is written: {}"};
inline constexpr DiagnosticKind<Words, long long> kCoverageWithGaps{
    "CoverageWithGaps", Severity::Warning,
    "coverage of `{}` is written although {} of the rows it rests on were set aside"};
inline constexpr DiagnosticKind<> kFamilyStartNotGiven{
    "FamilyStartNotGiven", Severity::Error,
    "nothing says since when the families have been worked with"};

// Workbooks (read_workbook.cc) and files that are no plain table (prepared_file.cc).
inline constexpr DiagnosticKind<Words> kWorkbookRefused{"WorkbookRefused", Severity::Error,
                                                        "the workbook is not read: {}"};
inline constexpr DiagnosticKind<long long> kMergedCells{
    "MergedCells", Severity::Warning,
    "{} groups of cells are merged; only the first cell of each has its value"};
inline constexpr DiagnosticKind<long long> kFormulaWithoutValue{
    "FormulaWithoutValue", Severity::Warning,
    "{} formulas were saved without their value and are read as empty"};
inline constexpr DiagnosticKind<> kNoHeaderFound{
    "NoHeaderFound", Severity::Error, "none of the first rows has the columns of a table"};

// XML (xml_scanner.cc, read_xml_rows.cc).
inline constexpr DiagnosticKind<Words> kXmlRefused{"XmlRefused", Severity::Error,
                                                   "the file is refused: {}"};
inline constexpr DiagnosticKind<Words> kXmlNotWellFormed{"XmlNotWellFormed", Severity::Error,
                                                         "this is not well-formed XML: {}"};
inline constexpr DiagnosticKind<Words> kOfAnotherYear{
    "FeedColumnOfAnotherYear", Severity::Warning,
    "files of {} do not have this, and it is not read"};

// A row, which is then set aside (map_row.cc, import.cc).
inline constexpr DiagnosticKind<Words> kRowNotRead{"RowNotRead", Severity::Error, "{}"};
inline constexpr DiagnosticKind<> kNoIdentity{"NoIdentity", Severity::Error,
                                              "the row does not say who it is about"};
inline constexpr DiagnosticKind<Words> kNoMatchingRow{
    "NoMatchingRow", Severity::Error, "no row of `{}` in the same load has this key"};
inline constexpr DiagnosticKind<> kNoDate{"NoDate", Severity::Error, "the date is not given"};
inline constexpr DiagnosticKind<Words> kBadDate{"BadFeedDate", Severity::Error,
                                                "this is not a day written as {}"};
inline constexpr DiagnosticKind<> kBadNumber{"BadFeedNumber", Severity::Error,
                                             "this is not a number"};
inline constexpr DiagnosticKind<> kNumberNotGiven{"NumberNotGiven", Severity::Error,
                                                  "the number to add up is not given"};
inline constexpr DiagnosticKind<> kBadFlag{"BadFeedFlag", Severity::Error,
                                           "this is neither yes nor no"};
inline constexpr DiagnosticKind<Words> kUnmappedCode{"UnmappedCode", Severity::Error,
                                                     "this is none of the codes of `{}`"};
inline constexpr DiagnosticKind<Words, Words> kCodeNotInForce{
    "CodeNotInForce", Severity::Error, "this code of `{}` is not in force on {}"};
inline constexpr DiagnosticKind<> kOutOfRange{"FeedOutOfRange", Severity::Error,
                                              "the number is outside its range"};
inline constexpr DiagnosticKind<Words, Words> kFiguresContradict{
    "FiguresContradict", Severity::Error, "{} come to more than `{}`"};
inline constexpr DiagnosticKind<> kEndsBeforeStart{"FeedEndsBeforeStart", Severity::Error,
                                                   "it ends before it starts"};
inline constexpr DiagnosticKind<> kAfterFileWasMade{
    "AfterFileWasMade", Severity::Error, "the day is later than the day the file was made"};
inline constexpr DiagnosticKind<Words> kUnsoundId{"UnsoundId", Severity::Error,
                                                  "the form or check digit of this {} is wrong"};
inline constexpr DiagnosticKind<Words> kUnsoundIdentifier{
    "UnsoundIdentifier", Severity::Warning,
    "the form or check digit of this {} is wrong; the row stands without it"};
inline constexpr DiagnosticKind<> kPersonDiffers{
    "PersonDiffers", Severity::Warning,
    "an earlier row says something else of this person, and stands"};

// After the first 20 of a kind in a file.
inline constexpr DiagnosticKind<long long, Words> kFurther{"FurtherOfAKind", Severity::Warning,
                                                           "{} more like this: {}"};

std::span<const AnyDiagnosticKind* const> all_intake_diagnostics();

}  // namespace hearth::intake
