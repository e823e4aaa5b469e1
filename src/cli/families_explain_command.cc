#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "families/explain_family.h"

namespace hearth {
namespace {

struct Options {
  std::string family;
  std::string folder;
  std::string out;
};

ExitCode run(const World& world, const Options& options) {
  const auto kept = families::read_kept_families(options.folder);
  if (!kept) return world.fail(kept.error());
  const auto text = families::explain_family(*kept, options.family);
  if (!text) return world.refuse("there is no family of this id in " + options.folder);
  return put(world, options.out, *text);
}

}  // namespace

Run declare_families_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("family", options->family, "The family's id")->type_name("ID")->required();
  app.add_option("--families", options->folder, "The folder that `families form` wrote")
      ->type_name("DIR")
      ->required();
  add_out_option(app, options->out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
