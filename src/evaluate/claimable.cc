#include "evaluate/claimable.h"

#include <fmt/format.h>

#include <algorithm>

#include "evaluate/conditions.h"
#include "evaluate/course.h"
#include "evaluate/eligibility.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

Truth achieved(Status status) {
  switch (status) {
    case Status::Achieved: return Truth::Yes;
    case Status::Unknown: return Truth::Unknown;
    case Status::NotApplicable: return Truth::NotApplicable;
    default: return Truth::No;
  }
}

class Claiming {
 public:
  Claiming(const Judge& judge, FamilyId family, std::span<const Course> courses, Date on)
      : judge_(judge), plan_(judge.plan()), family_(family), courses_(courses), on_(on) {}

  Claimable decide() && {
    Truth family = eligible();
    family = both(family, required());
    Truth together = needs();
    together = both(together, mandatory_without_need());
    claim_.truth = both(family, either(together, standing_alone()));
    return std::move(claim_);
  }

 private:
  const Family& about() const { return judge_.facts().families[family_.index]; }

  Truth add(Truth truth, std::optional<CriterionId> criterion, std::string words) {
    claim_.parts.push_back({truth, criterion, std::move(words)});
    return truth;
  }

  Truth eligible() {
    const auto found = eligible_on(plan_, judge_.facts(), family_, courses_, on_);
    const auto* what = plan_.eligibility.by == CountBy::Criteria ? "criteria" : "headlines";
    return add(found.truth, {},
               fmt::format("eligible: {} {}, at least {} wanted", found.counted, what,
                           plan_.eligibility.least));
  }

  Truth required() {
    Truth all = Truth::Yes;
    for (const auto requirement : plan_.requirements) all = both(all, required(requirement));
    return all;
  }

  Truth required(Requirement requirement) {
    const std::string name(requirement_words(requirement));
    if (requirement == Requirement::LeadPractitioner) {
      const bool named = !about().lead_practitioner.empty();
      return add(truth_of(named), {}, name + (named ? " named" : " not named"));
    }
    const auto& day = requirement == Requirement::Assessed ? about().assessed : about().plan_agreed;
    if (!day) return add(Truth::No, {}, name + ": no day is recorded");
    return add(truth_of(*day <= on_), {}, fmt::format("{} on {}", name, to_text(*day)));
  }

  bool has_need(CriterionId id) const {
    const auto& since = courses_[id.index].need_since;
    return since && *since <= on_;
  }

  // Whether the need of a criterion is one the claim rests on; unknown where there may be one.
  Truth counts(CriterionId id) const {
    const auto& course = courses_[id.index];
    const bool any_day = plan_.scope == Scope::AllNeeds || plan_.mandatory(id);
    if (has_need(id)) return truth_of(any_day || *course.need_since <= about().started);
    const bool unknown = any_day ? course.status.at(on_) == Status::Unknown
                                 : course.entry.at(about().started) == Truth::Unknown;
    return unknown ? Truth::Unknown : Truth::No;
  }

  Truth needs() {
    Truth all = Truth::NotApplicable;
    for (std::size_t i = 0; i < courses_.size(); ++i) {
      const CriterionId id(i);
      const auto counted = counts(id);
      if (counted == Truth::Unknown) {
        all = both(all, add(Truth::Unknown, id, "whether there is a need is not known"));
      }
      if (counted != Truth::Yes) continue;
      claim_.counting.push_back(id);
      all = both(all, need(id));
    }
    if (all != Truth::NotApplicable) return all;
    return add(Truth::No, {}, "no need that counts, and so no outcome to claim");
  }

  // An outcome that was not printed cannot be achieved.
  Truth need(CriterionId id) {
    if (!plan_[id].outcome) return add(Truth::No, id, "its outcome is undefined");
    const auto status = courses_[id.index].status.at(on_);
    return add(achieved(status), id, std::string(to_text(status)));
  }

  Truth mandatory_without_need() {
    Truth all = Truth::Yes;
    for (std::size_t i = 0; i < courses_.size(); ++i) {
      const CriterionId id(i);
      if (!plan_.mandatory(id) || has_need(id) || !plan_[id].outcome) continue;
      const std::vector<InNeed> nobody;
      const auto holds = judged(*plan_[id].outcome, id, about().started, nobody);
      const auto truth = holds == Truth::NotApplicable ? Truth::Yes : holds;
      all = both(all, add(truth, id, "mandatory, and no need was found"));
    }
    return all;
  }

  Truth standing_alone() {
    Truth any = Truth::No;
    for (std::size_t i = 0; i < courses_.size(); ++i) {
      const CriterionId id(i);
      if (!stands_alone(plan_[id]) || !has_need(id)) continue;
      const auto truth = both(achieved(courses_[id.index].status.at(on_)), alone_clause(id));
      if (truth == Truth::Yes) claim_.alone.push_back(id);
      any = either(any, add(truth == Truth::NotApplicable ? Truth::No : truth, id, "stands alone"));
    }
    return any;
  }

  Truth alone_clause(CriterionId id) const {
    const auto& clause = plan_[id].alone;
    if (!clause) return Truth::Yes;
    const auto& course = courses_[id.index];
    const auto truth = judged(*clause, id, *course.need_since, course.in_need);
    return truth == Truth::NotApplicable ? Truth::No : truth;
  }

  Truth judged(ConditionId condition, CriterionId id, Date need,
               const std::vector<InNeed>& in_need) const {
    auto subject = family_subject(judge_.basis(), family_, id, Carry::Counted, nullptr);
    subject.need = need;
    subject.in_need = &in_need;
    return condition_line(condition, subject).at(on_);
  }

  const Judge& judge_;
  const Plan& plan_;
  FamilyId family_;
  std::span<const Course> courses_;
  Date on_;
  Claimable claim_;
};

}  // namespace

Claimable claimable_on(const Judge& judge, FamilyId family, std::span<const Course> courses,
                       Date on) {
  if (on < judge.facts().families[family.index].started) return {};
  return Claiming(judge, family, courses, on).decide();
}

}  // namespace hearth
