#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "engine/check_feed.h"

namespace hearth {
namespace {

struct Options {
  std::string file;
  std::string out;
};

ExitCode run(const World& world, const Options& options) {
  const auto draft = draft_feed_for(options.file);
  return draft ? put(world, options.out, *draft) : world.fail(draft.error());
}

}  // namespace

Run declare_feed_draft(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("file", options->file, "A file nobody has described yet")
      ->type_name("FILE")
      ->required();
  add_out_option(app, options->out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
