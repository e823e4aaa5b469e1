// The plain lists that agencies send a synthetic council: which columns, how dates and codes are
// written, how often, and which of a family's records each list tells.
//
// Each has a feed of the same name in feeds/, which reads it. The returns that are no plain lists
// (school census, children in need census, looked-after children) have files of their own here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "simulate/life.h"

namespace hearth {

enum class DateStyle { Iso, Slashes, Named };  // 2024-05-09, 09/05/2024, 09-May-2024
enum class Letters { Utf8, Windows1252 };

struct ListTells {
  Told told;
  std::string_view word;        // in the list's column `type`
  std::string_view only = {};   // the first field is this,
  std::string_view never = {};  // or is not that
  bool past_census = false;     // only what no school census tells
};

// The school census is a term behind, and one school's return of its last term was never made: it
// sends its registers instead, and what else a census tells of its pupils comes another way.
std::string school_of(const FamilyLife& family);  // `SCH17`: one for all its children
bool sends_registers(const FamilyLife& family, Date on);
bool census_tells(const FamilyLife& family, const TrueRecord& record);
// Of those looked after, children's services tell that they were missing; of others the police do.
bool missing_from_care(const FamilyLife& family, const TrueRecord& record);
inline constexpr std::string_view kRegisters = "daily-attendance";
inline constexpr std::string_view kEducationExtract = "family-context-education";
inline constexpr int kDaysUntilSent = 9;  // from the last day a delivery is about

struct AgencyList {
  std::string_view feed;
  int months;  // of one file
  char delimiter;
  DateStyle dates;
  Letters letters;
  // `header=cell;…`, where a cell is one of kCells below, or a record's field, then `:codes` where
  // the list writes codes of its own.
  std::string_view columns;
  std::span<const ListTells> tells;
  bool workbook = false;  // with a title above the header
  bool totals = false;    // a line of them at the foot
  int first_month = 0;    // of the story, with a file
  // Of a family with such a record it keeps who is related to whom, in rows with this word.
  std::span<const Told> keeps_relations_of = {};
  std::string_view relation_word = {};
};

std::span<const AgencyList> agency_lists();

// What a list writes for a word of ours: `VIC` for `victim` by the codes `role`.
std::string_view code_of(std::string_view codes, std::string_view word);

std::string written(Date day, DateStyle style);

// One delivery of a list, or of a yearly or termly return.
struct Delivery {
  Date first;
  Date last;
  Date sent;
};
std::vector<Delivery> deliveries_of(const AgencyList& list);
std::string file_of(const AgencyList& list, const Delivery& delivery);

// When, and by whom, the council is told of a record first.
struct FirstTold {
  std::string_view feed;
  Date on;
};
std::optional<FirstTold> first_told(const FamilyLife& family, const TrueRecord& record);
bool is_told_by(const AgencyList& list, const FamilyLife& family, const TrueRecord& record,
                const ListTells** how = nullptr);

// The days told of each record type, by feed: every list's and return's deliveries.
struct CoveredBy {
  std::string_view feed;
  std::vector<Delivery> deliveries;
  std::vector<std::string_view> types;
};
std::vector<CoveredBy> covered_by();

}  // namespace hearth
