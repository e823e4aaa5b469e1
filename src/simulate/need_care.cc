// Help and protection of children: early help, referrals, plans, care.
#include <algorithm>

#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

class Care {
 public:
  Care(FamilyLife& family, std::uint64_t seed)
      : family_(family), chance_(seed, family.number, "care") {}

  void run() {
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      if (family_.people[i].parent) continue;
      free_from_ = first_day();
      for (int month = 0; month < kMonths; ++month) pass(i, month_start(month) + chance_.below(28));
    }
  }

 private:
  void pass(std::size_t child, Date day) {
    const auto& who = family_.people[child];
    if (!who.is_child(day) || who.born >= day) return;
    const int strain = family_.strain_on(day);
    if (chance_.per_thousand(at(kYoungCarer, strain)) && who.age(day) >= 7) {
      family_.tell(Told::YoungCarer, child, day, kForever);
    }
    if (day < free_from_) return;
    if (chance_.per_thousand(at(kReferral, strain))) {
      refer(child, day, strain);
    } else if (chance_.per_thousand(at(kEarlyHelp, strain))) {
      help_early(child, day);
    }
  }

  void help_early(std::size_t child, Date day) {
    const auto until = day + chance_.between(60, 270);
    const int roll = chance_.below(100) - (family_.responds ? 0 : 25);
    const char* result = roll > 40   ? "outcomes_met"
                         : roll > 20 ? "closed"
                         : roll > 0  ? "disengaged"
                                     : "stepped_up";
    family_.tell(Told::EarlyHelp, child, day, until, {until > last_day() ? "" : result});
    free_from_ = until + 1;
  }

  void refer(std::size_t child, Date day, int strain) {
    family_.tell(Told::Referral, child, day, {"social_care"});
    free_from_ = day + 30;
    if (!chance_.percent(18 + strain * 16)) return;
    auto until = day + 30 + chance_.between(60, 300);
    if (chance_.percent(34 + strain * 18)) {
      const bool conference = chance_.percent(35 + strain * 8);
      family_.tell(Told::Section47, child, day + 10, {conference ? "yes" : "no"});
      if (conference) {
        until = protect(child, day + 25, until);
        free_from_ = until + 1;
        return;
      }
    }
    family_.tell(Told::CinPlan, child, day + 30, until);
    free_from_ = until + 1;
  }

  // A protection plan, then a child in need plan or care. Returns the last day of it all.
  Date protect(std::size_t child, Date day, Date until) {
    until = std::max(until, day + 120);
    family_.tell(Told::CpPlan, child, day, until);
    if (chance_.percent(35)) {
      family_.tell(Told::FamilyGroupConference, child, day + chance_.between(30, 90),
                   {chance_.percent(65) ? "yes" : "no"});
    }
    if (family_.strain >= 1 && chance_.percent(60)) {
      const auto home = until + chance_.between(300, 1500);
      family_.tell(Told::LookedAfter, child, until + 1, home);
      return home;
    }
    const auto need = until + chance_.between(60, 200);
    family_.tell(Told::CinPlan, child, until + 1, need);
    return need;
  }

  FamilyLife& family_;
  Random chance_;
  Date free_from_;  // the day from which the child has no plan
};

}  // namespace

void need_care(FamilyLife& family, std::uint64_t seed) { Care(family, seed).run(); }

}  // namespace hearth
