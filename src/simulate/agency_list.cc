#include "simulate/agency_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hearth {
namespace {

constexpr std::uint64_t kSchools = 40;
constexpr std::uint64_t kRegisterSchool = 1;
constexpr int kCensusEnds = 33;  // the month

constexpr ListTells kNotices[] = {{Told::Suspension, "Suspension", {}, {}, true},
                                  {Told::PermanentExclusion, "Permanent", {}, {}, true}};
constexpr ListTells kCrime[] = {
    {Told::Offence, "Offence"}, {Told::Arrest, "Arrest"}, {Told::NamedSuspect, "Suspect"}};
constexpr ListTells kIncidents[] = {{Told::DomesticIncident, "DA"}};
constexpr ListTells kAsb[] = {{Told::AsbIncident, "Incident"},
                              {Told::AsbIntervention, "Intervention"}};
constexpr ListTells kMissing[] = {{Told::MissingEpisode, "Missing"}};
constexpr ListTells kYouth[] = {{Told::Order, "Order", "supervision"}};
constexpr ListTells kProbation[] = {{Told::Order, "Order", {}, "supervision"},
                                    {Told::Custody, "Custody"}};
constexpr ListTells kMarac[] = {{Told::Marac, "Heard"}};
constexpr ListTells kPanel[] = {{Told::Exploitation, "Report"}, {Told::RiskPanel, "Panel"}};
constexpr ListTells kOtherEducation[] = {{Told::OtherSchoolPlace, "Provision"},
                                         {Told::MissingEducationPanel, "CME panel"},
                                         {Told::ManagedMove, "Managed move"}};
constexpr ListTells kSend[] = {
    {Told::EhcPlan, "EHCP"}, {Told::SendSupport, "Support"}, {Told::SendAssessment, "Assessment"}};
constexpr ListTells kEarlyYears[] = {{Told::EarlyYearsPlace, "Place"},
                                     {Told::EarlyYearsEntitlement, "Funded hours"},
                                     {Told::EarlyYearsProfile, "EYFSP"}};
constexpr ListTells kNccis[] = {
    {Told::Neet, "NEET"}, {Told::Learning, "EET"}, {Told::NeetRisk, "RONI"}};
constexpr ListTells kMeals[] = {{Told::FreeSchoolMeals, "FSM"}};
constexpr ListTells kEarlyHelp[] = {{Told::EarlyHelp, "Episode"},
                                    {Told::YoungCarer, "Young carer"},
                                    {Told::FamilyGroupConference, "FGC"}};
constexpr ListTells kBenefits[] = {
    {Told::Benefit, "Benefit"}, {Told::Employment, "Employment"}, {Told::Earnings, "Earnings"}};
constexpr ListTells kHomeless[] = {{Told::Homeless, "Duty"},
                                   {Told::TemporaryAccommodation, "TA"},
                                   {Told::EvictionThreat, "Notice"}};
constexpr ListTells kRent[] = {{Told::RentArrears, "Balance"}};
constexpr ListTells kDebt[] = {
    {Told::Debt, "Statement"}, {Told::DebtPlan, "Plan"}, {Told::Foodbank, "Voucher"}};
constexpr ListTells kVisiting[] = {{Told::CheckUp, "Review"},
                                   {Told::Vaccinations, "Imms"},
                                   {Told::Caseload, "Caseload"},
                                   {Told::Registration, "Registered"}};
constexpr ListTells kHospital[] = {{Told::Pregnancy, "Booking"},
                                   {Told::Birth, "Birth"},
                                   {Told::HospitalVisit, "Attendance"},
                                   {Told::AdmissionRisk, "Risk"}};
constexpr ListTells kScores[] = {{Told::Score, "Score"}};
constexpr ListTells kProgrammes[] = {{Told::Programme, "Programme"}};
constexpr ListTells kNotes[] = {{Told::Concern, "Concern"}, {Told::Statement, "Statement"}};

constexpr Told kHelped[] = {Told::EarlyHelp, Told::YoungCarer, Told::FamilyGroupConference};
constexpr Told kHoused[] = {Told::Homeless, Told::TemporaryAccommodation, Told::EvictionThreat};
constexpr Told kCared[] = {Told::Referral, Told::CinPlan, Told::CpPlan, Told::Section47,
                           Told::LookedAfter};

constexpr std::array kLists = {
    AgencyList{"police-crime", 1, ',', DateStyle::Slashes, Letters::Utf8,
               "nominal_id=local_id;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "address=address;postcode=postcode;record_type=type;event_date=start;"
               "category=category;outcome=proven:outcome",
               kCrime},
    AgencyList{"police-incidents", 1, ',', DateStyle::Slashes, Letters::Utf8,
               "incident_type=type;person_ref=local_id;role=role:part;surname=surname;"
               "forename=forename;dob=birth_date;sex=sex;address=address;postcode=postcode;"
               "uprn=uprn;incident_date=start;honour_based=honour_based:yn",
               kIncidents},
    AgencyList{"asb", 3, ';', DateStyle::Slashes, Letters::Windows1252,
               "Case=local_id;Surname=surname;First name=forename;Address=address;"
               "Postcode=postcode;What=type;Date=start;Step=kind:step",
               kAsb, false, true},
    AgencyList{"missing", 1, ',', DateStyle::Slashes, Letters::Utf8,
               "person_ref=local_id;surname=surname;forenames=forename;date_of_birth=birth_date;"
               "home_address=address;home_postcode=postcode;missing_from=start;returned=end",
               kMissing},
    AgencyList{"youth-justice", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "yj_id=local_id;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "postcode=postcode;disposal=kind:order;start_date=start;end_date=end;"
               "outcome=result:result",
               kYouth},
    AgencyList{"probation", 3, ',', DateStyle::Named, Letters::Utf8,
               "CRN=local_id;Family name=surname;Given name=forename;DOB=birth_date;Sex=sex;"
               "Address=address;Postcode=postcode;Type=type;Order=kind:order;Started=start;"
               "Ended=end;Release due=release_due;Result=result:result",
               kProbation, true},
    AgencyList{"marac", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "case_no=local_id;surname=surname;forename=forename;dob=birth_date;address=address;"
               "postcode=postcode;meeting_date=start;party=role:party",
               kMarac, true},
    AgencyList{"exploitation-panel", 3, ',', DateStyle::Iso, Letters::Utf8,
               "la_child_id=local_id;forename=forename;surname=surname;dob=birth_date;upn=upn;"
               "entry=type;entry_date=start;kind=kind;role=role;subject=subject;level=level",
               kPanel},
    AgencyList{"education-other", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "upn=local_upn;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "postcode=postcode;entry=type;from=start;to=end;provision=kind:provision",
               kOtherEducation, true},
    AgencyList{"suspensions", 1, ',', DateStyle::Slashes, Letters::Utf8,
               "upn=local_upn;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "postcode=postcode;start_date=start;sessions=sessions;category=type;reason=none",
               kNotices, false, false, 28},
    AgencyList{"send", 3, ',', DateStyle::Iso, Letters::Utf8,
               "person_id=local_id;upn=upn;surname=surname;forename=forename;dob=birth_date;"
               "sex=sex;postcode=postcode;module=type;start_date=start;ceased_date=end",
               kSend},
    AgencyList{"early-years", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "child_id=local_id;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "address=address;postcode=postcode;entry=type;start=start;end=end;gld=good_level:yn",
               kEarlyYears},
    AgencyList{"nccis", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "ccis_id=local_id;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "postcode=postcode;upn=upn;record=type;start_date=start;end_date=end;"
               "activity=kind:activity;hours=hours;rag=level:rag",
               kNccis},
    AgencyList{"school-meals", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "upn=local_upn;pupil_surname=surname;pupil_forename=forename;dob=birth_date;"
               "eligible_from=start;eligible_to=end;claimed=claimed:yn",
               kMeals},
    AgencyList{"early-help", 3, ',', DateStyle::Iso, Letters::Utf8,
               "person_id=local_id;household_id=household;forename=forename;surname=surname;"
               "dob=birth_date;sex=sex;address=address;postcode=postcode;uprn=uprn;upn=upn;"
               "record=type;start_date=start;end_date=end;end_reason=result:closure;"
               "successful=successful:yn;address_restricted=protected;relationship=relation;"
               "related_person_id=related",
               kEarlyHelp, false, false, 0, kHelped, "Relation"},
    AgencyList{"social-care-people",
               3,
               ',',
               DateStyle::Slashes,
               Letters::Utf8,
               "person_id=local_id;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "address=address;postcode=postcode;uprn=uprn;address_restricted=protected;"
               "relationship=relation;related_person_id=related",
               {},
               false,
               false,
               0,
               kCared},
    AgencyList{"benefits", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "customer_ref=local_id;nino=nino;surname=surname;first_name=forename;dob=birth_date;"
               "address=address;postcode=postcode;record=type;start_date=start;end_date=end;"
               "benefit=kind:benefit;regime=regime:regime;weekly_hours=hours;"
               "self_employed=self_employed:yn;monthly_pay=amount",
               kBenefits},
    AgencyList{"homelessness", 3, ',', DateStyle::Iso, Letters::Utf8,
               "case_person_id=local_id;household_id=household;surname=surname;forename=forename;"
               "dob=birth_date;nino=nino;address=address;postcode=postcode;section=type;"
               "start_date=start;end_date=end;at_risk=at_risk:yn;address_restricted=protected;"
               "relationship=relation;related_person_id=related",
               kHomeless, false, false, 0, kHoused, "People"},
    AgencyList{"rent-arrears", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "account_ref=local_id;uprn=uprn;tenant_surname=surname;tenant_forename=forename;"
               "address=address;postcode=postcode;balance_date=start;arrears=amount",
               kRent},
    AgencyList{
        "debt-advice", 3, '\t', DateStyle::Slashes, Letters::Utf8,
        "client=local_id;surname=surname;forename=forename;dob=birth_date;"
        "postcode=postcode;entry=type;date=start;until=end;owed=amount;income=monthly_income",
        kDebt},
    AgencyList{"health-visiting", 3, ',', DateStyle::Slashes, Letters::Utf8,
               "nhs_number=local_nhs;surname=surname;forename=forename;dob=birth_date;sex=sex;"
               "address=address;postcode=postcode;entry=type;date=start;until=end;kind=kind:health;"
               "up_to_date=up_to_date:yn",
               kVisiting},
    AgencyList{
        "hospital", 3, ',', DateStyle::Slashes, Letters::Utf8,
        "nhs_number=local_nhs;surname=surname;forename=forename;dob=birth_date;sex=sex;"
        "postcode=postcode;entry=type;date=start;until=end;due=due;kind=kind:visit;risk=level",
        kHospital},
    AgencyList{"scores", 3, ',', DateStyle::Iso, Letters::Utf8,
               "client_id=local_id;forename=forename;surname=surname;dob=birth_date;"
               "completed_on=start;measure=instrument:measure;total=value",
               kScores},
    AgencyList{"programmes", 3, '|', DateStyle::Slashes, Letters::Utf8,
               "participant=local_id;surname=surname;forename=forename;dob=birth_date;"
               "postcode=postcode;programme=kind;started=start;ended=end;result=result;"
               "recognised=evidence_based:yn",
               kProgrammes},
    AgencyList{"case-notes", 1, ',', DateStyle::Iso, Letters::Utf8,
               "person_id=local_id;household_id=household;forename=forename;surname=surname;"
               "dob=birth_date;address=address;postcode=postcode;note=type;on=start;says=kind;"
               "topic=topic;by=by",
               kNotes},
};

struct Codes {
  std::string_view name;
  std::string_view pairs;  // `word=code;…`; a word that is not here stands as it is
};
constexpr std::array kCodes = {
    Codes{"yn", "yes=Y;no=N"},
    Codes{"outcome", "yes=Charged or cautioned;no=No further action"},
    Codes{"part", "victim=VIC;perpetrator=SUS;witness=WIT"},
    Codes{"party", "victim=V;perpetrator=P"},
    Codes{"step", "warning=Warning letter;contract=ABC;notice=CPN"},
    Codes{"order", "community_order=CO;licence=LIC;supervision=YRO"},
    Codes{"result", "completed=Completed;breached=Breached;revoked=Revoked"},
    Codes{"provision",
          "home_education=EHE;none=None;pupil_referral_unit=PRU;"
          "alternative_provision=AP"},
    Codes{"activity", "training=310;apprenticeship=330;further=220"},
    Codes{"rag", "green=G;amber=A;red=R"},
    Codes{"closure",
          "outcomes_met=Outcomes met;stepped_up=Step up;closed=NFA;"
          "disengaged=Disengaged"},
    Codes{"benefit", "uc=Universal Credit;ca=Carer's Allowance"},
    Codes{"regime",
          "intensive=Intensive work search;preparation=Work preparation;"
          "light_touch=Light touch;none=No requirements"},
    Codes{"health", "development=2-2.5y;dental=Dental;family_nurse=FNP;gp=GP"},
    Codes{"visit", "a_and_e=A&E;admission=Admission"},
    Codes{"measure", "sdq=SDQ;phq9=PHQ-9;relationship_quality=RQT;audit=AUDIT;dash=DASH"},
};

constexpr std::string_view kMonthNames = "JanFebMarAprMayJunJulAugSepOctNovDec";

Delivery delivery(Date first, Date last) { return {first, last, last + kDaysUntilSent}; }

std::vector<Delivery> every(int months, int from = 0) {
  std::vector<Delivery> all;
  for (int month = from; month < kMonths; month += months) {
    all.push_back(delivery(month_start(month), month_start(month + months) - 1));
  }
  return all;
}

std::vector<Delivery> every_term() {
  std::vector<Delivery> all;
  for (const auto& term : council_terms()) all.push_back(delivery(term.first, term.last));
  return all;
}

}  // namespace

std::span<const AgencyList> agency_lists() { return kLists; }

std::string_view code_of(std::string_view codes, std::string_view word) {
  const auto list = std::ranges::find(kCodes, codes, &Codes::name);
  if (list == kCodes.end()) return word;
  for (auto rest = list->pairs; !rest.empty();) {
    const auto pair = rest.substr(0, rest.find(';'));
    if (pair.starts_with(word) && pair.substr(word.size()).starts_with('=')) {
      return pair.substr(word.size() + 1);
    }
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
  }
  return word;
}

std::string written(Date day, DateStyle style) {
  const auto [year, month, of_month] = year_month_day(day);
  switch (style) {
    case DateStyle::Iso: return to_text(day);
    case DateStyle::Slashes: return fmt::format("{:02}/{:02}/{}", of_month, month, year);
    case DateStyle::Named:
      return fmt::format("{:02}-{}-{}", of_month,
                         kMonthNames.substr(static_cast<std::size_t>(month - 1) * 3, 3), year);
  }
  return {};
}

std::string school_of(const FamilyLife& family) {
  return fmt::format("SCH{}", family.number % kSchools);
}

bool sends_registers(const FamilyLife& family, Date on) {
  return family.number % kSchools == kRegisterSchool && on >= council_terms().back().first;
}

bool census_tells(const FamilyLife& family, const TrueRecord& record) {
  const bool of_census = record.told == Told::SchoolPlace || record.told == Told::SchoolTerm ||
                         record.told == Told::Suspension || record.told == Told::PermanentExclusion;
  return of_census && record.start < month_start(kCensusEnds) &&
         !sends_registers(family, record.start);
}

bool missing_from_care(const FamilyLife& family, const TrueRecord& record) {
  if (record.told != Told::MissingEpisode) return false;
  return std::ranges::any_of(family.records, [&](const TrueRecord& care) {
    return care.told == Told::LookedAfter && care.person == record.person &&
           care.start <= record.start && record.end <= care.end;
  });
}

std::vector<Delivery> deliveries_of(const AgencyList& list) {
  return every(list.months, list.first_month);
}

std::string file_of(const AgencyList& list, const Delivery& delivery) {
  const auto first = to_text(delivery.first);
  const auto* ending = list.workbook ? "xlsx" : "csv";
  if (list.months == 1) return fmt::format("{}_{}.{}", list.feed, first.substr(0, 7), ending);
  return fmt::format("{}_{}_{}.{}", list.feed, first, to_text(delivery.last), ending);
}

bool is_told_by(const AgencyList& list, const FamilyLife& family, const TrueRecord& record,
                const ListTells** how) {
  for (const auto& tells : list.tells) {
    if (tells.told != record.told) continue;
    if (!tells.only.empty() && record.fields[0] != tells.only) continue;
    if (!tells.never.empty() && record.fields[0] == tells.never) continue;
    if (tells.past_census && census_tells(family, record)) continue;
    if (missing_from_care(family, record)) continue;
    if (how) *how = &tells;
    return true;
  }
  return false;
}

std::vector<CoveredBy> covered_by() {
  std::vector<CoveredBy> all = {
      {"school-census",
       every_term(),
       {"school_place", "school_term", "suspension", "permanent_exclusion"}},
      {"children-in-need", every(12), {"referral", "section47", "cp_plan", "cin_plan"}},
      {"looked-after", every(12), {"looked_after"}},
      {kRegisters, {every_term().back()}, {"school_term"}}};
  for (const auto& list : kLists) {
    CoveredBy covered{list.feed, deliveries_of(list), {}};
    for (const auto& tells : list.tells) covered.types.push_back(layout_of(tells.told).type);
    all.push_back(std::move(covered));
  }
  return all;
}

std::optional<FirstTold> first_told(const FamilyLife& family, const TrueRecord& record) {
  static const auto kAll = covered_by();
  const auto last = last_day() + kDaysUntilSent;
  const auto feed = [&]() -> std::string_view {
    for (const auto& list : kLists) {
      if (is_told_by(list, family, record)) return list.feed;
    }
    if (record.told == Told::LookedAfter || missing_from_care(family, record)) {
      return "looked-after";
    }
    if (census_tells(family, record)) return "school-census";
    if (record.told == Told::SchoolTerm) return kRegisters;
    if (record.told == Told::SchoolPlace) return kEducationExtract;
    return "children-in-need";
  }();
  if (feed == kEducationExtract) return FirstTold{feed, last};
  const auto& covered = *std::ranges::find(kAll, feed, &CoveredBy::feed);
  for (const auto& delivery : covered.deliveries) {
    if (record.start <= delivery.last) return FirstTold{feed, delivery.sent};
  }
  return std::nullopt;
}

}  // namespace hearth
