#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>

#include "cli/command.h"
#include "cli/link_question.h"
#include "identity/why.h"
#include "link/waterfall.h"

namespace hearth {
namespace {

struct Options {
  LinkOptions link;
  std::string store, by;
  std::vector<std::string> rows;  // two
};

// `file.csv:id`, or an id alone where one table has it.
std::optional<link::RowNumber> find_row(const link::Sightings& sightings, const std::string& name) {
  std::optional<link::RowNumber> found;
  for (link::RowNumber row = 0; row < sightings.size(); ++row) {
    const auto id = sightings.row_ids[row];
    const bool alone = id == name;
    const bool full = name.size() > id.size() && name.ends_with(id) &&
                      name == sightings.inputs[sightings.input_of[row]] + ":" + std::string(id);
    if (!alone && !full) continue;
    if (found && alone) return std::nullopt;  // in two tables
    found = row;
  }
  return found;
}

ExitCode run_over_store(const World& world, const Options& options) {
  if (options.by.empty()) {
    return world.refuse("--by is required: who looks at people's data is kept in the casebook");
  }
  identity::ReviewRequest request;
  request.store = options.store;
  request.by = options.by;
  request.on = world.today;
  request.waiting = world.waiting();
  const auto why = identity::why(request, {options.rows[0], options.rows[1]});
  if (!why) return world.fail(why.error());
  if (!why->refused.empty()) return world.refuse(why->refused);
  return put(world, {}, identity::why_text(*why));
}

ExitCode run(const World& world, const Options& options) {
  if (!options.store.empty()) return run_over_store(world, options);
  const auto question = link_question(world, options.link);
  if (!question) return question.error();
  const auto prepared = prepare_link(world, *question);
  if (!prepared) return prepared.error();
  std::vector<link::RowNumber> rows;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto row = find_row(prepared->sightings, options.rows[i]);
    if (!row) {
      return world.refuse(fmt::format(
          "there is no one row by the {} id; write it as FILE:ID where several tables have it",
          i == 0 ? "first" : "second"));
    }
    rows.push_back(*row);
  }
  return put(world, {}, link::waterfall(*prepared, rows[0], rows[1]));
}

}  // namespace

Run declare_link_why(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("rows", options->rows,
                 "The ids of two rows: ID, or FILE:ID; with --store two sightings, or two people")
      ->type_name("A B")
      ->expected(2)
      ->required();
  add_link_options(app, options->link);
  auto* store =
      app.add_option("--store", options->store, "The store that was linked")->type_name("STORE");
  for (const auto* other : {"--input", "--model", "--retrain", "--threads"}) {
    store->excludes(app.get_option(other));
  }
  app.add_option("--by", options->by, "With --store: who looks; it is kept in the casebook")
      ->type_name("WHO")
      ->needs(store);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
