// The council's work with the family: the concerns it begins with, what is offered, how it is
// measured, and who says that it helped.
#include <fmt/format.h>

#include <array>

#include "simulate/life.h"
#include "simulate/rates.h"

namespace hearth {
namespace {

enum class About { Child, Adult };

struct Topic {
  const char* name;
  const char* by;
  About about;
  int percent;             // for each step of strain
  const char* programme;   // or null
  const char* instrument;  // or null
  int worst;               // on it, for somebody who needs help
  int step;                // by which it improves
};

constexpr std::array kTopics = {
    Topic{"education_engagement", "school", About::Child, 8, "positive_activities", nullptr, 0, 0},
    Topic{"special_needs", "school", About::Child, 4, "special_needs_support", nullptr, 0, 0},
    Topic{"child_mental_health", "school", About::Child, 9, "mental_health", "sdq", 27, -2},
    Topic{"adult_mental_health", "health", About::Adult, 12, "mental_health", "phq9", 19, -3},
    Topic{"parenting", "practitioner", About::Adult, 14, "parenting", nullptr, 0, 0},
    Topic{"parental_conflict", "practitioner", About::Adult, 7, "relationship_support",
          "relationship_quality", 30, 8},
    Topic{"adult_substance", "health", About::Adult, 6, "substance_treatment", "audit", 24, -3},
    Topic{"child_substance", "youth_justice", About::Child, 3, "substance_treatment", nullptr, 0,
          0},
    Topic{"domestic_abuse_victim", "police", About::Adult, 6, "domestic_abuse_victim", "dash", 16,
          -3},
    Topic{"disability_or_health", "health", About::Adult, 6, "health_support", nullptr, 0, 0},
    Topic{"finances", "landlord", About::Adult, 12, "money_advice", nullptr, 0, 0},
    Topic{"worklessness", "employment_adviser", About::Adult, 9, "employment_course", nullptr, 0,
          0},
    Topic{"housing", "landlord", About::Adult, 6, nullptr, nullptr, 0, 0},
    Topic{"abuse_or_neglect", "social_worker", About::Child, 6, nullptr, nullptr, 0, 0},
    Topic{"young_carer", "school", About::Child, 2, "young_carer_support", nullptr, 0, 0},
    Topic{"crime_risk", "police", About::Child, 4, "violence_reduction", nullptr, 0, 0},
};

class Support {
 public:
  Support(FamilyLife& family, std::uint64_t seed)
      : family_(family), chance_(seed, family.number, "support") {}

  void run() {
    if (family_.strain == 0) return;
    for (const auto& topic : kTopics) {
      if (!chance_.percent(topic.percent * family_.strain)) continue;
      if (const auto person = somebody(topic.about)) work_on(topic, *person);
    }
  }

 private:
  std::optional<std::size_t> somebody(About about) {
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const auto& who = family_.people[i];
      const bool child = who.is_child(family_.started) && who.age(family_.started) >= 3;
      const bool fits = about == About::Child ? child : who.parent;
      if (fits && who.is_member(family_.started)) fitting.push_back(i);
    }
    if (fitting.empty()) return std::nullopt;
    return chance_.pick(std::span<const std::size_t>(fitting));
  }

  void work_on(const Topic& topic, std::size_t person) {
    family_.tell(Told::Concern, person, family_.started, {topic.name, topic.by});
    const auto ends = family_.started + chance_.between(120, 260);
    const bool helped = chance_.percent(family_.responds ? 80 : 25);
    if (topic.programme && chance_.percent(75)) {
      const int roll = chance_.below(100);
      const char* result = !helped ? "dropped_out" : roll < 60 ? "successful" : "completed";
      family_.tell(Told::Programme, person, family_.started + chance_.between(14, 50), ends,
                   {topic.programme, ends > last_day() ? "engaged" : result,
                    chance_.percent(60) ? "yes" : "no"});
    }
    if (topic.instrument) measure(topic, person, ends, helped);
    if (helped && chance_.percent(70)) say(topic, person, ends + chance_.between(1, 30));
  }

  void measure(const Topic& topic, std::size_t person, Date ends, bool helped) {
    int value = topic.worst - chance_.below(4);
    for (auto day = family_.started + 5; day < ends + 40; day = day + 60) {
      family_.tell(Told::Score, person, day, {topic.instrument, fmt::format("{}", value)});
      if (helped) value += topic.step;
    }
  }

  void say(const Topic& topic, std::size_t person, Date day) {
    family_.tell(Told::Statement, person, day, {"improved", topic.name, "practitioner", ""});
    if (chance_.percent(40)) {
      family_.tell(Told::Statement, person, day, {"improved", topic.name, "self", ""});
    }
  }

  FamilyLife& family_;
  Random chance_;
};

}  // namespace

void be_supported(FamilyLife& family, std::uint64_t seed) { Support(family, seed).run(); }

}  // namespace hearth
