#include "membership/kept_families.h"

#include <algorithm>
#include <map>

#include "facts/role_word.h"
#include "identity/who_on.h"

namespace hearth::membership {
namespace {

using families::FamiliesBefore;
using families::Family;

std::string day_text(Date day) {
  return day <= kBeginning || day >= kForever ? std::string() : to_text(day);
}

std::string told_by(const families::Told& told, const families::Reason& reason) {
  std::string names;
  for (const auto source : reason.sources) {
    names += (names.empty() ? "" : "; ") + told.sources[source];
  }
  return names;
}

FamilyEntry entry_of(const families::Told& told, const families::Families& formed,
                     const Family& family) {
  FamilyEntry entry{family.id, day_text(family.first), day_text(family.last), {}, {}};
  for (const auto& member : family.members) {
    const auto with = member.reason.with;
    entry.members.push_back(
        {told.people[member.person].id, std::string(role_word(member.role)), day_text(member.first),
         day_text(member.last), std::string(families::resident_word(member)),
         std::string(families::kWhys[std::size_t(member.reason.why)]),
         with == families::kNobody ? "" : told.people[with].id, told_by(told, member.reason)});
  }
  for (const auto& event : family.events) {
    const bool other = event.other != families::kNoFamily;
    entry.events.push_back({day_text(event.day),
                            std::string(families::kHappened[std::size_t(event.happened)]),
                            other ? formed.families[event.other].id : std::string()});
  }
  return entry;
}

}  // namespace

std::vector<FamilyEntry> entries_of(const families::Told& told, const families::Families& formed,
                                    const std::vector<FamiliesBefore::Past>& replaced, Date day) {
  std::map<std::string, FamilyEntry> entries;
  for (const auto& family : formed.families) {
    entries.emplace(family.id, entry_of(told, formed, family));
  }
  for (const auto& past : replaced) {
    auto& entry = entries[past.family];
    entry.id = past.family;
    entry.events.push_back({past.day.empty() ? to_text(day) : past.day, past.event, past.other});
  }
  std::vector<FamilyEntry> sorted;
  for (auto& [id, entry] : entries) sorted.push_back(std::move(entry));
  return sorted;
}

FamiliesBefore before_of(const std::vector<FamilyEntry>& entries) {
  FamiliesBefore before;
  for (const auto& entry : entries) {
    for (const auto& member : entry.members) before.people_of[entry.id].insert(member.person);
    for (const auto& event : entry.events) {
      before.history.push_back({entry.id, event.day, event.what, event.other});
    }
  }
  return before;
}

Result<FamiliesThen> families_on(Store& store, const AsKnown& known) {
  auto last = FamilyBook(store.casebook).last_run(known);
  if (!last) return std::unexpected(last.error());
  if (!*last) return FamiliesThen{};
  const auto run = (*last)->number;
  FamilySource source{(*last)->seal,
                      [&store, run] { return FamilyBook(store.casebook).families(run); }};
  return FamiliesThen{std::move(*last), std::move(source)};
}

Result<families::KeptFamilies> kept_families(Store& store, const AsKnown& known) {
  const auto as_known = identity::looked_up(store, known);
  if (!as_known) return std::unexpected(as_known.error());
  const auto then = families_on(store, *as_known);
  if (!then) return std::unexpected(then.error());
  if (!then->run) return std::unexpected(never_formed());
  const auto entries = then->source.read();
  if (!entries) return std::unexpected(entries.error());
  families::KeptFamilies kept;
  kept.history = before_of(*entries).history;
  for (const auto& entry : *entries) {
    for (const auto& m : entry.members) {
      kept.members.push_back(
          {entry.id, m.person, m.role, m.first, m.last, m.resident, m.because, m.with, m.told_by});
    }
  }
  return kept;
}

Error never_formed() {
  return Error{
      "no families were formed in this store by then: hearth families form --store does it"};
}

}  // namespace hearth::membership
