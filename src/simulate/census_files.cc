#include "simulate/census_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "simulate/identifiers.h"

namespace hearth {
namespace {

constexpr std::string_view kFeed = "school-census";
constexpr std::string_view kMonthNames = "JanFebMarAprMayJunJulAugSepOctNovDec";

constexpr std::array<std::string_view, 21> kPupilColumns = {"pupilonrolltableid",
                                                            "NativeId",
                                                            "dob",
                                                            "surname",
                                                            "forename",
                                                            "middlenames",
                                                            "preferredsurname",
                                                            "formersurname",
                                                            "upn",
                                                            "formerupn",
                                                            "uniquelearnernumber",
                                                            "sex",
                                                            "entrydate",
                                                            "pupilonrollorderseqcolumn",
                                                            "sourceid",
                                                            "schoolcensustableid",
                                                            "hoursatsetting",
                                                            "schoollunchtaken",
                                                            "parttime",
                                                            "topupfunding",
                                                            "termlysessionspossible"};
constexpr std::array<std::string_view, 7> kSessionColumns = {
    "pupilonrolltableid",
    "NativeId",
    "termlysessiondetailsonrolltableid",
    "termlysessiondetailsonrollorderseqcolumn",
    "sourceid",
    "sessions",
    "attendancereason"};
constexpr std::array<std::string_view, 12> kSuspensionColumns = {
    "pupilonrolltableid",
    "NativeId",
    "termlyexclusionsonrolltableid",
    "termlyexclusionsonrollorderseqcolumn",
    "sourceid",
    "startdate",
    "sessions",
    "reason1",
    "reason2",
    "reason3",
    "category",
    "senprovision"};

std::string census_day(Date day) {
  const auto [year, month, of_month] = year_month_day(day);
  return fmt::format("{}-{}-{:02} 00:00:00", year,
                     kMonthNames.substr(static_cast<std::size_t>(month - 1) * 3, 3), of_month);
}

RowFile begun(const std::filesystem::path& folder, const CouncilTerm& term, std::string_view table,
              std::span<const std::string_view> header) {
  RowFile file(folder / fmt::format("{}_{}_{}.csv", term.year, term.season, table));
  file.row(header);
  return file;
}

// The place that has the child at the end of the term.
const TrueRecord* place_of(const FamilyLife& family, std::size_t child, Date on) {
  for (const auto& record : family.records) {
    if (record.told == Told::SchoolPlace && record.person == child && record.start <= on &&
        on <= record.end) {
      return &record;
    }
  }
  return nullptr;
}

}  // namespace

CensusFiles::CensusFiles(std::uint64_t seed, const MistakeRates& mistakes,
                         const std::filesystem::path& folder, TruthFiles& truth)
    : agency_(seed, kFeed, mistakes,
              {.address = false, .postcode = false, .identifiers = false, .own_number = false}) {
  for (const auto& term : council_terms()) {
    terms_.push_back({term, begun(folder, term, "pupilonroll", kPupilColumns),
                      begun(folder, term, "termlysessiondetailsonroll", kSessionColumns),
                      begun(folder, term, "termlyexclusionsonroll", kSuspensionColumns)});
    const Delivery delivery{term.first, term.last, term.last + 9};
    auto& files = terms_.back();
    for (const auto* file : {&files.pupils, &files.sessions, &files.suspensions}) {
      truth.add_load(kFeed, file->name(), delivery);
    }
  }
}

void CensusFiles::add(const FamilyLife& family, TruthFiles& truth) {
  for (const auto& record : family.records) {
    if (record.told != Told::SchoolTerm || !census_tells(family, record)) continue;
    const auto files = std::ranges::find_if(
        terms_, [&](const Term& term) { return term.term.first == record.start; });
    add_pupil(*files, family, record, truth);
  }
}

void CensusFiles::add_pupil(Term& files, const FamilyLife& family, const TrueRecord& attendance,
                            TruthFiles& truth) {
  const auto child = attendance.person;
  const auto& who = family.people[child];
  const auto* place = place_of(family, child, files.term.last);
  if (!place) return;
  auto seen = agency_.see(family, child, files.term.last);
  seen.identifiers.upn = who.identifiers.upn;  // a school always has it
  const auto local = local_number(who.number, 77);
  const auto key = fmt::format("{:08x}-{:03x}", local, local % 4096);
  truth.add_row(kFeed, files.pupils.name(), "pupils", files.pupils.rows() + 1, who,
                seen.identifiers.upn, seen.mistakes);
  files.pupils.row(std::array<std::string_view, 21>{key,
                                                    school_of(family),
                                                    seen.born ? census_day(*seen.born) : "",
                                                    seen.surname,
                                                    seen.forename,
                                                    seen.middle_name,
                                                    "",
                                                    "",
                                                    seen.identifiers.upn,
                                                    "",
                                                    "",
                                                    seen.female ? "F" : "M",
                                                    census_day(place->start),
                                                    "1",
                                                    "",
                                                    "",
                                                    "",
                                                    "",
                                                    "False",
                                                    "False",
                                                    attendance.fields[0] + ".0"});
  add_sessions(files, key, std::stoi(attendance.fields[1]), std::stoi(attendance.fields[2]));
  add_suspensions(files, family, child, key);
}

void CensusFiles::add_sessions(Term& files, const std::string& key, int authorised,
                               int unauthorised) {
  const std::array<std::pair<const char*, int>, 4> reasons = {
      std::pair{"I", authorised - authorised / 3}, std::pair{"M", authorised / 3},
      std::pair{"O", unauthorised - unauthorised / 4}, std::pair{"U", unauthorised / 4}};
  for (const auto& [reason, count] : reasons) {
    if (count == 0) continue;
    files.sessions.row(
        std::array<std::string_view, 7>{key, "", fmt::format("{:08x}", files.sessions.rows()), "1",
                                        "", fmt::format("{}.0", count), reason});
  }
}

void CensusFiles::add_suspensions(Term& files, const FamilyLife& family, std::size_t child,
                                  const std::string& key) {
  for (const auto& record : family.records) {
    const bool permanent = record.told == Told::PermanentExclusion;
    if (record.person != child || (!permanent && record.told != Told::Suspension)) continue;
    if (record.start < files.term.first || record.start > files.term.last) continue;
    const auto days = permanent ? 0.0 : std::stod(record.fields[0]);
    files.suspensions.row(std::array<std::string_view, 12>{
        key, "", fmt::format("{:08x}", files.suspensions.rows()), "1", "", census_day(record.start),
        fmt::format("{:.1f}", days * 2), "PP", "", "", permanent ? "PERM" : "FIXD", ""});
  }
}

Result<void> CensusFiles::put_away(std::size_t more_than) {
  for (auto& term : terms_) {
    for (auto* file : {&term.pupils, &term.sessions, &term.suspensions}) {
      HEARTH_TRY(file->put_away(more_than));
    }
  }
  return {};
}

}  // namespace hearth
