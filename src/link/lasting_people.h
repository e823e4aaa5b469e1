// People who last from one run of the linker to the next: docs/lasting-people.md.
//
// A person's id never changes and is never used again. What a run finds out may found people and
// attach rows to them; it only proposes to merge or split people there are. Everything is an event
// that says why; what was decided can be undone, since a row keeps the person it was first of.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/date.h"
#include "link/clusters.h"

namespace hearth::link {

// An id is P and a number, from 1, in nine digits or more.
std::string person_id(std::uint64_t number);
std::uint64_t person_number(std::string_view id);  // 0: no such id

struct KeptRow {
  std::string input, row_id;
  std::string first_of;       // the person it was found to be of
  std::string moved_to;       // by a split that was decided; else empty
  std::int64_t moved_by = 0;  // that event
};

enum class PersonHappened {
  Founded,
  Attached,
  MergeProposed,
  SplitProposed,
  Merged,
  Split,
  Rejected,
  Undone,
  SaidSame,
  SaidDifferent,
  Doubted,
  DoubtEnded
};
inline constexpr std::string_view kPersonHappened[] = {
    "founded",  "attached", "merge_proposed", "split_proposed", "merged",  "split",
    "rejected", "undone",   "said_same",      "said_different", "doubted", "doubt_ended"};

using RowKey = std::pair<std::string, std::string>;  // input and id
using KeyOf = std::function<RowKey(RowNumber)>;

struct PersonEvent {
  std::int64_t number = 0;  // from 1, in order
  Date day;
  PersonHappened what = PersonHappened::Founded;
  std::string person;      // whom it is about; of a merge, who goes on
  std::string other;       // of a merge, whose id rests; of a split, the new person
  std::int64_t about = 0;  // the event it decides or undoes
  std::string by, because;
  std::vector<RowKey> rows = {};
};

// What has been used up of numbers and ids, where not all rows and events are at hand.
struct UsedUp {
  std::int64_t last_event = 0;
  std::string last_person;
};

class LastingPeople {
 public:
  LastingPeople() = default;
  // All rows and events there are; or all rows of the people a run may touch, and all events but
  // those that founded people and attached rows.
  LastingPeople(std::vector<KeptRow> rows, std::vector<PersonEvent> events, UsedUp used = {});

  const std::vector<KeptRow>& rows() const { return rows_; }
  const std::vector<PersonEvent>& events() const { return events_; }
  const KeptRow* find(const RowKey& key) const;  // null: nobody's yet
  // Whose it is where no id rests: what was merged by decision can so be told apart.
  static const std::string& found_as(const KeptRow& row) {
    return row.moved_to.empty() ? row.first_of : row.moved_to;
  }
  std::string person_of(const KeptRow& row) const;
  std::string resolved(std::string person) const;  // who goes on for a person whose id rests
  UsedUp used() const;
  std::vector<const PersonEvent*> proposals() const;  // that nobody has decided

  // What one run found, by rows; rows of earlier runs that it did not see stay as they are.
  void take(const KeyOf& key_of, const Clusters& clusters, Date day);
  void take(const Sightings& sightings, const Clusters& clusters, Date day);

  // Each answers why it cannot be done.
  using Done = std::expected<void, std::string>;
  Done decide(std::int64_t proposal, bool yes, const std::string& by, const std::string& because,
              Date day);
  Done undo(std::int64_t event, const std::string& by, const std::string& because, Date day);

  // Adds an event as it is, and gives it its number: for said_pairs.h and doubtful_links.h.
  std::int64_t record(PersonEvent event);
  std::string new_person();
  bool is_undone(std::int64_t event) const;

 private:
  struct Part;  // a cluster's rows, with who was known in it
  PersonEvent& add(PersonEvent event);
  bool follows_from_what_was_said(const PersonEvent& event) const;
  std::set<std::pair<std::string, std::string>> said_to_differ() const;
  const PersonEvent* find(std::int64_t event) const;
  void settle();
  std::vector<Part> parts_of(const KeyOf& key_of, const Clusters& clusters) const;
  void take_part(Part& part, Date day);
  void propose_merges(const Part& part, const std::string& owner, Date day);
  void propose_splits(const std::vector<Part>& parts, Date day);
  void propose(PersonEvent proposal);  // once

  std::vector<KeptRow> rows_;
  std::vector<PersonEvent> events_;
  std::map<RowKey, std::size_t> place_of_;         // into rows_
  std::map<std::string, std::string> goes_on_as_;  // by resting id
  using Proposal = std::tuple<PersonHappened, std::string, std::string, std::vector<RowKey>>;
  static Proposal key_of(const PersonEvent& proposal);
  std::set<Proposal> proposed_;
  std::int64_t last_event_ = 0;
  std::uint64_t last_id_ = 0;
};

}  // namespace hearth::link
