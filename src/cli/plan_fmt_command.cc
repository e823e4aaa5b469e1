#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "language/format_document.h"
#include "language/parse_document.h"

namespace hearth {
namespace {

struct Options {
  std::vector<std::string> plans;
  bool write = false;
  bool check = false;
};

ExitCode lay_out(const World& world, const Options& options, const std::string& path) {
  auto text = read_text_file(path);
  if (!text) return world.fail(text.error());
  const auto source = std::make_shared<const Source>(path, *text);
  const auto diagnostics = parse_document(source).diagnostics;
  world.say(diagnostics);
  if (diagnostics.has_errors()) return ExitCode::BadPlan;
  const auto layout = format_document(source);
  if (options.check) {
    if (layout == *text) return ExitCode::Done;
    world.say(path + " is not in the canonical layout; to put it so: hearth plan fmt --write");
    return ExitCode::No;
  }
  if (!options.write) return put(world, {}, layout);
  return layout == *text ? ExitCode::Done : put(world, path, layout);
}

ExitCode run(const World& world, const Options& options) {
  auto code = ExitCode::Done;
  for (const auto& path : options.plans) code = std::max(code, lay_out(world, options, path));
  return code;
}

}  // namespace

Run declare_plan_fmt(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_plan_argument(app, options->plans);
  auto* write = app.add_flag("--write", options->write, "Put the layout into the file");
  app.add_flag("--check", options->check, "Only say whether the layout differs (exit code 1)")
      ->excludes(write);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
