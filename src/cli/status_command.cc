#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "store/feed_status.h"
#include "store/store.h"

namespace hearth {
namespace {

struct Options {
  std::string store, on;
};

ExitCode run(const World& world, const Options& options) {
  auto store = Store::open_to_read(options.store);
  if (!store) return world.fail(store.error());
  const auto loads = store->casebook.loads();
  if (!loads) return world.fail(loads.error());
  const auto on = parse_date(options.on).value_or(world.today);
  std::string text;
  for (const auto& status : status_of_feeds(*loads, on)) text += to_text(status, on);
  return put(world, {}, text.empty() ? "nothing was loaded yet\n" : text);
}

}  // namespace

Run declare_status(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  add_day_option(app, "--on", options->on, "The day to answer for; today if not given");
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
