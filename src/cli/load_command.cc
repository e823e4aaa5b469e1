#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/shipped.h"
#include "engine/load_feed.h"

namespace hearth {
namespace {

struct Options {
  std::string store;
  std::string feed;
  std::string catalogue = "plans/catalogue.md";
  std::vector<std::string> files;
  std::string covers;  // FROM..TO
  std::string started, received, on;
  std::int64_t mends = 0;
};

std::string feed_file(const std::string& feed) {
  return feed.ends_with(".toml") ? feed : shipped("feeds/" + feed + ".toml");
}

LoadFeedRequest request_of(const World& world, const Options& options) {
  LoadFeedRequest request;
  request.feed = feed_file(options.feed);
  request.catalogue = shipped(options.catalogue);
  auto& load = request.load;
  load.store = options.store;
  load.on = parse_date(options.on).value_or(world.today);
  load.mends = options.mends;
  load.options.files.assign(options.files.begin(), options.files.end());
  load.options.covers = days_of(options.covers);
  load.options.started = parse_date(options.started);
  load.options.received = parse_date(options.received);
  load.progress = world.tally("rows read");
  load.waiting = [&world] { world.say("another process is loading into this store; waiting"); };
  return request;
}

ExitCode run(const World& world, const Options& options) {
  const auto request = request_of(world, options);
  const auto answer = load_feed(request, read_text_file);
  if (!answer) return world.fail(answer.error());
  world.say(answer->declaration);
  if (answer->declaration.has_errors()) return ExitCode::BadPlan;
  const auto& loaded = answer->loaded;
  world.say(loaded.diagnostics);
  if (!loaded.refused.empty()) {
    world.say("hearth: " + loaded.refused);
    return loaded.diagnostics.has_errors() ? ExitCode::BadData : ExitCode::WrongUsage;
  }
  const auto written = put(world, {}, loaded.account);
  if (written != ExitCode::Done) return written;
  return loaded.set_aside ? ExitCode::BadData : ExitCode::Done;
}

}  // namespace

Run declare_load(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  app.add_option("--feed", options->feed,
                 "The feed: a name from feeds/, or the path of a TOML file")
      ->type_name("NAME")
      ->required();
  app.add_option("files", options->files, "The files the agency sent")
      ->type_name("FILE")
      ->required();
  app.add_option("--catalogue", options->catalogue,
                 "The catalogue; plans/catalogue.md if not given")
      ->type_name("FILE");
  add_days_option(app, "--covers", options->covers,
                  "The days the files tell everything of, where they do not say: FROM..TO");
  add_day_option(app, "--received", options->received,
                 "The day the files came, where they do not say; the day of the load if not given");
  add_day_option(app, "--started", options->started,
                 "Since when the families have been worked with, where no file says");
  add_day_option(app, "--on", options->on, "The day of the load; today if not given");
  app.add_option("--mends", options->mends, "The files are mended rejects of this load")
      ->type_name("LOAD")
      ->check(CLI::PositiveNumber.description(""));
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
