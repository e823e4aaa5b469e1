// Rows of the shipped plans that rest on somebody's word alone: their examples show whose word
// counts, and that it does not when it is another's, unsigned, too early or about something else.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "language/load_plan.h"
#include "spec/near_miss.h"

namespace hearth {
namespace {

Result<std::string> read_text_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string missing(const std::set<std::string>& wanted, const std::set<std::string>& shown) {
  std::vector<std::string> left;
  std::ranges::set_difference(wanted, shown, std::back_inserter(left));
  return join(left, ", ");
}

// Loading one takes seconds.
const Plan& shipped(const std::string& name) {
  static std::map<std::string, LoadedPlan> plans;
  auto& loaded = plans[name];
  if (!loaded.plan) {
    loaded = load_plan(std::string(HEARTH_SOURCE_DIR) + "/plans/" + name + ".md", read_text_file);
  }
  return *loaded.plan;
}

class SaidRows : public ::testing::TestWithParam<const char*> {
 protected:
  void expect_all_shown(Side side) {
    const auto& plan = shipped(GetParam());
    int rows = 0;
    for (std::size_t i = 0; i < plan.criteria.size(); ++i) {
      const CriterionId id(i);
      const auto wanted = wanted_of(plan, id, side);
      if (wanted.empty()) continue;
      ++rows;
      EXPECT_EQ(missing(wanted, shown_of(plan, id, side)), "")
          << plan[id].ref << " has no example of it";
    }
    EXPECT_GT(rows, 0);
  }

 private:
  // Beside other evidence a word is shown unsigned wherever a signature is asked, and no more.
  static std::set<std::string> wanted_of(const Plan& plan, CriterionId id, Side side) {
    auto wanted = to_show_of(plan, id, side);
    const auto& criterion = plan[id];
    const auto decided = side == Side::Entry ? criterion.entry_decided : criterion.outcome_decided;
    if (decided != Decided::Statement) {
      std::erase_if(wanted, [](const auto& quality) { return quality != "signed"; });
    }
    return wanted;
  }
};

TEST_P(SaidRows, ShowWhoseWordBringsAnOutcome) { expect_all_shown(Side::Outcome); }
TEST_P(SaidRows, ShowWhoseWordBringsAFamilyIn) { expect_all_shown(Side::Entry); }

INSTANTIATE_TEST_SUITE_P(All, SaidRows,
                         ::testing::Values("wiltshire-2020", "bath-and-north-east-somerset-2015",
                                           "warwickshire-2015", "national-2022"),
                         [](const auto& of) {
                           std::string name = of.param;
                           std::erase_if(name, [](char c) { return c == '-'; });
                           return name;
                         });

}  // namespace
}  // namespace hearth
