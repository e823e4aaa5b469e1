#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/shipped.h"
#include "engine/check_feed.h"

namespace hearth {
namespace {

struct Options {
  std::string feed;
  std::vector<std::string> files;
  std::string catalogue = "plans/catalogue.md";
};

ExitCode run(const World& world, const Options& options) {
  FeedCheckRequest request;
  const bool path = options.feed.ends_with(".toml");
  request.feed = path ? options.feed : shipped("feeds/" + options.feed + ".toml");
  request.catalogue = shipped(options.catalogue);
  request.options.files.assign(options.files.begin(), options.files.end());
  const auto check = check_feed(request, read_text_file);
  if (!check) return world.fail(check.error());
  world.say(check->declaration);
  if (check->declaration.has_errors()) return ExitCode::BadPlan;
  world.say(check->rows);
  const auto written = put(world, {}, check->text);
  if (written != ExitCode::Done) return written;
  return check->rows.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

}  // namespace

Run declare_feed_check(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("feed", options->feed, "A name from feeds/, or the path of a TOML file")
      ->type_name("FEED")
      ->required();
  app.add_option("files", options->files, "The files to try")->type_name("FILE")->required();
  app.add_option("--catalogue", options->catalogue,
                 "The catalogue; plans/catalogue.md if not given")
      ->type_name("FILE");
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
