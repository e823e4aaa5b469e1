#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/shipped.h"
#include "engine/import_feed.h"

namespace hearth {
namespace {

struct Options {
  std::string feed;
  std::string catalogue = "plans/catalogue.md";
  std::vector<std::string> files;
  std::string covers;  // FROM..TO
  std::string started;
  std::string received;
  std::string out;
  std::string sightings, relations;
  std::string form = "csv";
};

std::string feed_file(const std::string& feed) {
  return feed.ends_with(".toml") ? feed : shipped("feeds/" + feed + ".toml");
}

ImportRequest request_of(const Options& options) {
  ImportRequest request;
  request.feed = feed_file(options.feed);
  request.catalogue = shipped(options.catalogue);
  request.out = options.out;
  request.sightings = options.sightings;
  request.relations = options.relations;
  request.format = options.form == "parquet" ? FileFormat::Parquet : FileFormat::Csv;
  request.options.files.assign(options.files.begin(), options.files.end());
  if (!options.covers.empty()) request.options.covers = days_of(options.covers);
  if (!options.started.empty()) request.options.started = parse_date(options.started);
  if (!options.received.empty()) request.options.received = parse_date(options.received);
  return request;
}

ExitCode run(const World& world, const Options& options) {
  const auto request = request_of(options);
  const auto answer = import_feed(request, read_text_file);
  if (!answer) return world.fail(answer.error());
  world.say(answer->declaration);
  if (answer->declaration.has_errors()) return ExitCode::BadPlan;
  world.say(answer->imported.diagnostics);
  const auto written = put(world, {}, answer->account);
  if (written != ExitCode::Done) return written;
  return answer->imported.diagnostics.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

}  // namespace

Run declare_import(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--feed", options->feed,
                 "The feed: a name from feeds/, or the path of a TOML file")
      ->type_name("NAME")
      ->required();
  app.add_option("files", options->files, "The files the agency sent")
      ->type_name("FILE")
      ->required();
  app.add_option("--out", options->out, "The folder of facts to write")
      ->type_name("DIR")
      ->required();
  app.add_option("--sightings", options->sightings,
                 "A table of who each row is about, for linking: a .csv or .parquet file")
      ->type_name("FILE");
  app.add_option("--relations", options->relations,
                 "A table of who is related to whom, for families: a .csv or .parquet file")
      ->type_name("FILE");
  app.add_option("--catalogue", options->catalogue,
                 "The catalogue; plans/catalogue.md if not given")
      ->type_name("FILE");
  add_days_option(app, "--covers", options->covers,
                  "The days the files tell everything of, where they do not say: FROM..TO");
  add_day_option(app, "--started", options->started,
                 "Since when the families have been worked with, where no file says");
  add_day_option(app, "--received", options->received,
                 "The day the files came, where they do not say");
  app.add_option("--format", options->form, "How the facts are written: csv if not given")
      ->type_name("FORM")
      ->check(CLI::IsMember(std::vector<std::string>{"csv", "parquet"}));
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
