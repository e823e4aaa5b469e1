#include "cli/link_into_store.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/options.h"
#include "identity/link_store.h"

namespace hearth {
namespace {

std::string account_of(const identity::LinkStoreAnswer& answer) {
  if (!answer.changed) return "there is nothing in the store that was not looked at before\n";
  const auto count = [&](std::string_view what) {
    return std::ranges::count(answer.run.events, what, &PersonEventEntry::what);
  };
  auto text =
      fmt::format("run {}: {} loads looked at, {} different sightings that are new, {} in all",
                  answer.run.number, answer.loads, answer.rows, answer.known);
  text += fmt::format("; {} pairs compared\n", answer.candidates);
  return text + fmt::format(
                    "{} people founded, rows attached to {}; merges proposed: {}, splits proposed: "
                    "{}; open proposals in all: {}\n",
                    count("founded"), count("attached"), count("merge_proposed"),
                    count("split_proposed"), answer.open);
}

}  // namespace

void add_store_link_options(CLI::App& app, StoreLinkOptions& options) {
  app.add_option("--store", options.store,
                 "Link the sightings of this store, and keep its people in it")
      ->type_name("STORE");
  app.add_flag("--anew", options.anew, "With --store: look at all loads again, by the same model")
      ->needs("--store");
  add_day_option(app, "--on", options.on, "With --store: the day of the run; today if not given");
}

ExitCode link_into_store(const World& world, const LinkOptions& link,
                         const StoreLinkOptions& options) {
  auto model = link_model(world, link);
  if (!model) return model.error();
  identity::LinkStoreRequest request;
  request.store = options.store;
  request.on = parse_date(options.on).value_or(world.today);
  request.model = std::move(*model);
  request.given = !link.model.empty();
  request.retrain = link.retrain;
  request.anew = options.anew;
  request.threads = link_threads(link);
  request.waiting = world.waiting();
  request.tell = tell_work(world);
  request.tell_parts = world.progress("comparing candidate pairs");
  const auto answer = identity::link_store(request);
  if (!answer) return world.fail(answer.error());
  world.say(answer->diagnostics);
  if (answer->diagnostics.has_errors()) return ExitCode::BadData;
  return put(world, {}, account_of(*answer));
}

}  // namespace hearth
