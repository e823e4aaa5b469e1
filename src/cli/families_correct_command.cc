#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"
#include "cli/families_in_store.h"
#include "cli/options.h"
#include "families/families_folder.h"
#include "families/record_decision.h"

namespace hearth {
namespace {

struct Options {
  std::string ruling;
  std::vector<std::string> people;  // two
  std::string folder, store;
  std::string from, to;
  std::string by, reason;
};

std::optional<Date> day_of(const std::string& text) {
  return text.empty() ? std::nullopt : parse_date(text);
}

ExitCode correct_in_folder(const World& world, const Options& options, families::Ruling ruling) {
  const auto before = families::read_families_before(options.folder);
  if (!before) return world.fail(before.error());
  for (std::size_t i = 0; i < 2; ++i) {
    const bool known = std::ranges::any_of(before->people_of, [&](const auto& family) {
      return family.second.contains(options.people[i]);
    });
    if (known) continue;
    return world.refuse(std::string("nobody in ") + options.folder + " has the " +
                        (i == 0 ? "first" : "second") + " id");
  }
  const auto recorded = families::record_decision(
      options.folder, {ruling, options.people[0], options.people[1], day_of(options.from),
                       day_of(options.to), world.today, options.by, options.reason});
  if (!recorded) return world.fail(recorded.error());
  return put(world, {}, "recorded; `hearth families form` goes by it from now on\n");
}

ExitCode run(const World& world, const Options& options) {
  if (options.folder.empty() == options.store.empty()) {
    return world.refuse("one of --families and --store is required");
  }
  if (options.people[0] == options.people[1]) return world.refuse("these are one person");
  const auto first = day_of(options.from), last = day_of(options.to);
  if (first && last && *last < *first) return world.refuse("--to is before --from");
  const auto word = std::ranges::find(families::kRulings, options.ruling);
  const auto ruling = static_cast<families::Ruling>(word - std::begin(families::kRulings));
  if (options.store.empty()) return correct_in_folder(world, options, ruling);
  return correct_families_in_store(world, {options.store,
                                           ruling,
                                           options.people[0],
                                           options.people[1],
                                           first,
                                           last,
                                           options.by,
                                           options.reason,
                                           world.today,
                                           {}});
}

}  // namespace

Run declare_families_correct(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("decision", options->ruling, "together, apart, or undecided to take one back")
      ->type_name("DECISION")
      ->required()
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(families::kRulings), std::end(families::kRulings))));
  app.add_option("people", options->people, "The ids of two people; of two apart, the first leaves")
      ->type_name("A B")
      ->expected(2)
      ->required();
  app.add_option("--families", options->folder, "The folder that `families form` wrote")
      ->type_name("DIR");
  app.add_option("--store", options->store, "The store, where families are kept in one")
      ->type_name("STORE");
  add_day_option(app, "--from", options->from, "The first day of which it holds; all if not given");
  add_day_option(app, "--to", options->to, "The last day of which it holds; for good if not given");
  app.add_option("--by", options->by, "Who decides")->type_name("WHO")->required();
  app.add_option("--reason", options->reason, "Why")->type_name("TEXT")->required();
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
