// What evaluate, timeline, identify and explain do alike: read the plans, read the facts, say what
// is wrong with either, and ask.
#pragma once

#include <functional>

#include "cli/options.h"
#include "cli/world.h"
#include "engine/evaluate_families.h"
#include "evaluate/judge.h"

namespace hearth {

// Asks once for each plan. The question names all families, or those of --family, in order.
using Ask = std::function<ExitCode(const Judge& judge, FamiliesQuestion question)>;

// The worst of the answers: BadPlan before anything is asked, BadData after everything was, where
// rows were set aside.
ExitCode ask_each_plan(const World& world, const QuestionOptions& options, const Ask& ask);

// The plans, or an exit code once everything wrong with them was said.
using Plans = std::vector<std::shared_ptr<const Plan>>;
std::expected<Plans, ExitCode> read_plans(const World& world,
                                          const std::vector<std::string>& paths);

}  // namespace hearth
