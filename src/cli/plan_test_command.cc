#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "engine/test_plan.h"

namespace hearth {
namespace {

// Adds what came out otherwise than expected, with the place of the expectation.
std::size_t append_failures(const Plan& plan, const TestedExample& tested, std::string& text) {
  for (const auto& failure : tested.failures) {
    const auto place = place_in(*plan.source, failure.expected.span);
    text += fmt::format("{}:{}: {}\n  on {} {}{} should be {} and is {}\n", place.file, place.line,
                        tested.title, to_text(failure.expected.on),
                        asks_of_plan(failure.expected.ref) ? "" : "criterion ",
                        failure.expected.ref, failure.expected.status, failure.status);
  }
  return tested.failures.size();
}

ExitCode run(const World& world, const std::vector<std::string>& paths) {
  const auto plans = read_plans(world, paths);
  if (!plans) return plans.error();
  std::string text;
  std::size_t failures = 0;
  for (const auto& plan : *plans) {
    std::size_t expectations = 0;
    std::size_t here = 0;
    for (const auto& tested : test_plan(*plan)) {
      expectations += tested.expectations;
      here += append_failures(*plan, tested, text);
    }
    text += fmt::format("{}: {} examples, {} expectations, {}\n", plan->name, plan->examples.size(),
                        expectations,
                        here == 0 ? std::string("all hold") : fmt::format("{} fail", here));
    failures += here;
  }
  const auto written = put(world, {}, text);
  return written == ExitCode::Done && failures > 0 ? ExitCode::No : written;
}

}  // namespace

Run declare_plan_test(CLI::App& app) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  add_plan_argument(app, *paths);
  return [paths](const World& world) { return run(world, *paths); };
}

}  // namespace hearth
