#include "engine/question_facts.h"

#include <fmt/format.h>

#include "casebook/people_book.h"
#include "identity/who_on.h"
#include "membership/kept_families.h"

namespace hearth {
namespace {

// Families go by the people of one run of the linker; since then others may have been found.
std::string note_of(const std::optional<FamilyRunEntry>& formed,
                    const std::optional<LinkRunEntry>& linked) {
  if (!formed) {
    return "note: no families were formed in this store by then, so people are of the family that "
           "a "
           "feed names, or each is judged alone; hearth link --store and hearth families form "
           "--store form them";
  }
  if (!linked || linked->number == formed->people_run) return {};
  return "note: people were linked after families were formed; hearth families form --store takes "
         "that up";
}

// A row nobody could read may be the one that an answer lacks.
std::string rows_note(std::int64_t aside) {
  return fmt::format(
      "note: of the rows that were sent {} {} set aside when loaded and {} in no answer; hearth "
      "status says of which feeds, and load --mends takes them mended",
      aside, aside == 1 ? "was" : "were", aside == 1 ? "is" : "are");
}

}  // namespace

Result<std::string> tell_people_and_families(Store& store, ViewRequest& request) {
  auto known = identity::looked_up(store, request.known);
  if (!known) return std::unexpected(known.error());
  request.known = *known;
  auto who = identity::who_on(store, request.known);
  if (!who) return std::unexpected(who.error());
  request.who = std::move(*who);
  auto families = membership::families_on(store, request.known);
  if (!families) return std::unexpected(families.error());
  request.families = std::move(families->source);
  const auto linked = PeopleBook(store.casebook).last_run(request.known);
  if (!linked) return std::unexpected(linked.error());
  return note_of(families->run, *linked);
}

Result<QuestionFacts> QuestionFacts::open(const std::string& facts, const std::string& store,
                                          const ViewRequest& request,
                                          const std::vector<identity::DoubtOn>& without) {
  QuestionFacts question;
  question.folder_ = facts;
  if (store.empty()) return question;
  auto opened = Store::open_to_read(store);
  if (!opened) return std::unexpected(opened.error());
  auto by_then = request;
  auto note = tell_people_and_families(*opened, by_then);
  if (!note) return std::unexpected(note.error());
  if (!note->empty()) question.notes_.push_back(std::move(*note));
  if (!without.empty()) {
    by_then.who = identity::without_doubtful(std::move(by_then.who), without);
  }
  auto view = View::open(*opened, by_then);
  if (!view) return std::unexpected(view.error());
  if (view->rows_aside() > 0) question.notes_.push_back(rows_note(view->rows_aside()));
  question.view_.emplace(std::move(*view));
  question.folder_ = question.view_->facts().string();
  return question;
}

}  // namespace hearth
