// What evaluate, timeline, identify and explain do alike: read the plans, read the facts, say what
// is wrong with either, and ask.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "cli/options.h"
#include "cli/world.h"
#include "engine/evaluate_families.h"
#include "evaluate/judge.h"
#include "facts/read_facts.h"
#include "language/load_plan.h"

namespace hearth {

// Asks once for each plan, in the order given; two of one name are refused, because no answer could
// tell them apart. The question names all families, or those of --family, in order.
using Ask = std::function<ExitCode(const Judge& judge, FamiliesQuestion question)>;

// The worst of the answers: BadPlan before anything is asked, BadData after everything was, where
// rows were set aside.
ExitCode ask_each_plan(const World& world, const QuestionOptions& options, const Ask& ask);

// The documents as they were loaded, or an exit code once everything wrong with them was said.
using LoadedPlans = std::vector<LoadedPlan>;
std::expected<LoadedPlans, ExitCode> load_plans(const World& world,
                                                const std::vector<std::string>& paths);

// The plans alone.
using Plans = std::vector<std::shared_ptr<const Plan>>;
std::expected<Plans, ExitCode> read_plans(const World& world,
                                          const std::vector<std::string>& paths);

// Says what is wrong with the facts that was not `said` already, and what became of the rows of a
// file where some were set aside: BadData where there was an error.
ExitCode say_faults(const World& world, const ReadFacts& read, std::set<std::string>& said);

}  // namespace hearth
