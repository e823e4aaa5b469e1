#include <algorithm>

#include "identity/kept_people.h"
#include "identity/link_store.h"
#include "store/store.h"

namespace hearth::identity {
namespace {

struct Undecided {
  LinkRunEntry last;
  std::vector<PersonEventEntry> decisions;
  link::LastingPeople people;  // the decisions alone
};

Result<Undecided> undecided(PeopleBook& book) {
  auto last = book.last_run();
  if (!last) return std::unexpected(last.error());
  if (!*last) return failed("nobody was linked in this store yet: hearth link --store does it");
  auto decisions = book.decisions();
  if (!decisions) return std::unexpected(decisions.error());
  auto people = people_of({}, *decisions, **last);
  return Undecided{**last, std::move(*decisions), std::move(people)};
}

}  // namespace

Result<std::vector<PersonEventEntry>> open_proposals(const std::string& address) {
  auto store = Store::open_to_read(address);
  if (!store) return std::unexpected(store.error());
  PeopleBook book(store->casebook);
  const auto found = undecided(book);
  if (!found) return std::unexpected(found.error());
  std::vector<PersonEventEntry> open;
  for (const auto* proposal : found->people.proposals()) {
    const auto& all = found->decisions;
    const auto at = std::ranges::find(all, proposal->number, &PersonEventEntry::number);
    if (at != all.end()) open.push_back(*at);
  }
  return open;
}

Result<Decided> decide(const DecideRequest& request) {
  auto store = Store::open_to_link(request.store, request.waiting);
  if (!store) return std::unexpected(store.error());
  PeopleBook book(store->casebook);
  auto found = undecided(book);
  if (!found) return std::unexpected(found.error());
  auto& people = found->people;
  const auto done = request.verdict == Verdict::Undo
                        ? people.undo(request.event, request.by, request.because, request.on)
                        : people.decide(request.event, request.verdict == Verdict::Yes, request.by,
                                        request.because, request.on);
  if (!done) return Decided{0, done.error()};
  auto run = run_of(people, found->last, request.on);
  run.model = found->last.model;
  run.loads = found->last.loads;
  const auto number = run.last_event;
  HEARTH_TRY(commit_run(book, std::move(run), found->last.seal));
  return Decided{number, {}};
}

}  // namespace hearth::identity
