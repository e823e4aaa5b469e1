#include "families/lasting_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace hearth::families {
namespace {

struct Likeness {
  int shared;  // people
  std::string_view id;
  std::uint32_t family;
};

// Old families by what they have in common with new ones, most first; of equals the older.
std::vector<Likeness> likenesses(const Told& told, const Families& formed,
                                 const FamiliesBefore& before) {
  std::map<std::string_view, std::vector<std::string_view>> families_of;  // by person, before
  for (const auto& [id, people] : before.people_of) {
    for (const auto& person : people) families_of[person].push_back(id);
  }
  std::vector<Likeness> found;
  for (std::uint32_t family = 0; family < formed.families.size(); ++family) {
    std::set<std::string_view> people;
    for (const auto& member : formed.families[family].members) {
      people.insert(told.people[member.person].id);
    }
    std::map<std::string_view, int> shared;
    for (const auto person : people) {
      const auto at = families_of.find(person);
      if (at == families_of.end()) continue;
      for (const auto id : at->second) ++shared[id];
    }
    for (const auto& [id, count] : shared) found.push_back({count, id, family});
  }
  std::ranges::sort(
      found, {}, [](const Likeness& one) { return std::tuple(-one.shared, one.id, one.family); });
  return found;
}

std::uint64_t number_of(std::string_view id) {
  std::uint64_t number = 0;
  if (id.starts_with('F')) std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

}  // namespace

std::vector<FamiliesBefore::Past> give_lasting_ids(const Told& told, Families& formed,
                                                   const FamiliesBefore& before) {
  std::map<std::string_view, std::uint32_t> now;  // by id, what it is now: itself, or what it is in
  std::map<std::string_view, std::uint32_t> part_of;
  for (std::uint32_t family = 0; family < formed.families.size(); ++family) {
    const auto& named = formed.families[family].id;  // by the council itself
    if (!named.empty()) now.emplace(named, family);
  }
  for (const auto& [shared, id, family] : likenesses(told, formed, before)) {
    part_of.try_emplace(id, family);
    auto& name = formed.families[family].id;
    if (!name.empty() || now.contains(id)) continue;
    name = id;
    now.emplace(id, family);
  }
  std::uint64_t last = 0;
  for (const auto& past : before.history) last = std::max(last, number_of(past.family));
  for (const auto& [id, people] : before.people_of) last = std::max(last, number_of(id));
  for (auto& family : formed.families) {
    if (family.id.empty()) family.id = fmt::format("F{:08}", ++last);
  }
  std::vector<FamiliesBefore::Past> replaced;
  std::string_view said;
  for (const auto& past : before.history) {
    if (now.contains(past.family)) continue;
    if (!before.people_of.contains(past.family)) {  // was replaced before this run
      replaced.push_back(past);
      continue;
    }
    if (std::exchange(said, past.family) == past.family) continue;
    const auto at = part_of.find(past.family);
    replaced.push_back({past.family, "", std::string(kHappened[std::size_t(Happened::Replaced)]),
                        at == part_of.end() ? "" : formed.families[at->second].id});
  }
  return replaced;
}

}  // namespace hearth::families
