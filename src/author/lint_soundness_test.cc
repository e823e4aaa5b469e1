// What lint says is certain: random rules it warns of are judged on random facts, and none of them
// ever comes out otherwise.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "author/comparable_rule.h"
#include "author/never.h"
#include "evaluate/judge.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

// Few numbers with few values, so that rules contradict each other often.
std::string random_atom() {
  const auto records = *rc::gen::element<std::string>(
      "arrest", "offence", "offence or arrest", "offence where proven = yes",
      "offence where proven != yes and category in (theft, other)");
  const auto window = *rc::gen::element<std::string>("in last 2 weeks", "in last 1 month",
                                                     "in last 60 days", "since start", "ever");
  const int count = *rc::gen::inRange(1, 3);
  switch (*rc::gen::inRange(0, 7)) {
    case 0: return "no " + records + " " + window;
    case 1: return "had " + records + " " + window;
    case 2: return fmt::format("count of {} {} < {}", records, window, count);
    case 3: return fmt::format("count of {} {} = {}", records, window, count);
    case 4:
      return "on " + *rc::gen::element<std::string>("cin_plan", "cin_plan or order",
                                                    "order where kind = licence");
    case 5: return "no cin_plan " + window;
    default:
      return fmt::format("age {} {}", *rc::gen::element<std::string>("<", ">="),
                         *rc::gen::element(10, 14, 18));
  }
}

std::string random_body(int depth) {
  if (depth == 0) return random_atom();
  const auto a = random_body(depth - 1), b = random_body(depth - 1);
  switch (*rc::gen::inRange(0, 7)) {
    case 0: return "(" + a + " or " + b + ")";
    case 1: return "not (" + a + ")";
    case 2: return "(if " + a + " then " + b + " else " + random_atom() + ")";
    case 3: return "((" + a + ") for 3 weeks)";
    default: return "(" + a + " and " + b + ")";
  }
}

std::string random_rule() {
  const auto who = [] {
    return *rc::gen::element<std::string>("any child", "every child", "no child", "any member",
                                          "every member", "any child aged 10 to 14",
                                          "any member who on cin_plan");
  };
  const auto one = [&] { return "(" + who() + ": " + random_body(*rc::gen::inRange(0, 3)) + ")"; };
  switch (*rc::gen::inRange(0, 4)) {
    case 0: return one() + " and " + one();
    case 1: return one() + " or " + one();
    case 2: return "not " + one();
    default: return one();
  }
}

std::string random_outcome() {
  if (*rc::gen::arbitrary<bool>()) return random_rule();
  const auto before = *rc::gen::element<std::string>("", " and no arrest in 1 month before need",
                                                     " and had arrest in 1 month before need");
  const auto who = *rc::gen::element<std::string>("each person in need: ", "any person in need: ");
  return who + random_body(*rc::gen::inRange(0, 2)) + before;
}

std::string random_record(const std::string& person) {
  const Date day = *parse_date("2024-01-01") + *rc::gen::inRange(0, 200);
  const auto type = *rc::gen::element<std::string>("arrest", "offence", "cin_plan", "order");
  auto line = fmt::format("  {} {} {}", person, type, to_text(day));
  if (type == "cin_plan" || type == "order") {
    line += " to " + to_text(day + *rc::gen::inRange(0, 90));
  }
  if (type == "order") line += " kind licence";
  if (type == "offence" && *rc::gen::arbitrary<bool>()) line += " proven yes category theft";
  return line + "\n";
}

std::string random_family() {
  std::string text = "At random\n  family F started 2024-03-01\n";
  const auto born = [] { return to_text(*parse_date("2004-06-01") + *rc::gen::inRange(0, 5000)); };
  text += "  Amy parent born 1987-05-04\n  Ben child born " + born() + "\n  Cal child born " +
          born() + "\n  covered everything 2023-01-01 to 2024-12-31\n";
  const int records = *rc::gen::inRange(0, 9);
  for (int i = 0; i < records; ++i) {
    text += random_record(*rc::gen::element<std::string>("Amy", "Ben", "Cal"));
  }
  return text + "  on 2024-06-01  1a need\n";
}

std::shared_ptr<const Plan> load_random(const std::string& criteria) {
  const auto loaded = load_text(plan_around(criteria) + example_block(random_family()));
  return loaded.plan;  // none where the language itself can tell that it never holds
}

// One random rule in fifty is never met, so several are tried.
constexpr int kTries = 6;

Course course_of(const Plan& plan) {
  return Judge(plan, *plan.examples[0].facts).course(FamilyId(0), CriterionId(0));
}

RC_GTEST_PROP(LintSoundness, WhatIsNeverANeedNeverIs, ()) {
  for (int i = 0; i < kTries; ++i) {
    const auto plan = load_random(criterion_with(random_rule(), "undefined"));
    if (plan && why_never(*plan, *plan->criteria[0].need, {})) {
      RC_ASSERT(!course_of(*plan).need_since);
    }
  }
}

RC_GTEST_PROP(LintSoundness, WhatIsNeverAchievedNeverIs, ()) {
  for (int i = 0; i < kTries; ++i) {
    const auto plan =
        load_random(criterion_with(random_rule(), random_outcome()) + "  sustain in window\n");
    if (!plan) continue;
    const auto& criterion = plan->criteria[0];
    if (!why_never(*plan, *criterion.outcome, known_of_those_in_need(*plan, criterion))) continue;
    const auto course = course_of(*plan);
    if (!course.need_since) continue;
    RC_ASSERT(!first_day(course.outcome, Truth::Yes, *course.need_since, kForever));
  }
}

RC_GTEST_PROP(LintSoundness, WhatMeansTheSameReadsTheSame, ()) {
  const auto body = random_body(1), other = random_atom();
  const auto who = *rc::gen::element<std::string>("any child", "no child", "every member");
  const auto plan =
      load_random("criterion 1a \"One\"\n  need " + who + ": " + body + " and " + other +
                  "\n  outcome undefined\ncriterion 1b \"Two\"\n  need " + who + ": " + other +
                  " and (" + body + " and " + other + ")\n  outcome undefined\n");
  RC_PRE(plan != nullptr);
  const auto& [one, two] = std::tie(plan->criteria[0], plan->criteria[1]);
  RC_ASSERT(comparable(*plan, *one.need) == comparable(*plan, *two.need));
  const Judge judge(*plan, *plan->examples[0].facts);
  const auto courses = judge.courses(FamilyId(0));
  RC_ASSERT(courses[0].entry == courses[1].entry);
}

}  // namespace
}  // namespace hearth
