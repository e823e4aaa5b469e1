#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "identity/link_store.h"
#include "link/people_folder.h"

namespace hearth {
namespace {

struct Options {
  std::int64_t event = 0;
  std::string answer;
  std::string folder, store;
  std::string by, reason;
};

ExitCode decide_in_store(const World& world, const Options& options) {
  identity::DecideRequest request;
  request.store = options.store;
  request.event = options.event;
  request.verdict = options.answer == "undo"  ? identity::Verdict::Undo
                    : options.answer == "yes" ? identity::Verdict::Yes
                                              : identity::Verdict::No;
  request.by = options.by;
  request.because = options.reason;
  request.on = world.today;
  request.waiting = world.waiting();
  const auto decided = identity::decide(request);
  if (!decided) return world.fail(decided.error());
  if (!decided->refused.empty()) return world.refuse(decided->refused);
  return put(world, {}, fmt::format("recorded as event {}\n", decided->event));
}

ExitCode run(const World& world, const Options& options) {
  if (options.folder.empty() == options.store.empty()) {
    return world.refuse("one of --people and --store is required");
  }
  if (!options.store.empty()) return decide_in_store(world, options);
  auto people = link::read_people_folder(options.folder);
  if (!people) return world.fail(people.error());
  const auto done = options.answer == "undo"
                        ? people->undo(options.event, options.by, options.reason, world.today)
                        : people->decide(options.event, options.answer == "yes", options.by,
                                         options.reason, world.today);
  if (!done) return world.refuse(done.error());
  const auto written = link::write_people_folder(*people, options.folder);
  if (!written) return world.fail(written.error());
  return put(world, {}, fmt::format("recorded as event {}\n", people->events().back().number));
}

}  // namespace

Run declare_link_decide(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("event", options->event, "The number of a proposal, or of a decision to undo")
      ->type_name("EVENT")
      ->required();
  app.add_option("answer", options->answer, "yes, no, or undo")
      ->type_name("ANSWER")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>{"yes", "no", "undo"}));
  app.add_option("--people", options->folder, "The folder of lasting people")->type_name("DIR");
  app.add_option("--store", options->store, "The store, where its people are kept in one")
      ->type_name("STORE");
  app.add_option("--by", options->by, "Who decides")->type_name("WHO")->required();
  app.add_option("--reason", options->reason, "Why")->type_name("TEXT")->required();
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
