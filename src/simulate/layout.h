// The record types a synthetic council tells of, with the fields it fills, as the catalogue names
// them. The order is the order of the enum.
#pragma once

#include <array>
#include <string_view>

namespace hearth {

enum class Told : unsigned char {
  Offence,
  Arrest,
  NamedSuspect,
  AsbIncident,
  AsbIntervention,
  Custody,
  Order,
  Exploitation,
  SchoolPlace,
  SchoolTerm,
  Suspension,
  PermanentExclusion,
  ManagedMove,
  MissingEducationPanel,
  OtherSchoolPlace,
  EhcPlan,
  SendSupport,
  SendAssessment,
  EarlyYearsPlace,
  EarlyYearsEntitlement,
  EarlyYearsProfile,
  NeetRisk,
  EarlyHelp,
  CinPlan,
  CpPlan,
  LookedAfter,
  Section47,
  Referral,
  FamilyGroupConference,
  MissingEpisode,
  YoungCarer,
  RiskPanel,
  Benefit,
  Employment,
  Earnings,
  Neet,
  Learning,
  Debt,
  RentArrears,
  DebtPlan,
  Foodbank,
  FreeSchoolMeals,
  Homeless,
  TemporaryAccommodation,
  EvictionThreat,
  DomesticIncident,
  Marac,
  Score,
  Registration,
  CheckUp,
  Vaccinations,
  Pregnancy,
  Birth,
  HospitalVisit,
  Caseload,
  AdmissionRisk,
  Programme,
  Concern,
  Statement,
};
inline constexpr std::size_t kToldCount = static_cast<std::size_t>(Told::Statement) + 1;
inline constexpr std::size_t kMostFields = 4;

enum class Dated { Day, Spell };  // one `date`, or `start_date` and `end_date`

struct Layout {
  std::string_view type;
  Dated dated;
  std::array<std::string_view, kMostFields> fields;  // as far as they are named
};

inline constexpr std::array<Layout, kToldCount> kLayouts = {{
    {"offence", Dated::Day, {"proven", "category"}},
    {"arrest", Dated::Day, {}},
    {"named_suspect", Dated::Day, {}},
    {"asb_incident", Dated::Day, {}},
    {"asb_intervention", Dated::Day, {"kind"}},
    {"custody", Dated::Spell, {"release_due"}},
    {"order", Dated::Spell, {"kind", "result"}},
    {"exploitation", Dated::Day, {"kind", "role"}},
    {"school_place", Dated::Spell, {"kind"}},
    {"school_term", Dated::Spell, {"possible", "authorised", "unauthorised"}},
    {"suspension", Dated::Day, {"days"}},
    {"permanent_exclusion", Dated::Day, {}},
    {"managed_move", Dated::Day, {}},
    {"missing_education_panel", Dated::Spell, {}},
    {"school_place", Dated::Spell, {"kind"}},  // told by the education service, not by a school
    {"ehc_plan", Dated::Spell, {}},
    {"send_support", Dated::Spell, {}},
    {"send_assessment", Dated::Day, {}},
    {"early_years_place", Dated::Spell, {}},
    {"early_years_entitlement", Dated::Spell, {}},
    {"early_years_profile", Dated::Day, {"good_level"}},
    {"neet_risk", Dated::Day, {"level"}},
    {"early_help", Dated::Spell, {"result"}},
    {"cin_plan", Dated::Spell, {}},
    {"cp_plan", Dated::Spell, {}},
    {"looked_after", Dated::Spell, {}},
    {"section47", Dated::Day, {"substantiated"}},
    {"referral", Dated::Day, {"service"}},
    {"family_group_conference", Dated::Day, {"successful"}},
    {"missing_episode", Dated::Spell, {}},
    {"young_carer", Dated::Spell, {}},
    {"risk_panel", Dated::Day, {"subject", "level"}},
    {"benefit", Dated::Spell, {"kind", "regime"}},
    {"employment", Dated::Spell, {"hours", "self_employed"}},
    {"earnings", Dated::Day, {"amount"}},
    {"neet", Dated::Spell, {}},
    {"learning", Dated::Spell, {"kind", "hours"}},
    {"debt", Dated::Day, {"amount", "monthly_income"}},
    {"rent_arrears", Dated::Day, {"amount"}},
    {"debt_plan", Dated::Spell, {}},
    {"foodbank", Dated::Day, {}},
    {"free_school_meals", Dated::Spell, {"claimed"}},
    {"homeless", Dated::Spell, {}},
    {"temporary_accommodation", Dated::Spell, {"at_risk"}},
    {"eviction_threat", Dated::Spell, {}},
    {"domestic_incident", Dated::Day, {"role", "honour_based"}},
    {"marac", Dated::Day, {"role"}},
    {"score", Dated::Day, {"instrument", "value"}},
    {"registration", Dated::Spell, {"kind"}},
    {"check_up", Dated::Day, {"kind"}},
    {"vaccinations", Dated::Day, {"up_to_date"}},
    {"pregnancy", Dated::Spell, {"due"}},
    {"birth", Dated::Day, {}},
    {"hospital_visit", Dated::Day, {"kind"}},
    {"caseload", Dated::Spell, {"kind"}},
    {"admission_risk", Dated::Day, {"level"}},
    {"programme", Dated::Spell, {"kind", "result", "evidence_based"}},
    {"concern", Dated::Day, {"topic", "by"}},
    {"statement", Dated::Day, {"kind", "topic", "by", "signed"}},
}};

constexpr const Layout& layout_of(Told told) { return kLayouts[static_cast<std::size_t>(told)]; }

}  // namespace hearth
