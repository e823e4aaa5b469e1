#include "families/explain_family.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearth::families {
namespace {

std::string why(const KeptMember& member) {
  const auto at = std::ranges::find(kWhys, member.because);
  if (at == std::end(kWhys)) return member.because;
  switch (static_cast<Why>(at - std::begin(kWhys))) {
    case Why::Decided:
      return fmt::format("somebody decided that they are one family with {}", member.with);
    case Why::ParentOf: return fmt::format("recorded as a parent or carer of {}", member.with);
    case Why::ChildOf: return fmt::format("recorded as a child of {}", member.with);
    case Why::RelatedTo: return fmt::format("recorded as related to {}", member.with);
    case Why::SharedHome: return fmt::format("lives at one address with {}", member.with);
    case Why::CameTogether:
      return fmt::format("came with {} to a place of many households", member.with);
    case Why::SameHousehold:
      return fmt::format("an agency counts them as one household with {}", member.with);
    case Why::InCareFrom:
      return fmt::format("a child in a care home, which lived with {} before", member.with);
    case Why::Named: return "the council's own file names them in this family";
    case Why::Alone: break;
  }
  return "nobody else is known to live there";
}

std::string days(const KeptMember& member) {
  if (member.first.empty() && member.last.empty()) return "all along";
  if (member.first.empty()) return "until " + member.last;
  if (member.last.empty()) return "since " + member.first;
  return member.first + " to " + member.last;
}

std::string event(const FamiliesBefore::Past& past) {
  auto words = past.event;
  std::ranges::replace(words, '_', ' ');
  const bool alone = past.event == "formed" || past.event == "ended";
  const auto other = !past.other.empty() ? past.other
                     : alone             ? std::string()
                                         : std::string("a family that is not named here");
  return fmt::format("  {:<10}  {}{}{}\n", past.day, words, other.empty() ? "" : " ", other);
}

}  // namespace

std::optional<std::string> explain_family(const KeptFamilies& kept, const std::string& family) {
  std::string text = "family " + family + "\n\nWhat became of it\n";
  bool there = false;
  for (const auto& past : kept.history) {
    if (past.family != family) continue;
    text += event(past);
    there = true;
  }
  std::string members;
  for (const auto& member : kept.members) {
    if (member.family != family) continue;
    there = true;
    members += fmt::format("  {}, {}, {}{}\n      {}\n", member.person, member.role, days(member),
                           member.resident == "no" ? ", lives elsewhere" : "", why(member));
    if (!member.told_by.empty()) members += "      told by: " + member.told_by + "\n";
  }
  if (!there) return std::nullopt;
  if (!members.empty()) text += "\nWho is of it, and why\n" + members;
  return text;
}

}  // namespace hearth::families
