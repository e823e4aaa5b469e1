#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "store/copy_store.h"

namespace hearth {
namespace {

struct Options {
  std::string store, folder;
};

ExitCode told(const World& world, const Result<Copied>& copied) {
  if (!copied) return world.fail(copied.error());
  return put(world, {},
             fmt::format("{} loads, {} files, {} bytes copied, each held against its checksum\n",
                         copied->loads, copied->files, copied->bytes));
}

ExitCode run_backup(const World& world, const Options& options) {
  auto store = Store::open_to_read(options.store);
  if (!store) return world.fail(store.error());
  return told(world, back_up(*store, options.folder, world.today, world.progress("copying loads")));
}

ExitCode run_restore(const World& world, const Options& options) {
  return told(world,
              restore(options.folder, options.store, world.today, world.progress("copying loads")));
}

}  // namespace

Run declare_backup(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  app.add_option("--out", options->folder, "The folder to make of it; a new one")
      ->type_name("DIR")
      ->required();
  return [options](const World& world) { return run_backup(world, *options); };
}

Run declare_restore(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("backup", options->folder, "A folder that hearth backup made")
      ->type_name("DIR")
      ->required();
  add_store_option(app, options->store);
  return [options](const World& world) { return run_restore(world, *options); };
}

}  // namespace hearth
