#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/families_in_store.h"
#include "cli/options.h"
#include "families/form_families.h"
#include "families/lasting_ids.h"
#include "families/read_told.h"

namespace hearth {
namespace {

struct Options {
  std::vector<std::string> sightings, relationships, places;
  std::string started;
  std::string out, store, on;
};

std::string account(const families::ReadTold& read, const families::Families& formed) {
  std::string text;
  for (const auto& file : read.files) {
    text += fmt::format("{}: {} rows, {} kept, {} set aside\n", file.file, file.rows, file.kept,
                        file.set_aside);
  }
  if (read.homeless > 0) {
    text += fmt::format("sightings that tell of no home: {}\n", read.homeless);
  }
  std::size_t now = 0, shared = 0;
  for (const auto& family : formed.families) now += family.last == kForever;
  for (std::size_t place = 0; place < read.told.places.size(); ++place) {
    shared += formed.places[place] != read.told.places[place];
  }
  text += fmt::format("{} people are {} families, {} of them still\n", read.told.people.size(),
                      formed.families.size(), now);
  if (shared > 0) {
    text += fmt::format("addresses taken to be of many households: {}\n", shared);
  }
  return text;
}

ExitCode form_in_folder(const World& world, const Options& options) {
  const std::filesystem::path folder = options.out;
  families::ToldTables tables;
  tables.sightings.assign(options.sightings.begin(), options.sightings.end());
  tables.relationships.assign(options.relationships.begin(), options.relationships.end());
  tables.places.assign(options.places.begin(), options.places.end());
  if (std::filesystem::exists(folder / families::kDecisionsFile)) {
    tables.decisions = folder / families::kDecisionsFile;
  }
  const auto tell = [&](std::string_view doing) {
    if (world.messages_are_terminal) world.say(doing);
  };
  tell("reading");
  const auto read = families::read_told(tables);
  if (!read) return world.fail(read.error());
  world.say(read->diagnostics);
  const auto before = families::read_families_before(folder);
  if (!before) return world.fail(before.error());
  tell("forming families");
  auto formed = families::form_families(read->told);
  const auto replaced = families::give_lasting_ids(read->told, formed, *before);
  tell("writing");
  std::optional<Date> started;
  if (!options.started.empty()) started = parse_date(options.started);
  const auto written = families::write_families({read->told, formed, replaced, started}, folder);
  if (!written) return world.fail(written.error());
  const auto said = put(world, {}, account(*read, formed));
  if (said != ExitCode::Done) return said;
  return read->diagnostics.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

ExitCode run(const World& world, const Options& options) {
  if (options.store.empty()) {
    if (options.sightings.empty())
      return world.refuse("one of --sightings and --store is required");
    if (options.out.empty()) return world.refuse("--out is required");
    return form_in_folder(world, options);
  }
  membership::FormRequest request;
  request.store = options.store;
  request.on = parse_date(options.on).value_or(world.today);
  request.places.assign(options.places.begin(), options.places.end());
  return form_families_in_store(world, std::move(request));
}

}  // namespace

Run declare_families_form(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--sightings", options->sightings,
                 "Tables of sightings with `person_id` and `known_on`, CSV or Parquet")
      ->type_name("FILE…");
  app.add_option("--relationships", options->relationships,
                 "Tables of who is parent, carer, partner, sibling or relative of whom")
      ->type_name("FILE…");
  app.add_option("--places", options->places,
                 "Tables of addresses that are no home of one household, and their kind")
      ->type_name("FILE…");
  add_day_option(app, "--started", options->started,
                 "Since when the families are worked with; since they are known if not given");
  app.add_option("--out", options->out, "The folder to write, or to form again from newer tables")
      ->type_name("DIR");
  app.add_option("--store", options->store,
                 "Form families of the people of this store, and keep them in it")
      ->type_name("STORE");
  for (const auto* other : {"--sightings", "--relationships", "--started", "--out"}) {
    app.get_option("--store")->excludes(app.get_option(other));
  }
  add_day_option(app, "--on", options->on, "With --store: the day of the run; today if not given");
  app.get_option("--on")->needs("--store");
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
