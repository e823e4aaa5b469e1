#include "language/narrow_plan.h"

#include <algorithm>

#include "base/text.h"

namespace hearth {
namespace {

std::string unknown_ref(const Plan& plan, const std::string& ref) {
  std::vector<std::string> refs;
  for (const auto& criterion : plan.criteria) refs.push_back(criterion.ref);
  const auto near = nearest(ref, refs);
  auto words = "the plan " + plan.name + " has no criterion `" + ref + "`";
  return near.empty() ? words : words + "; did you mean `" + near + "`?";
}

}  // namespace

Result<Plan> narrowed(const Plan& plan, std::span<const std::string> refs) {
  for (const auto& ref : refs) {
    if (!plan.criterion(ref)) return failed(unknown_ref(plan, ref));
  }
  Plan fewer = plan;
  std::erase_if(fewer.criteria, [&](const Criterion& criterion) {
    return std::ranges::find(refs, criterion.ref) == refs.end();
  });
  return fewer;
}

}  // namespace hearth
