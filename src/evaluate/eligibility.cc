#include "evaluate/eligibility.h"

#include <set>

namespace hearth {
namespace {

// Criteria, or the headlines they stand under, as the plan counts them.
std::size_t count_of(const Plan& plan, const std::vector<CriterionId>& criteria) {
  if (plan.eligibility.by == CountBy::Criteria) return criteria.size();
  std::set<HeadlineId> headlines;
  for (const auto id : criteria) headlines.insert(plan[id].headline);
  return headlines.size();
}

}  // namespace

bool open_on(const Family& family, Date day) {
  return family.started <= day && (!family.closed || *family.closed >= day);
}

Truth need_on(const Course& course, Date day) {
  if (course.need_since && *course.need_since <= day) return Truth::Yes;
  return course.status.at(day) == Status::Unknown ? Truth::Unknown : Truth::No;
}

NeedsFound needs_found(const std::vector<Course>& courses, Date day) {
  NeedsFound found;
  for (std::size_t i = 0; i < courses.size(); ++i) {
    const auto need = need_on(courses[i], day);
    if (need == Truth::Yes) found.needs.emplace_back(i);
    if (need == Truth::Unknown) found.unknown.emplace_back(i);
  }
  return found;
}

Truth enough(const Plan& plan, const NeedsFound& found) {
  const auto least = static_cast<std::size_t>(plan.eligibility.least);
  if (count_of(plan, found.needs) >= least) return Truth::Yes;
  auto at_most = found.needs;
  at_most.insert(at_most.end(), found.unknown.begin(), found.unknown.end());
  return count_of(plan, at_most) >= least ? Truth::Unknown : Truth::No;
}

}  // namespace hearth
