#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "identity/import_review.h"
#include "identity/review_workbook.h"

namespace hearth {
namespace {

struct Options {
  std::string store, by, out, import, on;
  std::size_t most = 0;
};

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kMostInWorkbook = 500;

ExitCode import(const World& world, const Options& options, Date on) {
  const auto imported =
      identity::import_review({options.store, options.import, on, world.waiting()});
  if (!imported) return world.fail(imported.error());
  world.say(imported->diagnostics);
  if (imported->diagnostics.has_errors()) {
    world.say("nothing was taken: mend these rows and import the workbook again");
    return ExitCode::BadData;
  }
  auto text = fmt::format("{} pairs said to be one person's, {} two people's, {} left\n",
                          imported->same, imported->different, imported->left);
  if (imported->last_event > 0) {
    text +=
        fmt::format("{} people merged, {} split; recorded as events {} to {}\n", imported->merged,
                    imported->split, imported->first_event, imported->last_event);
  }
  return put(world, {}, text);
}

ExitCode show(const World& world, const Options& options, Date on) {
  identity::ReviewRequest request;
  request.store = options.store;
  request.by = options.by;
  request.on = on;
  request.most = options.most > 0      ? options.most
                 : options.out.empty() ? kMostShown
                                       : kMostInWorkbook;
  request.waiting = world.waiting();
  const auto review = identity::review(request);
  if (!review) return world.fail(review.error());
  if (options.out.empty()) return put(world, {}, identity::review_text(*review));
  const auto written = identity::write_review_workbook(*review, options.out);
  if (!written) return world.fail(written.error());
  return put(
      world, {},
      fmt::format("{} of {} doubtful pairs written\n", review->pairs.size(), review->in_all));
}

ExitCode run(const World& world, const Options& options) {
  const auto on = parse_date(options.on).value_or(world.today);
  if (!options.import.empty()) return import(world, options, on);
  if (options.by.empty()) {
    return world.refuse("--by is required: who looks at people's data is kept in the casebook");
  }
  if (!options.out.empty() && !options.out.ends_with(".xlsx")) {
    return world.refuse("--out writes a workbook: a name that ends in .xlsx");
  }
  return show(world, options, on);
}

}  // namespace

Run declare_link_review(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--store", options->store, "The store that was linked")
      ->type_name("STORE")
      ->required();
  app.add_option("--by", options->by, "Who looks; it is kept in the casebook")->type_name("WHO");
  app.add_option("--out", options->out, "Write a workbook to decide in")->type_name("FILE.xlsx");
  app.add_option("--most", options->most,
                 "So many pairs at most; 20 if not given, 500 in a workbook")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000).description(""));
  auto* import = app.add_option("--import", options->import, "Take the decisions of a workbook")
                     ->type_name("FILE.xlsx");
  add_day_option(app, "--on", options->on, "The day it is; today if not given");
  for (const auto* other : {"--by", "--out", "--most"}) {
    import->excludes(app.get_option(other));
  }
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
