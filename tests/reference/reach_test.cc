// The random worlds are worth judging: among them every status comes up, and every truth.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "reference/world.h"

namespace hearth::reference {
namespace {

TEST(RandomWorlds, ReachEveryStatus) {
  std::map<Status, int> days;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const World world = worlds()(rc::Random(seed), 100).value();
    const auto facts = world.rows.build();
    Reference reference({world.plan, facts, FamilyId(std::size_t{0}), CriterionId(std::size_t{0})});
    for (Date day = kFirstAsked; day <= kLastAsked; day = day + 15) ++days[reference.status(day)];
  }
  for (const Status status : {Status::None, Status::Need, Status::Progress, Status::Achieved,
                              Status::Lapsed, Status::Unknown, Status::NotApplicable}) {
    EXPECT_GT(days[status], 5) << to_text(status);
    RecordProperty(std::string(to_text(status)), days[status]);
  }
}

}  // namespace
}  // namespace hearth::reference
