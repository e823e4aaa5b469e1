#include "cli/families_in_store.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/known.h"
#include "cli/leave_look.h"
#include "cli/options.h"
#include "engine/question_facts.h"
#include "membership/kept_families.h"

namespace hearth {
namespace {

std::string account_of(const membership::FormAnswer& answer) {
  std::string text;
  for (const auto& file : answer.places) {
    text += fmt::format("{}: {} rows, {} kept, {} set aside\n", file.file, file.rows, file.kept,
                        file.set_aside);
  }
  text +=
      fmt::format("{} sightings, of which {} tell of no home", answer.sightings, answer.homeless);
  text += fmt::format(
      "; {} relations, of which {} are left out: of somebody nobody describes, to "
      "themselves, or over before they began\n",
      answer.related, answer.left_out);
  text += fmt::format(
      "{} people are {} families, {} of them still, {} of them named by the council; "
      "{} memberships\n",
      answer.in_a_family, answer.families, answer.still, answer.named, answer.memberships);
  if (answer.in_a_family < answer.people) {
    text += fmt::format("people who are never alive in any home, each a family of one: {}\n",
                        answer.people - answer.in_a_family);
  }
  if (answer.crowded > 0) {
    text += fmt::format("addresses taken to be of many households: {}\n", answer.crowded);
  }
  if (answer.decisions_of_nobody > 0) {
    text += fmt::format("decisions about people who are not there any more: {}\n",
                        answer.decisions_of_nobody);
  }
  if (answer.waiting_loads > 0) {
    text += fmt::format("loads that wait for hearth link --store: {}\n", answer.waiting_loads);
  }
  return text +
         (answer.changed
              ? fmt::format("run {}: {} families are new, {} otherwise than they stood, {} "
                            "are no more\n",
                            answer.run.number, answer.founded, answer.altered, answer.replaced)
              : std::string("nothing is otherwise than it stood\n"));
}

}  // namespace

std::string FamiliesPlace::refuses() const {
  if (folder.empty() == store.empty()) return "one of --families and --store is required";
  if (store.empty() && !known.empty()) return "--known is of a store: --store";
  return {};
}

void add_families_place(CLI::App& app, FamiliesPlace& place) {
  // Commands below another have options of their own, so it is asked for when it is needed.
  app.add_option("--families", place.folder, "The folder that `families form` wrote")
      ->type_name("DIR");
  app.add_option("--store", place.store, "The store, where families are kept in one")
      ->type_name("STORE");
  add_known_option(app, place.known, "With --store: as they were formed by this day");
  add_by_option(app, place.by);
}

ExitCode form_families_in_store(const World& world, membership::FormRequest request) {
  request.waiting = world.waiting();
  request.tell = [&world](std::string_view doing) {
    if (world.messages_are_terminal) world.say(doing);
  };
  const auto answer = membership::form_in_store(request);
  if (!answer) return world.fail(answer.error());
  world.say(answer->diagnostics);
  const auto said = put(world, {}, account_of(*answer));
  if (said != ExitCode::Done) return said;
  return answer->diagnostics.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

ExitCode correct_families_in_store(const World& world, membership::CorrectRequest request) {
  request.on = world.today;
  request.waiting = world.waiting();
  const auto refused = membership::correct_in_store(request);
  if (!refused) return world.fail(refused.error());
  if (!refused->empty()) return world.refuse(*refused);
  return put(world, {}, "recorded; `hearth families form` goes by it from now on\n");
}

Result<void> leave_look(const World& world, const FamiliesPlace& place, std::string what,
                        const std::vector<std::string>& families) {
  if (!place.known.empty()) what += " known " + place.known;
  return leave_look(world, {place.store, place.by, std::move(what), families});
}

Result<families::KeptFamilies> families_of_questions(const World& world,
                                                     const FamiliesPlace& place) {
  if (place.store.empty()) return families::read_kept_families(place.folder);
  const auto facts = QuestionFacts::open({}, place.store, {.known = known_of(place.known)});
  if (!facts) return std::unexpected(facts.error());
  for (const auto& note : facts->notes()) world.say(note);
  return families::read_members(facts->folder(), ".parquet");
}

Result<families::KeptFamilies> formed_families(const FamiliesPlace& place) {
  if (place.store.empty()) return families::read_kept_families(place.folder);
  auto store = Store::open_to_read(place.store);
  if (!store) return std::unexpected(store.error());
  return membership::kept_families(*store, known_of(place.known));
}

}  // namespace hearth
