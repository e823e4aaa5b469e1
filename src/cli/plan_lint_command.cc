#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "author/lint_plan.h"
#include "cli/ask.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "cli/shipped.h"
#include "engine/diagnostic_rows.h"
#include "intake/supplied.h"
#include "language/load_plan.h"

namespace hearth {
namespace {

struct Options {
  std::vector<std::string> plans;
  std::string feeds = "feeds";
  std::string catalogue = "plans/catalogue.md";
  bool no_feeds = false;
  AnswerOptions answer{.form = "text", .out = {}};
};

// Feeds are read with the catalogue they were written for, which the plan may leave out.
std::expected<Supply, ExitCode> read_supply(const World& world, const Options& options) {
  const auto catalogue = load_catalogue(shipped(options.catalogue), read_text_file);
  world.say(catalogue.diagnostics);
  if (!catalogue.catalogue) return std::unexpected(ExitCode::BadPlan);
  auto supplied = supplied_by(shipped(options.feeds), *catalogue.catalogue);
  if (!supplied) return std::unexpected(world.fail(supplied.error()));
  world.say(supplied->diagnostics);
  if (supplied->diagnostics.has_errors()) return std::unexpected(ExitCode::BadPlan);
  return Supply{std::move(supplied->sources), std::move(supplied->record_types)};
}

std::string as_text(const Diagnostics& found, std::size_t plans) {
  const auto count = found.list().size();
  auto text = to_text(found);
  if (count > 0) text += "\n";
  return text + fmt::format("{} {} in {} {}\n", count == 0 ? "no" : fmt::to_string(count),
                            count == 1 ? "finding" : "findings", plans,
                            plans == 1 ? "plan" : "plans");
}

ExitCode answer_rows(const World& world, const Options& options, const Diagnostics& found) {
  auto answer = RowsAnswer::open(world, options.answer, DiagnosticRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto& row : diagnostic_rows(found)) answer->take(row);
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

ExitCode run(const World& world, const Options& options) {
  const auto plans = read_plans(world, options.plans);
  if (!plans) return plans.error();
  std::optional<Supply> supply;
  if (!options.no_feeds) {
    auto read = read_supply(world, options);
    if (!read) return read.error();
    supply = std::move(*read);
  }
  Diagnostics found;
  for (const auto& plan : *plans) found.take(lint_plan(*plan, supply));
  const auto written = options.answer.form == "text"
                           ? put(world, options.answer.out, as_text(found, plans->size()))
                           : answer_rows(world, options, found);
  if (written != ExitCode::Done) return written;
  return found.empty() ? ExitCode::Done : ExitCode::No;
}

}  // namespace

Run declare_plan_lint(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_plan_argument(app, options->plans);
  app.add_option("--feeds", options->feeds, "The folder of feeds; feeds/ if not given")
      ->type_name("DIR");
  app.add_flag("--no-feeds", options->no_feeds, "Say nothing of what no feed brings");
  app.add_option("--catalogue", options->catalogue,
                 "The catalogue the feeds are read with; plans/catalogue.md if not given")
      ->type_name("FILE");
  app.add_option("--format", options->answer.form,
                 "How the findings are written; text if not given")
      ->type_name("FORM")
      ->check(CLI::IsMember(std::vector<std::string>{"text", "table", "csv", "json"}));
  add_out_option(app, options->answer.out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
