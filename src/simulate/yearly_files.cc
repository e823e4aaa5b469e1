#include "simulate/yearly_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ranges>

namespace hearth {
namespace {

constexpr std::string_view kNeed = "children-in-need";
constexpr std::string_view kCare = "looked-after";
constexpr int kEpisodeDays = 30;  // of a referral that leads to nothing

std::vector<const TrueRecord*> records_of(const FamilyLife& family, std::size_t child, Told told) {
  std::vector<const TrueRecord*> found;
  for (const auto& record : family.records) {
    if (record.person == child && record.told == told) found.push_back(&record);
  }
  std::ranges::sort(found, {}, &TrueRecord::start);
  return found;
}

void put_element(std::string& xml, std::string_view name, std::string_view text) {
  if (!text.empty()) xml += fmt::format("<{0}>{1}</{0}>", name, text);  // no text needs escaping
}

// One episode of need: a referral and what came of it before the next.
struct Episode {
  const TrueRecord* referral = nullptr;
  Date closes;
  std::vector<const TrueRecord*> parts;
};

std::vector<Episode> episodes_of(const FamilyLife& family, std::size_t child) {
  std::vector<Episode> episodes;
  for (const auto* referral : records_of(family, child, Told::Referral)) {
    episodes.push_back({referral, referral->start + kEpisodeDays, {}});
  }
  for (const auto told : {Told::CinPlan, Told::Section47, Told::CpPlan}) {
    for (const auto* part : records_of(family, child, told)) {
      const auto episode = std::ranges::find_if(
          episodes | std::views::reverse,
          [&](const Episode& candidate) { return candidate.referral->start <= part->start; });
      if (episode == episodes.rend()) continue;
      episode->parts.push_back(part);
      episode->closes = std::max(episode->closes, part->end);
    }
  }
  return episodes;
}

std::string day_by(Date day, Date last) { return day <= last ? to_text(day) : ""; }

void put_part(std::string& xml, const TrueRecord& part, Date last) {
  if (part.told == Told::CinPlan) {
    xml += "<CINPlanDates>";
    put_element(xml, "CINPlanStartDate", to_text(part.start));
    put_element(xml, "CINPlanEndDate", day_by(part.end, last));
    xml += "</CINPlanDates>";
  } else if (part.told == Told::Section47) {
    const bool substantiated = part.fields[0] == "yes";
    xml += "<Section47>";
    put_element(xml, "S47ActualStartDate", to_text(part.start));
    put_element(xml, "DateOfInitialCPC", substantiated ? to_text(part.start) : "");
    put_element(xml, "ICPCnotRequired", substantiated ? "false" : "true");
    xml += "</Section47>";
  } else {
    xml += "<ChildProtectionPlans>";
    put_element(xml, "CPPstartDate", to_text(part.start));
    put_element(xml, "CPPendDate", day_by(part.end, last));
    xml += "</ChildProtectionPlans>";
  }
}

std::string details_of(const Episode& episode, Date last) {
  std::string xml = "<CINdetails>";
  put_element(xml, "CINreferralDate", to_text(episode.referral->start));
  put_element(xml, "CINclosureDate", day_by(episode.closes, last));
  for (const auto* part : episode.parts) {
    if (part->start <= last) put_part(xml, *part, last);
  }
  return xml + "</CINdetails>";
}

std::string slashes(Date day) { return written(day, DateStyle::Slashes); }

}  // namespace

YearlyFiles::YearlyFiles(std::uint64_t seed, const MistakeRates& mistakes,
                         const std::filesystem::path& folder, TruthFiles& truth)
    : need_(seed, kNeed, mistakes,
            {.names = false,
             .address = false,
             .postcode = false,
             .identifiers = false,
             .own_number = false}),
      care_(seed, kCare, mistakes, {.names = false, .address = false, .postcode = false}) {
  for (int month = 0; month < kMonths; month += 12) {
    const auto last = month_start(month + 12) - 1;
    const int year = year_month_day(last).year;
    const Delivery delivery{month_start(month), last, last + 9};
    auto& files = years_.emplace_back(
        Year{year, delivery.first, last, RowFile(folder / fmt::format("cin_{}.xml", year)),
             RowFile(folder / fmt::format("ssda903_{}_header.csv", year)),
             RowFile(folder / fmt::format("ssda903_{}_episodes.csv", year)),
             RowFile(folder / fmt::format("ssda903_{}_missing.csv", year))});
    files.need.raw(fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message><Header><CollectionDetails>"
        "<Collection>CIN</Collection><Year>{}</Year><ReferenceDate>{}</ReferenceDate>"
        "</CollectionDetails><Source><DateTime>{}T09:00:00</DateTime></Source></Header>"
        "<Children>\n",
        year, to_text(last), to_text(delivery.sent)));
    files.header.row(std::array<std::string_view, 7>{"CHILD", "SEX", "DOB", "ETHNIC", "UPN",
                                                     "MOTHER", "MC_DOB"});
    files.episodes.row(std::array<std::string_view, 13>{
        "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
        "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"});
    files.missing.row(
        std::array<std::string_view, 5>{"CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"});
    truth.add_load(kNeed, files.need.name(), delivery);
    for (const auto* file : {&files.header, &files.episodes, &files.missing}) {
      truth.add_load(kCare, file->name(), delivery);
    }
  }
}

void YearlyFiles::add(const FamilyLife& family, TruthFiles& truth) {
  for (std::size_t i = 0; i < family.people.size(); ++i) {
    if (family.people[i].parent) continue;
    for (auto& year : years_) {
      add_child_in_need(year, family, i, truth);
      add_looked_after(year, family, i, truth);
    }
  }
}

void YearlyFiles::add_child_in_need(Year& year, const FamilyLife& family, std::size_t child,
                                    TruthFiles& truth) {
  std::string details;
  for (const auto& episode : episodes_of(family, child)) {
    if (episode.referral->start > year.last || episode.closes < year.first) continue;
    details += details_of(episode, year.last);
  }
  if (details.empty()) return;
  const auto& who = family.people[child];
  auto seen = need_.see(family, child, year.last);
  seen.identifiers.upn = who.identifiers.upn;
  const auto id = seen.identifiers.upn.empty() ? seen.local_id : seen.identifiers.upn;
  truth.add_row(kNeed, year.need.name(), "children", ++year.children, who, id, seen.mistakes);
  std::string xml = "<Child><ChildIdentifiers>";
  put_element(xml, "LAchildID", seen.local_id);
  put_element(xml, "UPN", seen.identifiers.upn);
  put_element(xml, "UPNunknown", seen.identifiers.upn.empty() ? "UN1" : "");
  put_element(xml, "PersonBirthDate", seen.born ? to_text(*seen.born) : "");
  put_element(xml, "GenderCurrent", seen.female ? "2" : "1");
  year.need.raw(xml + "</ChildIdentifiers>" + details + "</Child>\n");
}

void YearlyFiles::add_looked_after(Year& year, const FamilyLife& family, std::size_t child,
                                   TruthFiles& truth) {
  bool introduced = false;
  for (const auto* care : records_of(family, child, Told::LookedAfter)) {
    if (care->start > year.last || care->end < year.first) continue;
    const auto& who = family.people[child];
    const auto seen = care_.see(family, child, year.last);
    if (!introduced) {
      truth.add_row(kCare, year.header.name(), "children", year.header.rows() + 1, who,
                    seen.local_id, seen.mistakes);
      year.header.row(std::array<std::string_view, 7>{seen.local_id, seen.female ? "2" : "1",
                                                      seen.born ? slashes(*seen.born) : "", "WBRI",
                                                      seen.identifiers.upn, "", ""});
    }
    introduced = true;
    const bool ended = care->end <= year.last;
    year.episodes.row(std::array<std::string_view, 13>{
        seen.local_id, slashes(care->start), "S", "C2", "N1", "U1", "PR1",
        ended ? slashes(care->end) : "", ended ? "E4A" : "", "", seen.postcode, "", ""});
  }
  if (introduced) add_missing(year, family, child);
}

// Of children the header has; an episode that runs on into the next year is told in both.
void YearlyFiles::add_missing(Year& year, const FamilyLife& family, std::size_t child) {
  for (const auto* episode : records_of(family, child, Told::MissingEpisode)) {
    if (!missing_from_care(family, *episode)) continue;
    if (episode->start > year.last || episode->end < year.first) continue;
    const auto seen = care_.see(family, child, year.last);
    year.missing.row(std::array<std::string_view, 5>{
        seen.local_id, seen.born ? slashes(*seen.born) : "", "M", slashes(episode->start),
        episode->end <= year.last ? slashes(episode->end) : ""});
  }
}

Result<void> YearlyFiles::finish() {
  for (auto& year : years_) year.need.raw("</Children></Message>\n");
  return put_away();
}

Result<void> YearlyFiles::put_away(std::size_t more_than) {
  for (auto& year : years_) {
    for (auto* file : {&year.need, &year.header, &year.episodes, &year.missing}) {
      HEARTH_TRY(file->put_away(more_than));
    }
  }
  return {};
}

}  // namespace hearth
