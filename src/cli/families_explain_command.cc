#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/families_in_store.h"
#include "cli/options.h"
#include "families/explain_family.h"

namespace hearth {
namespace {

struct Options {
  std::string family;
  FamiliesPlace place;
  std::string out;
};

ExitCode run(const World& world, const Options& options) {
  if (const auto why = options.place.refuses(); !why.empty()) return world.refuse(why);
  const auto kept = formed_families(options.place);
  if (!kept) return world.fail(kept.error());
  const auto text = families::explain_family(*kept, options.family);
  if (!text)
    return world.refuse("there is no family of this id in " + options.place.folder +
                        options.place.store);
  const auto left = leave_look(world, options.place, "families explain", {options.family});
  return left ? put(world, options.out, *text) : world.fail(left.error());
}

}  // namespace

Run declare_families_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("family", options->family, "The family's id")->type_name("ID")->required();
  add_families_place(app, options->place);
  add_out_option(app, options->out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
