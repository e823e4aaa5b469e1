#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/leave_look.h"
#include "cli/options.h"
#include "store/dump.h"

namespace hearth {
namespace {

struct Options {
  std::string store, segment, out, by;
};

// The rows are what agencies tell of people: who looks at them is kept.
Result<void> show_segment(const World& world, const Options& options, Store& store,
                          const DumpSink& sink) {
  const auto segment = segment_named(store, options.segment);
  if (!segment) return std::unexpected(segment.error());
  HEARTH_TRY(leave_look(world, {options.store, options.by, "dump " + segment->name, {}}));
  return dump_segment(store, *segment, sink);
}

ExitCode run(const World& world, const Options& options) {
  auto store = Store::open_to_read(options.store);
  if (!store) return world.fail(store.error());
  auto output = Output::open(options.out);
  if (!output) return world.fail(output.error());
  const auto dumped = options.segment.empty()
                          ? dump_casebook(*store, output->sink())
                          : show_segment(world, options, *store, output->sink());
  if (!dumped) return world.fail(dumped.error());
  const auto finished = output->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

}  // namespace

Run declare_dump(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  app.add_option("--segment", options->segment,
                 "The rows of this segment instead; they are personal data")
      ->type_name("NAME");
  add_by_option(app, options->by);
  add_out_option(app, options->out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
