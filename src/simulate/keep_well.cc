// Health: births, check-ups, vaccinations, visits to hospital.
#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

void grow_up(FamilyLife& family, Random& chance, std::size_t child) {
  const auto& who = family.people[child];
  const auto one = birthday(who.born, 1);
  family.tell(Told::Vaccinations, child, one + 40,
              {chance.percent(at(kVaccinated, family.strain)) ? "yes" : "no"});
  if (chance.percent(80 - family.strain * 10)) {
    family.tell(Told::CheckUp, child, birthday(who.born, 2) + chance.between(60, 200),
                {"development"});
  }
  if (who.age(last_day()) < 12 && chance.percent(58 - family.strain * 8)) {
    family.tell(Told::CheckUp, child, first_day() + chance.below(1000), {"dental"});
  }
}

void be_born(FamilyLife& family, Random& chance, std::size_t child) {
  const auto& who = family.people[child];
  for (std::size_t i = 0; i < family.people.size(); ++i) {
    const auto& mother = family.people[i];
    if (!mother.parent || !mother.female || mother.joined > who.born) continue;
    const auto due = who.born + chance.between(-12, 12);
    family.tell(Told::Pregnancy, i, who.born - chance.between(190, 230), who.born, {to_text(due)});
    const bool twin = child > 0 && family.people[child - 1].born == who.born;
    if (!twin) family.tell(Told::Birth, i, who.born);
    if (mother.age(who.born) < 24 && family.strain > 0 && chance.percent(40)) {
      family.tell(Told::Caseload, i, who.born - 120, who.born + 700, {"family_nurse"});
    }
    return;
  }
}

}  // namespace

void keep_well(FamilyLife& family, std::uint64_t seed) {
  Random chance(seed, family.number, "health");
  for (std::size_t i = 0; i < family.people.size(); ++i) {
    const auto& who = family.people[i];
    if (chance.percent(97)) {
      family.tell(Told::Registration, i, who.born + chance.between(10, 60), kForever, {"gp"});
    }
    if (!who.parent && who.joined != kBeginning) be_born(family, chance, i);
    if (!who.parent) grow_up(family, chance, i);
    for (int month = 0; month < kMonths; ++month) {
      const auto day = month_start(month) + chance.below(28);
      if (!chance.per_thousand(at(kHospitalVisit, family.strain_on(day)))) continue;
      family.tell(Told::HospitalVisit, i, day, {chance.percent(80) ? "a_and_e" : "admission"});
    }
    if (who.parent && family.strain > 1 && chance.percent(12)) {
      family.tell(Told::AdmissionRisk, i, family.started - 30,
                  {chance.percent(40) ? "high" : "medium"});
    }
  }
}

}  // namespace hearth
