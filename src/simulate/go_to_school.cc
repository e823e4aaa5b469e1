// School: places, the sessions of each term, suspensions, special needs, and what comes before and
// after school.
#include <fmt/format.h>

#include <algorithm>

#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

// The term that is not over when the story ends. No census tells of it yet; schools' notices do.
const CouncilTerm kRunningTerm = {
    "2025-spring",         2025, "spring", date_of({2025, 1, 1}), date_of({2025, 4, 20}),
    date_of({2025, 1, 6}), 128};

class Schooling {
 public:
  Schooling(FamilyLife& family, std::uint64_t seed)
      : family_(family), chance_(seed, family.number, "school") {}

  void run() {
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const auto& person = family_.people[i];
      if (person.parent) continue;
      before_school(i);
      if (!person.identifiers.upn.empty()) at_school(i);
      after_school(i);
    }
  }

 private:
  // 1 September of the school year that begins after the birthday.
  static Date september(const LivedPerson& child, int birthday_reached) {
    const auto born = year_month_day(child.born);
    const int late = born.month >= 9 ? 1 : 0;
    return date_of({born.year + birthday_reached + late, 9, 1});
  }

  void before_school(std::size_t child) {
    const auto& who = family_.people[child];
    const auto school = september(who, 4);
    const auto nursery = september(who, 3);
    if (chance_.percent(92)) {
      family_.tell(Told::EarlyYearsPlace, child, nursery, school - 1);
      family_.tell(Told::EarlyYearsEntitlement, child, nursery, school - 1);
    } else if (family_.strain > 0 && chance_.percent(60)) {
      const auto two = birthday(who.born, 2) + 30;
      if (two < nursery) family_.tell(Told::EarlyYearsEntitlement, child, two, nursery - 1);
    }
    const auto profile = school + 300;
    if (chance_.percent(98)) {
      const bool good = chance_.percent(at(kGoodLevel, family_.strain_on(profile)));
      family_.tell(Told::EarlyYearsProfile, child, profile, {good ? "yes" : "no"});
    }
  }

  void at_school(std::size_t child) {
    const auto& who = family_.people[child];
    const auto begins = september(who, 4);
    const auto leaves = september(who, 16) - 32;  // 31 July
    if (chance_.percent(at(kHomeEducated, family_.strain))) return teach_at_home(child, begins);
    tell_places(child, begins, leaves);
    const int own = chance_.heaped(70) - 104;  // how much more or less than others, in percent
    bool changed = false;
    for (const auto& term : council_terms()) {
      if (begins > term.opens || leaves < term.last) continue;
      attend(child, term, own);
      changed = changed || behave(child, term, changed);
    }
    need_support(child, begins, leaves);
    if (leaves > last_day()) (void)behave(child, kRunningTerm, changed);
  }

  void teach_at_home(std::size_t child, Date begins) {
    const auto first = std::max(begins, first_day() + chance_.below(700));
    family_.tell(Told::OtherSchoolPlace, child, first, kForever,
                 {chance_.percent(25) && family_.strain > 1 ? "none" : "home_education"});
    if (family_.strain > 1) {
      const auto panel = first + chance_.between(20, 200);
      family_.tell(Told::MissingEducationPanel, child, panel, panel + chance_.between(30, 200));
    }
  }

  // One school to eleven, another after; some children change school between terms.
  void tell_places(std::size_t child, Date begins, Date leaves) {
    const auto secondary = september(family_.people[child], 11);
    auto from = begins;
    for (const auto& term : council_terms()) {
      const bool last = &term == &council_terms().back();
      if (term.last < from || last || term.last >= leaves) continue;
      const auto next = (&term + 1)->opens;
      const bool moves_up = from < secondary && term.season == "summer" && next >= secondary;
      if (!moves_up && !chance_.per_thousand(8)) continue;
      family_.tell(Told::SchoolPlace, child, from, term.last, {"school"});
      from = moves_up ? secondary : next;
    }
    family_.tell(Told::SchoolPlace, child, from, leaves, {"school"});
  }

  void attend(std::size_t child, const CouncilTerm& term, int own) {
    const int strain = family_.strain_on(term.first);
    const int factor = 100 + own + chance_.between(-25, 25);
    const auto share = [&](const Rates& rates) {
      const int sessions = at(rates, strain) * std::max(5, factor) * term.possible / 100'000;
      return std::max(0, sessions + chance_.between(-2, 2));
    };
    const int authorised = std::min(share(kAuthorised), term.possible / 2);
    const int unauthorised = std::min(share(kUnauthorised), term.possible / 2);
    family_.tell(Told::SchoolTerm, child, term.first, term.last,
                 {fmt::format("{}", term.possible), fmt::format("{}", authorised),
                  fmt::format("{}", unauthorised)});
  }

  Date school_day(const CouncilTerm& term) {
    return term.opens + chance_.between(5, std::min(term.last, last_day()) - term.opens - 20);
  }

  // True once the school has given the child up.
  bool behave(std::size_t child, const CouncilTerm& term, bool excluded) {
    const int strain = family_.strain_on(term.first);
    const int age = family_.people[child].age(term.opens);
    const int rate = at(kSuspension, strain) * (age >= 11 ? 8 : 2);
    for (int more = 0; more < 3 && !excluded && chance_.per_thousand(rate / (more + 1)); ++more) {
      const int sessions = chance_.between(1, 4) * chance_.between(1, 3);
      family_.tell(Told::Suspension, child, school_day(term),
                   {fmt::format("{}", sessions / 2) + (sessions % 2 == 1 ? ".5" : "")});
    }
    if (age < 8 || excluded || !chance_.per_million(rate * 22)) return false;
    const auto day = school_day(term);
    if (chance_.percent(30)) {
      family_.tell(Told::ManagedMove, child, day);
      return false;
    }
    family_.tell(Told::PermanentExclusion, child, day);
    family_.tell(Told::OtherSchoolPlace, child, day + 7, day + chance_.between(120, 400),
                 {chance_.percent(60) ? "pupil_referral_unit" : "alternative_provision"});
    return true;
  }

  void need_support(std::size_t child, Date begins, Date leaves) {
    const auto noticed = std::max(begins, first_day() - 400) + chance_.below(900);
    if (noticed >= leaves) return;
    const bool plan = chance_.percent(at(kEhcPlan, family_.strain));
    if (plan) {
      family_.tell(Told::SendAssessment, child, noticed);
      family_.tell(Told::EhcPlan, child, noticed + chance_.between(30, 140), kForever);
    } else if (chance_.percent(at(kSendSupport, family_.strain))) {
      family_.tell(Told::SendSupport, child, noticed, leaves);
      if (chance_.percent(25)) family_.tell(Told::SendAssessment, child, noticed + 20);
    }
  }

  void after_school(std::size_t child) {
    const auto& who = family_.people[child];
    const auto leaves = september(who, 16);
    const auto asked = leaves - 300;
    if (asked > first_day() && asked < last_day() && chance_.percent(95)) {
      const int strain = family_.strain_on(asked);
      const int roll = chance_.below(100) + strain * 22;
      family_.tell(Told::NeetRisk, child, asked,
                   {roll < 80    ? "green"
                    : roll < 110 ? "amber"
                                 : "red"});
    }
    if (leaves > last_day()) return;
    if (chance_.percent(at(kNeet, family_.strain_on(leaves)))) {
      const auto back = leaves + chance_.between(60, 500);
      family_.tell(Told::Neet, child, leaves + chance_.below(40), back);
      family_.tell(Told::Learning, child, back + 1, kForever, {"training", "16"});
    } else {
      const bool trade = chance_.percent(20);
      family_.tell(Told::Learning, child, leaves, leaves + 730,
                   {trade ? "apprenticeship" : "further", trade ? "30" : "16"});
    }
  }

  FamilyLife& family_;
  Random chance_;
};

}  // namespace

void go_to_school(FamilyLife& family, std::uint64_t seed) { Schooling(family, seed).run(); }

}  // namespace hearth
