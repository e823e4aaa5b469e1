#include "identity/leave_out.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace hearth::identity {
namespace {

// Which clusters are not what they were.
class Changes {
 public:
  Changes(const links::KnownRows& known, const std::vector<PersonEventEntry>& decisions)
      : known_(known) {
    for (const auto& event : decisions) {
      for (const auto& id : {event.person, event.other}) {
        eventful_.insert(static_cast<links::PersonNumber>(link::person_number(id)));
      }
    }
  }

  std::vector<bool> of(const std::vector<links::RowId>& rows, const link::Clusters& clusters,
                       const std::vector<links::RowId>& from) const {
    std::vector<bool> changed(clusters.count);
    std::vector<links::PersonNumber> person_of(clusters.count);
    std::unordered_map<links::PersonNumber, std::uint32_t> cluster_of;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto person = known_.person(rows[i]);
      const auto cluster = clusters.of_row[i];
      const auto other = cluster_of.emplace(person, cluster).first->second;
      auto& first = person_of[cluster];
      if (first == 0) first = person;
      if (person == 0 || person != first || eventful_.contains(person)) changed[cluster] = true;
      if (person != 0 && other != cluster) changed[cluster] = changed[other] = true;
    }
    for (const auto row : from) {
      const auto at = std::ranges::lower_bound(rows, row) - rows.begin();
      changed[clusters.of_row[static_cast<std::size_t>(at)]] = true;
    }
    return changed;
  }

 private:
  const links::KnownRows& known_;
  std::unordered_set<links::PersonNumber> eventful_;
};

constexpr auto kLeftOut = UINT32_MAX;

// Pairs of rows by their new numbers, without those of a row that is left out.
template <typename Pairs, typename A, typename B>
void renumber(Pairs& pairs, A a, B b, const std::vector<link::RowNumber>& numbers) {
  for (auto& pair : pairs) {
    pair.*a = numbers[pair.*a];
    pair.*b = numbers[pair.*b];
  }
  std::erase_if(pairs, [&](const auto& p) { return p.*a == kLeftOut || p.*b == kLeftOut; });
}

// Leaves out the rows of clusters that did not change.
void leave_out(const std::vector<bool>& is_changed, std::vector<links::RowId>& rows,
               ChangedClusters& changed) {
  auto& clusters = changed.clusters;
  std::vector<link::RowNumber> numbers(rows.size(), kLeftOut);
  std::vector<std::uint32_t> cluster_numbers(clusters.count, kLeftOut);
  clusters.count = 0;
  std::size_t kept = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto cluster = clusters.of_row[row];
    if (!is_changed[cluster]) continue;
    auto& number = cluster_numbers[cluster];
    if (number == kLeftOut) number = static_cast<std::uint32_t>(clusters.count++);
    numbers[row] = static_cast<link::RowNumber>(kept);
    clusters.of_row[kept] = number;
    rows[kept++] = rows[row];
  }
  rows.resize(kept);
  clusters.of_row.resize(kept);
  renumber(changed.pairs, &link::ScoredPair::a, &link::ScoredPair::b, numbers);
  for (auto* pairs : {&changed.decided.same, &changed.decided.different}) {
    renumber(*pairs, &link::RowsPair::first, &link::RowsPair::second, numbers);
  }
}

}  // namespace

void leave_out_unchanged(const links::KnownRows& known, const std::vector<links::RowId>& from,
                         const std::vector<PersonEventEntry>& decisions,
                         std::vector<links::RowId>& rows, ChangedClusters& changed) {
  leave_out(Changes(known, decisions).of(rows, changed.clusters, from), rows, changed);
}

}  // namespace hearth::identity
