#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "store/facts_view.h"

namespace hearth {
namespace {

struct Options {
  std::string store, out, known;
  std::string form = "csv";
};

ExitCode run(const World& world, const Options& options) {
  std::error_code code;
  if (std::filesystem::exists(options.out, code) && !std::filesystem::is_empty(options.out, code)) {
    return world.refuse("there is something in the folder of --out; name a new one");
  }
  auto store = Store::open_to_read(options.store);
  if (!store) return world.fail(store.error());
  ViewRequest request;
  request.known = parse_date(options.known);
  request.format = options.form == "parquet" ? FileFormat::Parquet : FileFormat::Csv;
  const auto written = write_view(*store, request, options.out);
  return written ? ExitCode::Done : world.fail(written.error());
}

}  // namespace

Run declare_export(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  app.add_option("--out", options->out, "The folder of facts to write; a new one")
      ->type_name("DIR")
      ->required();
  add_day_option(app, "--known", options->known, "Only what had been told by this day");
  app.add_option("--format", options->form, "How the facts are written: csv if not given")
      ->type_name("FORM")
      ->check(CLI::IsMember(std::vector<std::string>{"csv", "parquet"}));
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
