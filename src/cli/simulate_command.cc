#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/command.h"
#include "simulate/simulate.h"

namespace hearth {
namespace {

struct Options {
  std::uint64_t families = 0;
  std::uint64_t seed = 1;
  std::string out;
  std::string errors = "default";
  bool facts_only = false;
};

// A word for all of them, or the kinds there are to be; nothing for a name that is none.
std::optional<MistakeRates> mistakes_of(const std::string& words) {
  if (words == "none") return rates_of(Mistakes::None);
  if (words == "default") return rates_of(Mistakes::Default);
  if (words == "heavy") return rates_of(Mistakes::Heavy);
  std::vector<std::string> names;
  for (const auto name : split(words, ',')) names.emplace_back(name);
  return rates_of_kinds(names);
}

std::string kinds_said() {
  std::string said;
  for (const auto& kind : mistake_kinds()) said += fmt::format(" {}", kind.name);
  return said;
}

ExitCode run(const World& world, const Options& options) {
  const auto mistakes = mistakes_of(options.errors);
  if (!mistakes) {
    return world.refuse("--errors is none, default, heavy, or some of" + kinds_said());
  }
  const Simulation simulation{options.families, options.seed, options.out, *mistakes,
                              !options.facts_only};
  const auto progress = world.progress("families lived");
  const auto done = simulate(simulation, [&](std::uint64_t families) {
    if (progress) progress(families, options.families);
  });
  if (!done) return world.fail(done.error());
  return put(world, {},
             fmt::format("{} families, {} people, {} records\n", options.families, done->people,
                         done->records));
}

}  // namespace

Run declare_simulate(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--families", options->families, "How many families")
      ->type_name("N")
      ->required()
      ->check(CLI::Range(1, 10'000'000));
  app.add_option("--seed", options->seed, "Another number, another council; 1 if not given")
      ->type_name("S");
  app.add_option("--out", options->out, "The folder to write: facts, files and truth inside it")
      ->type_name("DIR")
      ->required();
  app.add_option(
         "--errors", options->errors,
         "The mistakes agencies make: none, default or heavy; or some kinds alone, as often "
         "as when they are heavy, such as late_row,bad_date; default if not given")
      ->type_name("HOW");
  app.add_flag("--facts-only", options->facts_only, "Write the true facts, and no agencies' files");
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
