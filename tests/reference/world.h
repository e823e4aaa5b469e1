// A random plan with random facts to judge by it, shown together when a property fails.
#pragma once

#include <ostream>

#include "reference/random_plan.h"
#include "reference/reference.h"

namespace hearth::reference {

struct World {
  RandomFacts rows;
  Plan plan;
};

inline rc::Gen<World> worlds() {
  return rc::gen::exec([] {
    auto rows = random_facts();
    auto plan = random_plan(rows.catalogue);
    return World{std::move(rows), std::move(plan)};
  });
}

inline void showValue(const World& world, std::ostream& out) {
  out << '\n';
  show_plan(world.plan, out);
  showValue(world.rows, out);
}

// The first and last day on which anything is asked.
inline const Date kFirstAsked = kOrigin - 10;
inline const Date kLastAsked = kOrigin + kHorizonDays;

}  // namespace hearth::reference
