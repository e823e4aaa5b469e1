// `hearth plan test`: a plan's own examples, each expectation against what the plan says.
#pragma once

#include <string>
#include <vector>

#include "language/plan.h"

namespace hearth {

struct TestedExample {
  struct Failure {
    Expectation expected;
    std::string status;  // what came out instead
  };

  std::string title;
  std::size_t expectations = 0;
  std::vector<Failure> failures;
};

std::vector<TestedExample> test_plan(const Plan& plan);  // in the plan's order

}  // namespace hearth
