// The shipped plans: on random facts, each criterion is what the definitions say.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <sstream>

#include "language/load_plan.h"
#include "reference/agreement.h"
#include "reference/council_world.h"

namespace hearth::reference {
namespace {

Result<std::string> read_text_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

class CouncilPlans : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const auto path = std::string(HEARTH_SOURCE_DIR) + "/plans/" + GetParam() + ".md";
    const auto loaded = load_plan(path, read_text_file);
    ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
    plan_ = *loaded.plan;
    plan_.examples.clear();  // each is a council of its own, and copied with the plan
  }
  World a_council() const {
    return *rc::gen::exec([&] { return council_world(plan_); });
  }

 private:
  Plan plan_;
};

TEST_P(CouncilPlans, AreJudgedAsByDefinition) {
  EXPECT_TRUE(rc::check([&] {
    const auto world = a_council();
    const int step = *rc::gen::weightedElement<int>({{7, 7}, {1, 1}});  // most of them quickly
    same_on_days(world, *rc::gen::element(Carry::Counted, Carry::Ignored), step);
  }));
}

TEST_P(CouncilPlans, AreJudgedTheSameInAnyOrder) {
  EXPECT_TRUE(rc::check([&] { same_in_any_order(a_council()); }));
}

INSTANTIATE_TEST_SUITE_P(All, CouncilPlans,
                         ::testing::Values("wiltshire-2020", "bath-and-north-east-somerset-2015",
                                           "warwickshire-2015", "national-2022"),
                         [](const auto& of) {
                           std::string name = of.param;
                           std::erase_if(name, [](char c) { return c == '-'; });
                           return name;
                         });

}  // namespace
}  // namespace hearth::reference
