#include "cli/ask.h"

#include <fmt/format.h>

#include <algorithm>

#include "facts/read_facts.h"
#include "language/load_plan.h"
#include "language/narrow_plan.h"
#include "language/records_read.h"

namespace hearth {
namespace {

ExitCode worse(ExitCode a, ExitCode b) { return std::max(a, b); }

// Says what is wrong with the facts, and what became of the rows where some were set aside.
ExitCode say_faults(const World& world, const ReadFacts& read) {
  world.say(read.diagnostics);
  for (const auto& count : read.counts) {
    if (count.set_aside == 0) continue;
    world.say(fmt::format("{}: {} rows read, {} kept, {} set aside", count.file, count.rows,
                          count.kept, count.set_aside));
  }
  return read.diagnostics.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

// The families of --family, or all; nothing once an unknown one was said.
std::optional<std::vector<FamilyId>> families_wanted(const World& world, const Facts& facts,
                                                     const QuestionOptions& options) {
  if (options.families.empty()) return families_in_order(facts);
  std::vector<std::string> ids = options.families;
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  std::vector<FamilyId> families;
  for (const auto& id : ids) {
    const auto family = facts.find_family(id);
    if (!family) {
      world.refuse("no family of this id in " + options.facts);
      return std::nullopt;
    }
    families.push_back(*family);
  }
  return families;
}

// The plans with the criteria of --criterion alone; nothing once an unknown one was said.
std::optional<Plans> narrowed_plans(const World& world, const Plans& plans,
                                    const std::vector<std::string>& refs) {
  if (refs.empty()) return plans;
  Plans fewer;
  for (const auto& plan : plans) {
    auto narrow = narrowed(*plan, refs);
    if (!narrow) {
      world.refuse(narrow.error().message);
      return std::nullopt;
    }
    fewer.push_back(std::make_shared<const Plan>(std::move(*narrow)));
  }
  return fewer;
}

// A question about some criteria reads only what they need; any other tells all that is wrong.
ReadOptions read_options(const QuestionOptions& options, const Plan& plan) {
  ReadOptions read{.known_by = options.known_day(), .threads = options.thread_count()};
  if (!options.criteria.empty()) read.record_types = record_types_read(plan);
  return read;
}

}  // namespace

std::expected<Plans, ExitCode> read_plans(const World& world,
                                          const std::vector<std::string>& paths) {
  Plans plans;
  for (const auto& path : paths) {
    if (const auto readable = read_text_file(path); !readable) {
      return std::unexpected(world.fail(readable.error()));
    }
    auto loaded = load_plan(path, read_text_file);
    world.say(loaded.diagnostics);
    if (loaded.plan) plans.push_back(std::move(loaded.plan));
  }
  if (plans.size() < paths.size()) return std::unexpected(ExitCode::BadPlan);
  return plans;
}

ExitCode ask_each_plan(const World& world, const QuestionOptions& options, const Ask& ask) {
  const auto whole_plans = read_plans(world, options.plans);
  if (!whole_plans) return whole_plans.error();
  const auto plans = narrowed_plans(world, *whole_plans, options.criteria);
  if (!plans) return ExitCode::WrongUsage;
  // The plans are frozen. Facts are read once for each, because each has a catalogue of its own.
  auto code = ExitCode::Done;
  for (const auto& plan : *plans) {
    const auto read = read_facts(options.facts, plan->catalogue, read_options(options, *plan));
    if (!read) return world.fail(read.error());
    if (plan == plans->front()) code = worse(code, say_faults(world, *read));
    // Without its members every family would seem to be without needs.
    if (!read->members_known) return code;
    // The facts are frozen: whatever was wrong with them has been set aside and said.
    const auto families = families_wanted(world, read->facts, options);
    if (!families) return ExitCode::WrongUsage;
    // The question is frozen; from here on threads only read.
    const Judge judge(*plan, read->facts);
    FamiliesQuestion question;
    question.families = *families;
    question.on = options.on_day().value_or(world.today);
    question.threads = options.thread_count();
    question.progress = world.progress("judging families");
    const auto asked = ask(judge, std::move(question));
    if (asked == ExitCode::WrongUsage || asked == ExitCode::WorldFailed) return asked;
    code = worse(code, asked);
  }
  return code;
}

}  // namespace hearth
