// A feed as its TOML file declares it: which files an agency sends, who their rows are about, and
// which records they become.
//
// A Feed was read and checked by read_feed: every record type, field, code, table and column it
// names exists, so those who use one need not look again. It is plain data and knows no rows.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/period.h"
#include "facts/facts.h"
#include "intake/date_pattern.h"
#include "intake/day_rule.h"
#include "intake/identifier_check.h"

namespace hearth {

enum class FeedFormat { Csv, Xml };

// Codes are looked for as they stand in a row.
struct CodeHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view code) const {
    return std::hash<std::string_view>{}(code);
  }
};

// What an agency's codes mean, from a day to a day: `H` was leave for a holiday until August 2024.
struct CodeSet {
  Date first = kBeginning;
  Date last = kForever;
  std::unordered_map<std::string, std::string, CodeHash, std::equal_to<>> meanings;  // by code
};

struct CodeList {
  std::string name;
  std::vector<CodeSet> sets;
};

// One place to find a value: a column, as it stands or by what its code means; or a fixed word,
// whenever another column is filled.
struct CellRule {
  std::optional<std::size_t> column;  // into TableRule::columns
  std::optional<std::size_t> codes;   // into FeedForm::codes
  std::optional<std::string> fixed;   // instead of what the column says
  double divide_by = 1;
  std::optional<IdentifierKind> check;  // another value is a fault
};
using ValueRule = std::vector<CellRule>;  // the first that is filled; empty if nothing says it

// What a row may say of a person beside birth date and sex: the columns of a sighting.
enum class SeenAs {
  Forename,
  MiddleNames,
  Surname,
  FormerSurname,
  Address,
  Postcode,
  Uprn,
  Upn,
  NhsNumber,
  Nino,
  Household,
  Protected,  // `yes`: where they live may be told to nobody
};
inline constexpr std::array<std::string_view, 12> kSeenNames = {
    "forename", "middle_names", "surname",    "former_surname", "address",   "postcode",
    "uprn",     "upn",          "nhs_number", "nino",           "household", "protected"};
inline constexpr std::size_t kSeenCount = kSeenNames.size();

// Who a row is about, where it introduces them.
struct PersonRule {
  ValueRule id;
  ValueRule birth_date;
  ValueRule death_date;
  ValueRule sex;
  ValueRule family;   // empty: everybody is a family of their own
  ValueRule started;  // since when the family has been worked with
  Role role = Role::Other;
  std::array<ValueRule, kSeenCount> seen;  // by SeenAs
};

// How the row's person is related to another of the feed: they are the relation `of` the other.
struct RelationRule {
  ValueRule to;        // the other's number; where it is empty nothing is said
  ValueRule relation;  // one of kRelationWords, or kChildOf
  ValueRule start, end;
};
inline constexpr std::string_view kParentOf = "parent", kChildOf = "child";  // turned round
inline constexpr std::array<std::string_view, 5> kRelationWords = {kParentOf, "carer", "partner",
                                                                   "sibling", "relative"};

// Every row of the table is a number to add up for its person, under one of the meanings of a code.
struct SumsRule {
  std::optional<std::size_t> amount;  // column; none: each row counts for one
  std::size_t by = 0;                 // column
  std::size_t codes = 0;              // into FeedForm::codes
  ValueRule on;                       // the day whose codes are in force; empty: the load's last
};

struct TableRule {
  std::string name;
  std::string file;                  // pattern of the file's name; empty: known by its columns
  std::string rows;                  // XML: the path of the element that is a row
  std::vector<std::string> columns;  // every column that some rule reads
  std::vector<bool> optional;        // may be missing from the file, by column
  std::optional<std::size_t> key;    // column that rows of other tables refer to, or refer by
  std::optional<std::size_t> of;     // the table with the people this one's rows are about
  std::optional<PersonRule> person;
  std::vector<RelationRule> relations;  // of that person
  std::optional<SumsRule> sums;
  std::vector<std::pair<std::size_t, std::vector<std::string>>> leave_out;  // column, its values
};

struct FieldRule {
  FieldId field;
  ValueRule value;
  std::optional<std::size_t> sum_of;  // instead: a table with sums,
  std::vector<std::string> meanings;  // and what to add up
};

// Whence the days of a record: columns, or the term its file tells about.
enum class DatedBy { Columns, Term };

struct RecordRule {
  std::string name;
  RecordTypeId type;
  std::size_t table = 0;
  DatedBy dated_by = DatedBy::Columns;
  ValueRule start;
  ValueRule end;
  // The file is a list of those who are there now: who is no longer in a later one left at the end
  // of the period of the last that had them.
  bool ends_when_last_seen = false;
  bool partial = false;   // the file does not tell all of them, so it covers none
  bool optional = false;  // no start, no record; otherwise a missing start is a fault
  std::vector<std::pair<std::size_t, std::vector<std::string>>> when;  // column, its values
  std::vector<FieldRule> fields;
};

struct TermRule {
  std::string name;  // `autumn`
  DayRule first;
  DayRule last;
};

// How a load tells which days it is about.
struct LoadRule {
  std::vector<TermRule> terms;               // named in the file's name
  std::vector<std::string> named;            // patterns of names that tell the days; the first fits
  std::string reference_date;                // XML path: the last day of the days covered,
  std::optional<Period> covers;              // which are so many before it
  std::optional<DayRule> reference_date_is;  // a file with another reference date covers nothing
  std::string year;                          // XML path: chooses the version
  std::string made_on;                       // XML path: when the file was made
  std::optional<DayRule> year_ends;          // of files with a year in their name
  // Columns whose first row says it of the whole file.
  std::string first_column;
  std::string last_column;
  std::string made_on_column;
};

// The feed in one version.
struct FeedForm {
  int first_year = 0;  // of files this form is for
  FeedFormat format = FeedFormat::Csv;
  std::string source;  // of every record
  char delimiter = ',';
  bool windows_1252 = false;         // the file's letters; otherwise UTF-8
  int header_row = 1;                // 0: the first row that has a table's columns
  std::string sheet;                 // of a workbook; empty: the first
  std::vector<std::string> footers;  // a row whose first filled cell begins so is none
  std::vector<DatePattern> dates;
  LoadRule load;
  std::vector<CodeList> codes;
  std::vector<TableRule> tables;
  std::vector<RecordRule> records;

  bool makes_records(std::size_t table) const;
  // Whether a row of it says who it is about, and its records need nothing but the row.
  bool in_one_go(std::size_t table) const;
  bool in_one_go() const;  // every table
};

struct Feed {
  std::string name;
  std::string title;
  std::vector<FeedForm> forms;  // by first year; one at least

  // The form for files of a year; the latest if they do not say.
  const FeedForm& form_for(std::optional<int> year) const;
};

}  // namespace hearth
