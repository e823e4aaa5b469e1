// Crime and abuse: what family members do, and what is done to them.
#include <fmt/format.h>

#include <array>

#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

constexpr std::array<const char*, 10> kCategories = {
    "theft",   "violence", "criminal_damage", "public_order", "drugs",
    "driving", "burglary", "robbery",         "weapons",      "fraud"};

class Crime {
 public:
  Crime(FamilyLife& family, std::uint64_t seed)
      : family_(family), chance_(seed, family.number, "crime") {}

  void run() {
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const bool inclined = chance_.percent(family_.people[i].female ? 25 : 60);
      for (int month = 0; month < kMonths; ++month) {
        const auto day = month_start(month) + chance_.below(28);
        if (family_.people[i].is_member(day) && inclined) pass(i, day);
      }
    }
    if (family_.strain > 0) quarrel();
  }

 private:
  void pass(std::size_t person, Date day) {
    const int age = family_.people[person].age(day);
    const int strain = family_.strain_on(day);
    if (age < 10 || age > 55) return;
    if (chance_.per_thousand(at(kOffence, strain))) offend(person, day, age);
    if (chance_.per_thousand(at(kAsb, strain))) annoy(person, day);
    if (age >= 18 || age < 11) return;
    if (chance_.per_thousand(at(kExploitation, strain))) be_exploited(person, day);
    if (chance_.per_thousand(at(kMissing, strain))) {
      family_.tell(Told::MissingEpisode, person, day, day + chance_.below(4));
    }
  }

  void offend(std::size_t person, Date day, int age) {
    const auto category = chance_.pick(std::span<const char* const>(kCategories));
    const int roll = chance_.below(100);
    if (roll < 30) {
      family_.tell(Told::NamedSuspect, person, day);
      return;
    }
    if (roll < 65) family_.tell(Told::Arrest, person, day + chance_.below(10));
    const bool proven = chance_.percent(45);
    family_.tell(Told::Offence, person, day, {proven ? "yes" : "no", category});
    if (proven) sentence(person, day + chance_.between(40, 160), age);
  }

  void sentence(std::size_t person, Date day, int age) {
    const auto length = chance_.between(120, 540);
    if (age >= 18 && chance_.percent(15)) {
      const auto due = day + length;
      if (due > last_day()) return;
      family_.tell(Told::Custody, person, day, due, {to_text(due)});
      family_.tell(Told::Order, person, due + 1, due + 180, {"licence", result()});
    } else if (chance_.percent(60)) {
      const auto until = day + length;
      family_.tell(
          Told::Order, person, day, until,
          {age >= 18 ? "community_order" : "supervision", until > last_day() ? "" : result()});
    }
  }

  const char* result() {
    const int roll = chance_.below(100);
    return roll < 70 ? "completed" : roll < 90 ? "breached" : "revoked";
  }

  void annoy(std::size_t person, Date day) {
    family_.tell(Told::AsbIncident, person, day);
    if (!chance_.percent(30)) return;
    const int roll = chance_.below(100);
    family_.tell(Told::AsbIntervention, person, day + chance_.between(3, 40),
                 {roll < 60   ? "warning"
                  : roll < 85 ? "contract"
                              : "notice"});
  }

  void be_exploited(std::size_t child, Date day) {
    const int roll = chance_.below(100);
    const char* kind = roll < 40   ? "county_lines"
                       : roll < 65 ? "sexual"
                       : roll < 85 ? "gang"
                                   : "criminal";
    family_.tell(Told::Exploitation, child, day,
                 {kind, chance_.percent(70) ? "at_risk" : "victim"});
    const char* level = "high";
    for (auto panel = day + 20; panel <= last_day() && panel < day + 300; panel = panel + 70) {
      family_.tell(Told::RiskPanel, child, panel,
                   {roll >= 40 && roll < 65 ? "sexual" : "criminal", level});
      if (chance_.percent(family_.responds ? 55 : 20)) level = level[0] == 'h' ? "medium" : "low";
    }
  }

  // Between two adults of whom one is the victim, before the children or not.
  void quarrel() {
    const int abusive = std::array{0, 12, 35, 55}[static_cast<std::size_t>(family_.strain)];
    if (!chance_.percent(abusive)) return;
    for (int month = 0; month < kMonths; ++month) {
      const auto day = month_start(month) + chance_.below(28);
      if (chance_.per_thousand(at(kDomesticIncident, family_.strain_on(day)) * 2)) incident(day);
    }
  }

  void incident(Date day) {
    std::size_t other = 0;
    for (std::size_t i = 1; i < family_.people.size(); ++i) {
      if (family_.people[i].parent && family_.people[i].joined <= day) other = i;
    }
    const char* honour = chance_.per_thousand(15) ? "yes" : "no";
    family_.tell(Told::DomesticIncident, 0, day, {"victim", honour});
    if (other > 0) family_.tell(Told::DomesticIncident, other, day, {"perpetrator", honour});
    for (std::size_t i = 1; i < family_.people.size(); ++i) {
      const auto& child = family_.people[i];
      if (child.is_child(day) && child.is_member(day) && child.born < day && chance_.percent(50)) {
        family_.tell(Told::DomesticIncident, i, day, {"witness", honour});
      }
    }
    if (!chance_.percent(12 * family_.strain)) return;
    family_.tell(Told::Marac, 0, day + 18, {"victim"});
    if (other > 0) family_.tell(Told::Marac, other, day + 18, {"perpetrator"});
  }

  FamilyLife& family_;
  Random chance_;
};

}  // namespace

void meet_crime(FamilyLife& family, std::uint64_t seed) { Crime(family, seed).run(); }

}  // namespace hearth
