// Work and money: benefits and jobs of the adults, what they earn and owe, school meals.
#include <fmt/format.h>

#include <algorithm>

#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

class Working {
 public:
  Working(FamilyLife& family, std::uint64_t seed)
      : family_(family), chance_(seed, family.number, "work") {}

  void run() {
    const bool benefits = chance_.percent(at(kOnBenefits, family_.strain));
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      if (family_.people[i].parent) work(i, benefits);
    }
    owe();
    eat_at_school();
  }

 private:
  void work(std::size_t adult, bool benefits) {
    const int idle = 12 + family_.strain * 18 + (family_.people[adult].female ? 8 : 0);
    auto from = first_day() - chance_.between(30, 2000);
    bool works = !chance_.percent(idle);
    while (from <= last_day()) {
      const int strain = family_.strain_on(from);
      const int most = works ? 2200 - strain * 450 : 900 - (family_.responds ? 350 : 0);
      const auto until = from + chance_.between(90, most);
      if (works) {
        earn(adult, from, until);
        if (benefits) pay(adult, from, until, "light_touch");
      } else if (benefits || family_.strain > 0) {
        const int roll = chance_.below(100);
        pay(adult, from, until, roll < 55 ? "intensive" : roll < 80 ? "preparation" : "none");
      }
      from = until + 1;
      works = !works;
    }
  }

  void earn(std::size_t adult, Date from, Date until) {
    const int hours = chance_.percent(40) ? chance_.between(12, 30) : chance_.between(30, 42);
    family_.tell(Told::Employment, adult, from, until,
                 {fmt::format("{}", hours), chance_.percent(13) ? "yes" : "no"});
    if (family_.strain == 0) return;  // nobody asks what they earn
    const int pounds = hours * chance_.between(44, 70);
    for (int month = 0; month < kMonths; month += 3) {
      const auto day = month_start(month) + 27;
      if (from <= day && day <= until) {
        family_.tell(Told::Earnings, adult, day,
                     {fmt::format("{}.00", pounds + chance_.between(-60, 60))});
      }
    }
  }

  void pay(std::size_t adult, Date from, Date until, const char* regime) {
    const bool carer = chance_.percent(6);
    family_.tell(Told::Benefit, adult, from, until, {carer ? "ca" : "uc", carer ? "" : regime});
  }

  void owe() {
    if (!chance_.percent(at(kRentArrears, family_.strain))) return;
    int pounds = chance_.between(200, 1500);
    const int income = chance_.between(1400, 2600);
    const auto begins = chance_.below(kMonths / 2);
    for (int month = begins; month < kMonths && pounds > 0; month += 3) {
      const auto day = month_start(month) + chance_.below(25);
      const bool eased = family_.strain_on(day) < family_.strain;
      family_.tell(Told::RentArrears, 0, day, {fmt::format("{}.00", pounds)});
      if (family_.strain > 1 && month % 2 == 0) {
        family_.tell(Told::Debt, 0, day + 1,
                     {fmt::format("{}.00", pounds * 3), fmt::format("{}.00", income)});
      }
      pounds += eased ? -chance_.between(150, 500) : chance_.between(-80, 260);
    }
    if (chance_.percent(45)) {
      const auto plan = family_.started + chance_.between(20, 200);
      family_.tell(Told::DebtPlan, 0, plan, plan + chance_.between(180, 700));
    }
    for (int month = 0; month < kMonths; ++month) {
      const auto day = month_start(month) + chance_.below(28);
      if (chance_.per_thousand(at(kFoodbank, family_.strain_on(day)))) {
        family_.tell(Told::Foodbank, 0, day);
      }
    }
  }

  void eat_at_school() {
    if (!chance_.percent(at(kFreeMeals, family_.strain))) return;
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const auto& child = family_.people[i];
      if (child.parent || child.identifiers.upn.empty()) continue;
      const auto from = std::max(birthday(child.born, 5), first_day() - chance_.below(600));
      family_.tell(Told::FreeSchoolMeals, i, from, birthday(child.born, 16),
                   {chance_.percent(89) ? "yes" : "no"});
    }
  }

  FamilyLife& family_;
  Random chance_;
};

// Losing a home, or nearly.
void lose_home(FamilyLife& family, Random& chance, Date day) {
  const auto until = day + chance.between(60, 420);
  const bool homeless = chance.percent(40);
  for (std::size_t i = 0; i < family.people.size(); ++i) {
    if (!family.people[i].is_member(day)) continue;
    if (!homeless) {
      family.tell(Told::EvictionThreat, i, day, until);
      continue;
    }
    family.tell(Told::Homeless, i, day, until);
    if (family.strain > 1) {
      family.tell(Told::TemporaryAccommodation, i, day + 14, until,
                  {until - day > 200 ? "yes" : "no"});
    }
  }
}

}  // namespace

void go_to_work(FamilyLife& family, std::uint64_t seed) { Working(family, seed).run(); }

void keep_house(FamilyLife& family, std::uint64_t seed) {
  Random chance(seed, family.number, "house");
  for (int month = 0; month < kMonths; ++month) {
    const auto day = month_start(month) + chance.below(28);
    const int strain = family.strain_on(day);
    if (!chance.per_thousand(at(kHomeless, strain) + at(kEvictionThreat, strain))) continue;
    lose_home(family, chance, day);
    month += 14;
  }
}

}  // namespace hearth
