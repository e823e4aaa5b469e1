#include "link/lasting_people.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace hearth::link {
namespace {

std::unexpected<std::string> because_not(std::string why) {
  return std::unexpected(std::move(why));
}

}  // namespace

std::string person_id(std::uint64_t number) { return fmt::format("P{:09}", number); }

std::uint64_t person_number(std::string_view id) {
  std::uint64_t number = 0;
  if (id.starts_with('P')) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

struct LastingPeople::Part {
  std::vector<RowKey> rows;                              // in order
  std::vector<RowKey> unknown;                           // those no person has yet
  std::map<std::string, std::vector<RowKey>> of_person;  // the others
};

LastingPeople::LastingPeople(std::vector<KeptRow> rows, std::vector<PersonEvent> events,
                             UsedUp used)
    : rows_(std::move(rows)),
      events_(std::move(events)),
      last_event_(used.last_event),
      last_id_(person_number(used.last_person)) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    place_of_.emplace(RowKey(rows_[i].input, rows_[i].row_id), i);
    last_id_ =
        std::max({last_id_, person_number(rows_[i].first_of), person_number(rows_[i].moved_to)});
  }
  for (const auto& event : events_) {
    last_event_ = std::max(last_event_, event.number);
    last_id_ = std::max({last_id_, person_number(event.person), person_number(event.other)});
    if (event.what == PersonHappened::MergeProposed ||
        event.what == PersonHappened::SplitProposed) {
      proposed_.insert(key_of(event));
    }
  }
  settle();
}

UsedUp LastingPeople::used() const {
  return {last_event_, last_id_ == 0 ? std::string() : person_id(last_id_)};
}

std::string LastingPeople::new_person() { return person_id(++last_id_); }

bool LastingPeople::is_undone(std::int64_t event) const {
  return std::ranges::any_of(events_, [&](const PersonEvent& later) {
    return later.what == PersonHappened::Undone && later.about == event;
  });
}

const PersonEvent* LastingPeople::find(std::int64_t event) const {
  const auto at = std::ranges::lower_bound(events_, event, {}, &PersonEvent::number);
  return at == events_.end() || at->number != event ? nullptr : &*at;
}

// Which ids rest in which by the merges that stand, and which rows the splits that stand moved.
void LastingPeople::settle() {
  std::set<std::int64_t> undone;
  for (const auto& event : events_) {
    if (event.what == PersonHappened::Undone) undone.insert(event.about);
  }
  goes_on_as_.clear();
  for (const auto& event : events_) {
    if (event.what != PersonHappened::Merged || undone.contains(event.number)) continue;
    goes_on_as_[event.other] = event.person;
  }
  for (auto& row : rows_) {
    row.moved_to.clear();
    row.moved_by = 0;
  }
  for (const auto& event : events_) {
    if (event.what != PersonHappened::Split || undone.contains(event.number)) continue;
    for (const auto& key : event.rows) {
      const auto at = place_of_.find(key);
      if (at == place_of_.end()) continue;
      rows_[at->second].moved_to = event.other;
      rows_[at->second].moved_by = event.number;
    }
  }
}

std::string LastingPeople::resolved(std::string person) const {
  for (auto at = goes_on_as_.find(person); at != goes_on_as_.end(); at = goes_on_as_.find(person)) {
    person = at->second;
  }
  return person;
}

std::string LastingPeople::person_of(const KeptRow& row) const { return resolved(found_as(row)); }

const KeptRow* LastingPeople::find(const RowKey& key) const {
  const auto at = place_of_.find(key);
  return at == place_of_.end() ? nullptr : &rows_[at->second];
}

PersonEvent& LastingPeople::add(PersonEvent event) {
  event.number = ++last_event_;
  events_.push_back(std::move(event));
  return events_.back();
}

std::int64_t LastingPeople::record(PersonEvent event) {
  const auto what = event.what;
  const auto number = add(std::move(event)).number;
  if (what == PersonHappened::Merged || what == PersonHappened::Split) settle();
  return number;
}

// People of whose rows somebody said that they are not one person's.
std::set<std::pair<std::string, std::string>> LastingPeople::said_to_differ() const {
  std::set<std::pair<std::string, std::string>> people;
  for (const auto& event : events_) {
    if (event.what != PersonHappened::SaidDifferent || is_undone(event.number)) continue;
    const auto one = resolved(event.person), other = resolved(event.other);
    people.insert(std::minmax(one, other));
  }
  return people;
}

std::vector<const PersonEvent*> LastingPeople::proposals() const {
  std::set<std::int64_t> decided;
  for (const auto& event : events_) {
    if (event.about == 0) continue;
    if (event.what != PersonHappened::Undone) {
      decided.insert(event.about);
    } else if (const auto* was = find(event.about)) {
      decided.erase(was->about);  // open again
    }
  }
  const auto differ = said_to_differ();
  const auto is_settled = [&](const PersonEvent& proposal) {
    if (proposal.what != PersonHappened::MergeProposed) return false;
    const auto one = resolved(proposal.person), other = resolved(proposal.other);
    return one == other || differ.contains(std::minmax(one, other));
  };
  std::vector<const PersonEvent*> open;
  for (const auto& event : events_) {
    const bool proposal =
        event.what == PersonHappened::MergeProposed || event.what == PersonHappened::SplitProposed;
    if (proposal && !decided.contains(event.number) && !is_settled(event)) open.push_back(&event);
  }
  return open;
}

std::vector<LastingPeople::Part> LastingPeople::parts_of(const KeyOf& key_of,
                                                         const Clusters& clusters) const {
  std::vector<Part> parts(clusters.count);
  for (RowNumber row = 0; row < clusters.of_row.size(); ++row) {
    parts[clusters.of_row[row]].rows.push_back(key_of(row));
  }
  for (auto& part : parts) {
    std::ranges::sort(part.rows);
    for (const auto& key : part.rows) {
      const auto at = place_of_.find(key);
      if (at == place_of_.end()) {
        part.unknown.push_back(key);
      } else {
        part.of_person[person_of(rows_[at->second])].push_back(key);
      }
    }
  }
  // By their rows, so that the order of rows does not number people.
  std::ranges::sort(parts, {}, [](const Part& part) -> const RowKey& { return part.rows.front(); });
  return parts;
}

void LastingPeople::take(const Sightings& sightings, const Clusters& clusters, Date day) {
  const auto key_of = [&](RowNumber row) {
    return RowKey(sightings.inputs[sightings.input_of[row]], sightings.row_ids[row]);
  };
  take(key_of, clusters, day);
}

void LastingPeople::take(const KeyOf& key_of, const Clusters& clusters, Date day) {
  auto parts = parts_of(key_of, clusters);
  for (auto& part : parts) take_part(part, day);
  propose_splits(parts, day);
}

void LastingPeople::take_part(Part& part, Date day) {
  std::string owner;
  if (part.of_person.empty()) {
    owner = new_person();
    add({0,
         day,
         PersonHappened::Founded,
         owner,
         {},
         0,
         {},
         "these rows are of one person, and of nobody known",
         part.unknown});
  } else {
    const auto most = std::ranges::max_element(part.of_person, {},
                                               [](const auto& one) { return one.second.size(); });
    owner = most->first;
    if (!part.unknown.empty()) {
      add({0,
           day,
           PersonHappened::Attached,
           owner,
           {},
           0,
           {},
           "the rows are most likely of this person",
           part.unknown});
    }
    propose_merges(part, owner, day);
  }
  for (const auto& key : part.unknown) {
    place_of_.emplace(key, rows_.size());
    rows_.push_back({key.first, key.second, owner, {}, 0});
  }
  // What is proposed now is what would be proposed of the same rows later.
  auto& of_owner = part.of_person[owner];
  of_owner.insert(of_owner.end(), part.unknown.begin(), part.unknown.end());
  std::ranges::sort(of_owner);
}

LastingPeople::Proposal LastingPeople::key_of(const PersonEvent& proposal) {
  const bool split = proposal.what == PersonHappened::SplitProposed;
  return {proposal.what, proposal.person, proposal.other,
          split ? proposal.rows : std::vector<RowKey>()};
}

void LastingPeople::propose(PersonEvent proposal) {
  if (proposed_.insert(key_of(proposal)).second) add(std::move(proposal));
}

void LastingPeople::propose_merges(const Part& part, const std::string& owner, Date day) {
  for (const auto& [person, rows] : part.of_person) {
    if (person == owner) continue;
    const auto [older, newer] = std::minmax(owner, person);
    propose({0,
             day,
             PersonHappened::MergeProposed,
             older,
             newer,
             0,
             {},
             "rows of both are most likely of one person",
             part.rows});
  }
}

// Of a person whose rows are no longer thought to be one's: each part but the largest. What a
// decided merge brought together is not taken apart again.
void LastingPeople::propose_splits(const std::vector<Part>& parts, Date day) {
  std::map<std::string, std::vector<std::vector<RowKey>>> parts_of_person;
  for (const auto& part : parts) {
    for (const auto& [person, rows] : part.of_person) parts_of_person[person].push_back(rows);
  }
  const auto first_of = [&](const RowKey& key) { return found_as(rows_[place_of_.at(key)]); };
  for (auto& [person, found] : parts_of_person) {
    if (found.size() < 2) continue;
    std::ranges::stable_sort(found, std::greater(), &std::vector<RowKey>::size);
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (first_of(found[i].front()) != first_of(found[0].front())) continue;
      propose({0,
               day,
               PersonHappened::SplitProposed,
               person,
               {},
               0,
               {},
               "these rows are most likely of somebody else",
               found[i]});
    }
  }
}

LastingPeople::Done LastingPeople::decide(std::int64_t proposal, bool yes, const std::string& by,
                                          const std::string& because, Date day) {
  const auto open = proposals();
  const auto at = std::ranges::find(open, proposal, &PersonEvent::number);
  if (at == open.end()) return because_not("no open proposal has this number");
  const auto proposed = **at;
  if (!yes) {
    add({0,
         day,
         PersonHappened::Rejected,
         proposed.person,
         proposed.other,
         proposal,
         by,
         because,
         {}});
    return {};
  }
  if (proposed.what == PersonHappened::MergeProposed) {
    const auto one = resolved(proposed.person), other = resolved(proposed.other);
    if (one == other) return because_not("they are one person already");
    add({0,
         day,
         PersonHappened::Merged,
         std::min(one, other),
         std::max(one, other),
         proposal,
         by,
         because,
         {}});
    settle();
    return {};
  }
  add({0, day, PersonHappened::Split, proposed.person, new_person(), proposal, by, because,
       proposed.rows});
  settle();
  return {};
}

LastingPeople::Done LastingPeople::undo(std::int64_t number, const std::string& by,
                                        const std::string& because, Date day) {
  const auto* event = find(number);
  const bool decision =
      event != nullptr &&
      (event->what == PersonHappened::Merged || event->what == PersonHappened::Split ||
       event->what == PersonHappened::Rejected || event->what == PersonHappened::SaidSame ||
       event->what == PersonHappened::SaidDifferent);
  if (!decision) return because_not("no decision has this number");
  if (is_undone(number)) return because_not("this decision is undone already");
  if (follows_from_what_was_said(*event)) {
    return because_not(
        fmt::format("it follows from decision {} of a review: undo that", event->about));
  }
  std::vector<PersonEvent> undone = {*event};
  for (const auto& other : events_) {
    if (other.about == number && follows_from_what_was_said(other)) undone.push_back(other);
  }
  for (const auto& one : undone) {
    add({0, day, PersonHappened::Undone, one.person, one.other, one.number, by, because, {}});
  }
  settle();
  return {};
}

bool LastingPeople::follows_from_what_was_said(const PersonEvent& event) const {
  if (event.what != PersonHappened::Merged && event.what != PersonHappened::Split) return false;
  const auto* about = find(event.about);
  return about != nullptr &&
         (about->what == PersonHappened::SaidSame || about->what == PersonHappened::SaidDifferent);
}

}  // namespace hearth::link
