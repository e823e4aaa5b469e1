// Who is in a family: its parents and children, where they live, when one leaves, joins or is born.
#include <fmt/format.h>

#include <algorithm>

#include "simulate/identifiers.h"
#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

constexpr std::uint64_t kMostPeople = 16;  // of one family, ever
constexpr std::uint64_t kMostHomes = 16;

class Forming {
 public:
  Forming(FamilyLife& family, std::uint64_t seed)
      : family_(family), chance_(seed, family.number, "family") {}

  void run() {
    family_.origin = pick_origin(chance_);
    family_.strain = pick_strain();
    family_.responds = chance_.percent(at(kRespondsPercent, family_.strain));
    pick_case();
    add_parents();
    add_children();
    add_home();
    for (auto& person : family_.people) person.stays = {{0, kBeginning, kForever}};
    for (int month = 1; month < kMonths; ++month) pass(month);
  }

 private:
  int pick_strain() {
    int roll = chance_.below(100);
    for (int strain = 0; strain < 3; ++strain) {
      if (roll < at(kStrainShare, strain)) return strain;
      roll -= at(kStrainShare, strain);
    }
    return 3;
  }

  void pick_case() {
    family_.started = month_start(chance_.between(8, 26)) + chance_.below(28);
    const auto closed = family_.started + chance_.between(150, 420);
    if (closed <= last_day() && chance_.percent(80)) family_.closed = closed;
  }

  std::size_t add(bool female, Date born, std::string surname, Date joined) {
    LivedPerson person;
    person.number = family_.number * kMostPeople + family_.people.size();
    person.female = female;
    person.born = born;
    person.forename = make_forename(family_.origin, female, chance_);
    if (chance_.percent(60)) person.middle_name = make_forename(family_.origin, female, chance_);
    person.surnames = {{kBeginning, std::move(surname)}};
    person.joined = joined;
    person.identifiers.nhs_number = make_nhs_number(person.number);
    family_.people.push_back(std::move(person));
    return family_.people.size() - 1;
  }

  void add_parents() {
    const auto surname = make_surname(family_.origin, chance_);
    const auto born = last_day() - chance_.between(22 * 365, 50 * 365);
    const bool lone = chance_.percent(at(kLoneParentPercent, family_.strain));
    const bool mother = !lone || chance_.percent(88);
    make_parent(add(mother, born, surname, kBeginning));
    if (lone) return;
    const bool shares = chance_.percent(62);
    make_parent(add(false, born - chance_.between(-1500, 2500),
                    shares ? surname : make_surname(family_.origin, chance_), kBeginning));
  }

  void make_parent(std::size_t person) {
    auto& parent = family_.people[person];
    parent.parent = true;
    parent.identifiers.nino = make_nino(parent.number);
  }

  const std::string& family_name() {
    return family_
        .people[family_.people.size() > 1 && family_.people[1].parent && family_.number % 3 == 0
                    ? 1
                    : 0]
        .surnames.front()
        .surname;
  }

  void add_children() {
    const int roll = chance_.below(100);
    int wanted = roll < 42 ? 1 : roll < 82 ? 2 : roll < 95 ? 3 : chance_.between(4, 6);
    auto born = eldest_birthday();
    const auto surname = family_name();
    while (wanted-- > 0 && born < first_day()) {
      add_child(born, surname, kBeginning);
      if (wanted > 0 && chance_.per_thousand(16)) {  // twins
        add_child(born, surname, kBeginning);
        --wanted;
      }
      born = born + chance_.between(400, 1900);
    }
  }

  // So that the eldest is under 18 when the council's story begins and its parent was grown up.
  Date eldest_birthday() {
    const auto grown = family_.people[0].born + 18 * 365;
    const auto least = std::max(grown, first_day() - 17 * 365);
    const auto most = first_day() - 60;
    return least < most ? least + chance_.below(most - least) : most;
  }

  void add_child(Date born, const std::string& surname, Date joined) {
    auto& child = family_.people[add(chance_.percent(49), born, surname, joined)];
    // Of school age at some time in the story: numbered for all of it.
    if (child.age(last_day()) >= 4 && child.age(first_day()) <= 16) {
      child.identifiers.upn = make_upn(child.number);
    }
    if (child.age(last_day()) >= 16) child.identifiers.nino = make_nino(child.number);
  }

  void add_home() {
    const auto number = family_.number * kMostHomes + family_.homes.size();
    Random place(number, 0, "street");
    const auto street = mixed(number) % 40'000;
    Random named(street, 1, "street");
    const auto name = make_street(named);
    const auto town = make_town(named);
    const bool flat = place.percent(18);
    family_.homes.push_back({flat ? fmt::format("Flat {}, {} {}, {}", place.between(1, 12),
                                                place.between(1, 140), name, town)
                                  : fmt::format("{} {}, {}", place.between(1, 140), name, town),
                             make_postcode(street), make_uprn(number)});
  }

  void pass(int month) {
    const auto day = month_start(month) + chance_.below(28);
    const int strain = family_.strain_on(day);
    if (chance_.per_thousand(at(kMove, strain)) && family_.homes.size() < kMostHomes - 2) move(day);
    if (partner() > 0 && chance_.per_thousand(at(kSplit, strain))) split(day);
    if (partner() == 0 && chance_.per_thousand(at(kNewPartner, strain))) join(day);
    if (chance_.per_thousand(at(kBirth, strain))) bear(day);
  }

  // The parent beside the first one who is there now; 0: nobody.
  std::size_t partner() const {
    for (std::size_t i = 1; i < family_.people.size(); ++i) {
      if (family_.people[i].parent && family_.people[i].left == kForever) return i;
    }
    return 0;
  }

  void go(LivedPerson& person, Date day) {
    person.stays.back().last = day - 1;
    person.stays.push_back({family_.homes.size() - 1, day, kForever});
  }

  void move(Date day) {
    add_home();
    for (auto& person : family_.people) {
      if (person.left == kForever) go(person, day);
    }
  }

  void split(Date day) {
    auto& leaver = family_.people[partner()];
    if (leaver.joined >= day - 30) return;
    add_home();
    Random flight(family_.number * kMostHomes + family_.homes.size(), 2, "flight");
    family_.homes.back().is_protected = flight.percent(family_.strain >= 2 ? 30 : 3);
    leaver.left = day - 1;
    go(leaver, day);
    auto& mother = family_.people[0];
    if (mother.female && chance_.percent(30)) {
      mother.surnames.push_back({day + 60, make_surname(family_.origin, chance_)});
    }
  }

  void join(Date day) {
    if (family_.people.size() >= kMostPeople - 4) return;
    const auto& first = family_.people[0];
    const auto partner = add(!first.female, first.born - chance_.between(-2000, 3000),
                             make_surname(family_.origin, chance_), day);
    make_parent(partner);
    const auto home = family_.people[0].stays.back().home;
    add_home();  // where the partner lived before
    family_.people[partner].stays = {{family_.homes.size() - 1, kBeginning, day - 1},
                                     {home, day, kForever}};
    if (family_.people[0].female && chance_.percent(25)) {  // and marries
      family_.people[0].surnames.push_back(
          {day + 30, family_.people[partner].surnames.front().surname});
    }
  }

  void bear(Date day) {
    const auto mother = std::ranges::find_if(family_.people, [&](const LivedPerson& person) {
      return person.parent && person.female && person.left == kForever && person.age(day) < 43;
    });
    if (mother == family_.people.end() || family_.people.size() >= kMostPeople - 4) return;
    const auto youngest = std::ranges::max(family_.people, {}, &LivedPerson::born).born;
    if (day - youngest < 330) return;
    const auto stay = family_.people[0].stays.back().home;
    const auto surname = family_name();
    for (int babies = chance_.per_thousand(16) ? 2 : 1; babies > 0; --babies) {
      add_child(day, surname, day);
      family_.people.back().stays = {{stay, day, kForever}};
    }
  }

  FamilyLife& family_;
  Random chance_;
};

}  // namespace

void form_family(FamilyLife& family, std::uint64_t seed) { Forming(family, seed).run(); }

}  // namespace hearth
