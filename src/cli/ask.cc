#include "cli/ask.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "cli/known.h"
#include "cli/leave_look.h"
#include "engine/question_facts.h"
#include "engine/shared_facts.h"
#include "language/describe_plan.h"
#include "language/narrow_plan.h"
#include "language/records_read.h"

namespace hearth {
namespace {

ExitCode worse(ExitCode a, ExitCode b) { return std::max(a, b); }

bool is_anybody_of(const Facts& facts, FamilyId family, Date on) {
  return std::ranges::any_of(facts.members_of(family), [&](std::uint32_t at) {
    const auto& member = facts.members[at];
    const auto& person = facts.people[member.person.index];
    return member.first <= on && on <= member.last && (!person.born || *person.born <= on) &&
           (!person.died || on <= *person.died);
  });
}

// All but those that work has not begun with and that nobody is of on the day.
std::vector<FamilyId> families_there(const ReadFacts& read, Date on) {
  auto families = families_in_order(read.facts);
  auto none = read.not_started;
  std::erase_if(none, [&](FamilyId family) { return is_anybody_of(read.facts, family, on); });
  std::ranges::sort(none);
  std::erase_if(families,
                [&](FamilyId family) { return std::ranges::binary_search(none, family); });
  return families;
}

// The families of --family, or all; nothing once an unknown one was said.
std::optional<std::vector<FamilyId>> families_wanted(const World& world, const ReadFacts& read,
                                                     const QuestionOptions& options) {
  const auto& facts = read.facts;
  if (options.families.empty()) {
    return families_there(read, options.on_day().value_or(world.today));
  }
  std::vector<std::string> ids = options.families;
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  std::vector<FamilyId> families;
  for (const auto& id : ids) {
    const auto family = facts.find_family(id);
    if (!family) {
      world.refuse("no family of this id in " + options.where());
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
std::vector<bool> wanted_types(const QuestionOptions& options, const Plan& plan) {
  return options.criteria.empty() ? std::vector<bool>() : record_types_read(plan);
}

// Why rows of these plans could not be told apart, or empty.
std::string same_name(const Plans& plans) {
  std::map<std::string, std::string> files;
  for (const auto& plan : plans) {
    const auto& file = plan->source->name();
    const auto [other, added] = files.emplace(plan->name, file);
    if (added) continue;
    return fmt::format(
        "two plans are named `{}`: {} and {}; give one another name in its `plan` line, so that "
        "their answers can be told apart",
        plan->name, other->second, file);
  }
  return {};
}

// A plan still judges on a day it is not in force; whoever asks should know that it is so.
void say_if_not_in_force(const World& world, const Plan& plan, Date on) {
  if (plan.in_force_from <= on && on <= plan.in_force_to) return;
  world.say(fmt::format("note: the plan {} is in force {}, and {} is not among those days",
                        plan.name, in_force_words(plan), to_text(on)));
}

// Of the families asked about.
void say_if_not_started(const World& world, const ReadFacts& read,
                        const std::vector<FamilyId>& families, Date on) {
  auto not_started = read.not_started;
  std::ranges::sort(not_started);
  const auto count = std::ranges::count_if(
      families, [&](FamilyId family) { return std::ranges::binary_search(not_started, family); });
  if (count == 0) return;
  world.say(
      fmt::format("note: of {} families {} have no start of work; they are judged as if it "
                  "began on {}",
                  families.size(), count, to_text(on)));
}

FamiliesQuestion question_of(const World& world, const QuestionOptions& options,
                             const std::vector<FamilyId>& families) {
  FamiliesQuestion question;
  question.families = families;
  question.on = options.on_day().value_or(world.today);
  question.threads = options.thread_count();
  question.progress = world.progress("judging families");
  return question;
}

// The question as the casebook keeps it: `evaluate national-2022 on 2025-07-31`.
std::string asked_words(const QuestionOptions& options, const Plans& plans, Date on) {
  auto words = options.command;
  for (const auto& plan : plans) words += " " + plan->name;
  if (!options.over_time || !options.on.empty()) words += " on " + to_text(on);
  if (!options.known.empty()) words += " known " + options.known;
  if (!options.criteria.empty()) words += fmt::format(" of {}", fmt::join(options.criteria, ", "));
  return words;
}

// Of the plans and the facts asked last. The program is about to end, and to free what is known of
// each person and each example one by one would only delay it: the system takes all of it back at
// once.
void leave_to_the_system(std::shared_ptr<const void> thing) {
  static auto* left = new std::vector<std::shared_ptr<const void>>;
  left->push_back(std::move(thing));
}

}  // namespace

ExitCode say_faults(const World& world, const ReadFacts& read, std::set<std::string>& said) {
  const auto say = [&](const std::string& words) {
    if (said.insert(words).second) world.say(words);
  };
  for (const auto& diagnostic : read.diagnostics.list()) say(to_text(diagnostic));
  for (const auto& count : read.counts) {
    if (count.set_aside == 0) continue;
    say(fmt::format("{}: {} rows read, {} kept, {} set aside", count.file, count.rows, count.kept,
                    count.set_aside));
  }
  return read.diagnostics.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

std::expected<LoadedPlans, ExitCode> load_plans(const World& world,
                                                const std::vector<std::string>& paths) {
  LoadedPlans plans;
  for (const auto& path : paths) {
    if (const auto readable = read_text_file(path); !readable) {
      return std::unexpected(world.fail(readable.error()));
    }
    auto loaded = load_plan(path, read_text_file);
    world.say(loaded.diagnostics);
    if (loaded.plan) plans.push_back(std::move(loaded));
  }
  if (plans.size() < paths.size()) return std::unexpected(ExitCode::BadPlan);
  return plans;
}

std::expected<Plans, ExitCode> read_plans(const World& world,
                                          const std::vector<std::string>& paths) {
  const auto loaded = load_plans(world, paths);
  if (!loaded) return std::unexpected(loaded.error());
  Plans plans;
  for (const auto& one : *loaded) plans.push_back(one.plan);
  return plans;
}

ExitCode ask_each_plan(const World& world, const QuestionOptions& options, const Ask& ask) {
  if (const auto why = refuses_known(options); !why.empty()) return world.refuse(why);
  const auto threads = options.thread_count();
  // The database takes as long to start as a plan to be read.
  const auto database = options.store.empty() ? database_ahead(options.facts, threads) : nullptr;
  const auto whole_plans = read_plans(world, options.plans);
  if (!whole_plans) return whole_plans.error();
  if (const auto why = same_name(*whole_plans); !why.empty()) return world.refuse(why);
  const auto plans = narrowed_plans(world, *whole_plans, options.criteria);
  if (!plans) return ExitCode::WrongUsage;
  // The plans are frozen.
  auto code = ExitCode::Done;
  std::set<std::string> said;
  const auto place = QuestionFacts::open(options.facts, options.store,
                                         {.known = known_of(options.known), .threads = threads});
  if (!place) return world.fail(place.error());
  for (const auto& note : place->notes()) world.say(note);
  const auto on = options.on_day().value_or(world.today);
  SharedFacts facts(place->folder(), {.known_by = known_of(options.known).day,
                                      .begin_on = on,
                                      .threads = threads,
                                      .database = database});
  for (const auto& plan : *plans) {
    if (!options.over_time) say_if_not_in_force(world, *plan, on);
    const auto shared = facts.read_for(*plan, wanted_types(options, *plan));
    if (!shared) return world.fail(shared.error());
    const auto& read = **shared;
    code = worse(code, say_faults(world, read, said));
    // Without its members every family would seem to be without needs.
    if (!read.members_known) return code;
    // The facts are frozen: whatever was wrong with them has been set aside and said.
    const auto families = families_wanted(world, read, options);
    if (!families) return ExitCode::WrongUsage;
    if (&plan == &plans->front()) {
      const auto left = leave_look(
          world, {options.store, options.by, asked_words(options, *plans, on), options.families});
      if (!left) return world.fail(left.error());
    }
    say_if_not_started(world, read, *families, on);
    // The question is frozen; from here on threads only read.
    const Judge judge(*plan, read.facts, read.not_started);
    const auto asked = ask(judge, question_of(world, options, *families));
    if (asked == ExitCode::WrongUsage || asked == ExitCode::WorldFailed) return asked;
    code = worse(code, asked);
    if (&plan == &plans->back()) leave_to_the_system(*shared);
  }
  for (const auto& plan : *whole_plans) leave_to_the_system(plan);
  for (const auto& plan : *plans) leave_to_the_system(plan);
  return code;
}

}  // namespace hearth
