#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/known.h"
#include "cli/leave_look.h"
#include "cli/options.h"
#include "engine/question_facts.h"
#include "store/facts_workbook.h"
#include "store/view.h"

namespace hearth {
namespace {

struct Options {
  std::string store, out, known, by;
  std::string form = "csv";
};

Result<void> write(Store& store, const Options& options) {
  ViewRequest request;
  request.known = known_of(options.known);
  const auto note = tell_people_and_families(store, request);
  if (!note) return std::unexpected(note.error());
  if (options.form != "xlsx") {
    request.format = options.form == "parquet" ? FileFormat::Parquet : FileFormat::Csv;
    return write_view(store, request, options.out);
  }
  const auto view = View::open(store, request);
  if (!view) return std::unexpected(view.error());
  return write_facts_workbook(view->facts(), options.out);
}

ExitCode run(const World& world, const Options& options) {
  std::error_code code;
  if (options.form != "xlsx" && std::filesystem::exists(options.out, code) &&
      !std::filesystem::is_empty(options.out, code)) {
    return world.refuse("there is something in the folder of --out; name a new one");
  }
  auto store = Store::open_to_read(options.store);
  if (!store) return world.fail(store.error());
  const auto what = "export" + (options.known.empty() ? "" : " known " + options.known);
  const auto left = leave_look(world, {options.store, options.by, what, {}});
  if (!left) return world.fail(left.error());
  const auto written = write(*store, options);
  return written ? ExitCode::Done : world.fail(written.error());
}

}  // namespace

Run declare_export(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_store_option(app, options->store);
  app.add_option("--out", options->out, "The folder of facts to write, a new one; or the workbook")
      ->type_name("DIR")
      ->required();
  add_known_option(app, options->known, "Only what had been told by this day");
  add_by_option(app, options->by);
  app.add_option("--format", options->form, "How the facts are written: csv if not given")
      ->type_name("FORM")
      ->check(CLI::IsMember(std::vector<std::string>{"csv", "parquet", "xlsx"}));
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
