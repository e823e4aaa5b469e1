#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/known.h"
#include "cli/leave_look.h"
#include "cli/rows_answer.h"
#include "engine/families_in_order.h"
#include "engine/impact_rows.h"
#include "engine/impact_text.h"
#include "engine/question_facts.h"
#include "engine/shared_facts.h"

namespace hearth {
namespace {

struct Options {
  std::string older, newer;
  QuestionOptions question;
};

ExitCode write_page(const World& world, const Options& options, const ImpactPage& page,
                    const PlanImpact& impact) {
  auto output = Output::open(options.question.answer.out);
  if (!output) return world.fail(output.error());
  if (const auto told = write_impact(page, impact, output->sink()); !told) {
    return world.fail(told.error());
  }
  const auto finished = output->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

ExitCode write_rows(const World& world, const Options& options, const ImpactPage& page,
                    const PlanImpact& impact) {
  auto answer = RowsAnswer::open(world, options.question.answer, ImpactRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto& row : impact_rows(page.older, page.newer, impact)) {
    if (!answer->take(row)) break;
  }
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

ExitCode judge(const World& world, const Options& options, const Judge& older, const Judge& newer) {
  FamiliesQuestion question;
  question.families = families_in_order(older.facts());
  question.on = options.question.on_day().value_or(world.today);
  question.threads = options.question.thread_count();
  question.progress = world.progress("judging families under both plans");
  const auto impact = plan_impact(older, newer, question);
  const auto& answer = options.question.answer;
  const ImpactPage page{older.plan(), newer.plan(), question.on, world.colour(answer.out)};
  return answer.format() == Format::Table ? write_page(world, options, page, impact)
                                          : write_rows(world, options, page, impact);
}

ExitCode run(const World& world, const Options& options) {
  if (const auto why = refuses_known(options.question); !why.empty()) return world.refuse(why);
  const auto plans = read_plans(world, {options.older, options.newer});
  if (!plans) return plans.error();
  // The plans are frozen. Facts are read once, unless the two declare their records otherwise.
  const auto place = QuestionFacts::open(
      options.question.facts, options.question.store,
      {.known = known_of(options.question.known), .threads = options.question.thread_count()});
  if (!place) return world.fail(place.error());
  for (const auto& note : place->notes()) world.say(note);
  SharedFacts facts(place->folder(), {.known_by = known_of(options.question.known).day,
                                      .begin_on = options.question.on_day().value_or(world.today),
                                      .threads = options.question.thread_count()});
  std::vector<std::shared_ptr<const ReadFacts>> read;
  std::set<std::string> said;
  auto code = ExitCode::Done;
  for (const auto& plan : *plans) {
    auto shared = facts.read_for(*plan);
    if (!shared) return world.fail(shared.error());
    code = std::max(code, say_faults(world, **shared, said));
    if (!(*shared)->members_known) return code;
    read.push_back(std::move(*shared));
  }
  const auto& question = options.question;
  const auto on = question.on_day().value_or(world.today);
  const auto what = fmt::format("{} {} {} on {}", question.command, plans->front()->name,
                                plans->back()->name, to_text(on));
  const auto left = leave_look(world, {question.store, question.by, what, {}});
  if (!left) return world.fail(left.error());
  // The facts are frozen; from here on threads only read.
  const Judge older(*plans->front(), read.front()->facts, read.front()->not_started);
  const Judge newer(*plans->back(), read.back()->facts, read.back()->not_started);
  return std::max(code, judge(world, options, older, newer));
}

}  // namespace

Run declare_plan_impact(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->question.command = "plan impact";
  app.add_option("OLD", options->older, "The plan as it is")->type_name("FILE")->required();
  app.add_option("NEW", options->newer, "The plan as it would be")->type_name("FILE")->required();
  add_facts_options(app, options->question);
  add_answer_options(app, options->question.answer, Forms::TableCsvJson);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
