#include "identity/doubts.h"

#include <algorithm>

#include "link/doubtful_links.h"
#include "link/waterfall.h"

namespace hearth::identity {
namespace {

// The people whose rows were looked at, as they were found.
std::set<std::string> found_as(const link::LastingPeople& people) {
  std::set<std::string> ids;
  for (const auto& row : people.rows()) ids.insert(link::LastingPeople::found_as(row));
  return ids;
}

// What was said of doubt about these people. Of many it is quicker to read what was said of all.
Result<std::vector<PersonEventEntry>> said_of(PeopleBook& book,
                                              const std::set<std::string>& people) {
  constexpr std::size_t kMany = 2'000;
  if (people.size() < kMany) return book.doubts_of(people);
  auto all = book.doubts();
  if (!all) return all;
  std::erase_if(*all,
                [&](const PersonEventEntry& event) { return !people.contains(event.person); });
  return all;
}

}  // namespace

std::vector<PersonEventEntry> standing_doubts(std::vector<PersonEventEntry> events) {
  std::set<std::int64_t> ended;
  for (const auto& event : events) {
    if (event.what == "doubt_ended") ended.insert(event.about);
  }
  std::erase_if(events, [&](const PersonEventEntry& event) {
    return event.what != "doubted" || ended.contains(event.number);
  });
  return events;
}

Result<void> record_doubts(const Learnt& learnt, const ChangedClusters& changed,
                           link::LastingPeople& people, PeopleBook& book, Date day) {
  auto events = said_of(book, found_as(people));
  if (!events) return std::unexpected(events.error());
  std::vector<link::PersonEvent> standing;
  for (const auto& doubt : standing_doubts(std::move(*events))) {
    standing.push_back(event_of(doubt));
  }
  const auto links = link::doubtful_links(learnt.model, people, changed.rows, changed.clusters,
                                          changed.pairs, changed.decided);
  link::PairComparer comparer(learnt.model, changed.rows);
  const link::Scorer scorer(learnt.model, changed.rows);
  const auto words = [&](const link::DoubtfulLink& link) -> std::string {
    if (!link.strongest) return "no likely pair joins these rows to the person's others any more";
    const auto [a, b, bits] = *link.strongest;
    const auto explained = scorer.explain(comparer.compare(a, b), a, b);
    return "what joins these rows to the person's others most is doubtful: " +
           link::in_a_line(learnt.model, explained);
  };
  link::record_doubts(people, links, standing, words, day);
  return {};
}

}  // namespace hearth::identity
