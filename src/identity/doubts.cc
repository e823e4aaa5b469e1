#include "identity/doubts.h"

#include <fmt/format.h>

#include <algorithm>

#include "identity/review.h"
#include "link/doubtful_links.h"

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
  constexpr std::size_t kMany = 20'000;
  if (people.size() < kMany) return book.doubts_of(people);
  auto all = book.doubts();
  if (!all) return all;
  std::erase_if(*all,
                [&](const PersonEventEntry& event) { return !people.contains(event.person); });
  return all;
}

// Why a link is doubtful. One of the two may live at a protected address: no word says how the
// addresses agree, and no weight or sum from which it could be reckoned. Who may see more is shown
// it by `hearth link why`.
class Words {
 public:
  explicit Words(const ChangedClusters& changed)
      : changed_(changed), model_(changed.rows->model()), explain_(*changed.rows) {}

  std::string operator()(const link::DoubtfulLink& link) {
    if (!link.strongest) return "no likely pair joins these rows to the person's others any more";
    const auto [a, b, bits] = *link.strongest;
    return fmt::format(
        "what joins these rows to the person's others most is doubtful, {} that they are one "
        "person:{}; hearth link why {} {} says more",
        folded_probability(model_, bits), agreements(explain_(a, b)), name(a), name(b));
  }

 private:
  std::string agreements(const link::Explained& explained) const {
    std::string text;
    for (const auto& step : explained.steps) {
      const auto& field = model_.fields[step.field];
      if (tells_where(field.name)) continue;
      text += fmt::format("{} {} {}", text.empty() ? "" : ",", field.name,
                          to_text(field.levels[step.level].agreement));
    }
    std::ranges::replace(text, '_', ' ');
    return text;
  }
  std::string name(link::RowNumber row) const { return sighting_name(changed_.places[row]); }

  const ChangedClusters& changed_;
  const link::Model& model_;
  link::PairExplainer explain_;
};

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

Result<void> record_doubts(const ChangedClusters& changed, link::LastingPeople& people,
                           PeopleBook& book, Date day) {
  auto events = said_of(book, found_as(people));
  if (!events) return std::unexpected(events.error());
  std::vector<link::PersonEvent> standing;
  for (const auto& doubt : standing_doubts(std::move(*events))) {
    standing.push_back(event_of(doubt));
  }
  const auto links = link::doubtful_links(changed.rows->model(), people, key_of(changed),
                                          changed.clusters, changed.pairs, changed.decided);
  Words words(changed);
  link::record_doubts(people, links, standing, std::ref(words), day);
  return {};
}

}  // namespace hearth::identity
