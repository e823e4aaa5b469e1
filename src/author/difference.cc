#include "author/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hearth {
namespace {

const std::string* find(const std::vector<Said>& said, const std::string& clause) {
  const auto found = std::ranges::find(said, clause, &Said::clause);
  return found == said.end() ? nullptr : &found->words;
}

// What `list` has more often than `other`, in its order.
std::vector<std::string> without(const std::vector<std::string>& list,
                                 std::vector<std::string> other) {
  std::vector<std::string> left;
  for (const auto& item : list) {
    const auto found = std::ranges::find(other, item);
    if (found == other.end())
      left.push_back(item);
    else
      other.erase(found);
  }
  return left;
}

}  // namespace

std::string_view to_text(PlanPart part) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "plan",        "calendar",   "parameter", "measure",  "instrument",
      "record type", "definition", "headline",  "criterion"};
  return kNames[static_cast<std::size_t>(part)];
}

std::string_view to_text(How how) {
  static constexpr std::array<std::string_view, 4> kNames = {"added", "dropped", "changed",
                                                             "renumbered"};
  return kNames[static_cast<std::size_t>(how)];
}

std::string Point::words() const {
  const auto where = place.empty() ? std::string() : place + ": ";
  if (before.empty())
    return fmt::format("{}{} `{}`", where, one_of_several ? "or now" : "now also", after);
  if (after.empty())
    return fmt::format("{}no longer {}`{}`", where, one_of_several ? "or " : "", before);
  const bool whole = before.starts_with('`');
  return fmt::format("{}{} {}{} {}", where, whole ? "was" : "from", before, whole ? ", now" : " to",
                     after);
}

std::vector<ClauseDifference> clauses_between(const std::vector<Said>& older,
                                              const std::vector<Said>& newer) {
  std::vector<ClauseDifference> differences;
  for (const auto& [clause, words] : older) {
    const auto* now = find(newer, clause);
    if (now && *now == words) continue;
    differences.push_back({clause, words, now ? *now : std::string(), {}, {}});
  }
  for (const auto& [clause, words] : newer) {
    if (!find(older, clause)) differences.push_back({clause, {}, words, {}, {}});
  }
  return differences;
}

std::vector<ClauseDifference> items_between(const std::string& clause,
                                            const std::vector<std::string>& older,
                                            const std::vector<std::string>& newer) {
  const auto gone = without(older, newer);
  const auto come = without(newer, older);
  if (gone.size() == 1 && come.size() == 1) {
    return {{clause, gone.front(), come.front(), {}, {}}};
  }
  std::vector<ClauseDifference> differences;
  for (const auto& item : gone) differences.push_back({clause, item, {}, {}, {}});
  for (const auto& item : come) differences.push_back({clause, {}, item, {}, {}});
  return differences;
}

}  // namespace hearth
