#include "identity/said_pairs.h"

#include <map>
#include <optional>
#include <set>

namespace hearth::identity {

std::vector<SaidPair> said_pairs(const std::vector<PersonEventEntry>& decisions) {
  std::set<std::int64_t> undone;
  for (const auto& event : decisions) {
    if (event.what == "undone") undone.insert(event.about);
  }
  std::vector<SaidPair> said;
  for (const auto& event : decisions) {
    const bool same = event.what == "said_same";
    if (!same && event.what != "said_different") continue;
    if (undone.contains(event.number) || event.rows.size() != 2) continue;
    said.push_back({event.number, same, event.rows[0], event.rows[1], event.by});
  }
  return said;
}

link::DecidedPairs decided_of(const std::vector<SaidPair>& said,
                              const std::vector<SightingPlace>& places) {
  link::DecidedPairs decided;
  if (said.empty()) return decided;
  std::map<SightingPlace, std::optional<link::RowNumber>> wanted;
  for (const auto& pair : said) wanted[pair.a] = wanted[pair.b] = std::nullopt;
  for (link::RowNumber row = 0; row < places.size(); ++row) {
    const auto at = wanted.find(places[row]);
    if (at != wanted.end()) at->second = row;
  }
  for (const auto& pair : said) {
    const auto a = wanted.at(pair.a), b = wanted.at(pair.b);
    if (a && b) (pair.same ? decided.same : decided.different).emplace_back(*a, *b);
  }
  return decided;
}

}  // namespace hearth::identity
