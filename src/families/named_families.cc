#include "families/named_families.h"

#include <algorithm>
#include <map>
#include <span>

namespace hearth::families {
namespace {

bool is_member(const Family& family, PersonNumber person) {
  return std::ranges::find(family.members, person, &Membership::person) != family.members.end();
}

class Joining {
 public:
  Joining(const Told& told, Families& formed) : formed_(formed) {
    for (std::size_t i = 0; i < told.named.size();) {
      auto end = i;
      while (end < told.named.size() && told.named[end].family == told.named[i].family) ++end;
      named_.push_back(std::span(told.named).subspan(i, end - i));
      i = end;
    }
  }

  void run() {
    if (named_.empty()) return;
    count_shared();
    const auto of_named = best(true), of_formed = best(false);
    for (std::uint32_t n = 0; n < named_.size(); ++n) {
      const auto at = of_named.find(n);
      const bool one = at != of_named.end() && of_formed.at(at->second) == n;
      add_named(n, one ? formed_.families[at->second] : begin());
    }
  }

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;  // named, formed

  void count_shared() {
    std::map<PersonNumber, std::uint32_t> named_in;
    for (std::uint32_t n = 0; n < named_.size(); ++n) {
      for (const auto& member : named_[n]) named_in[member.person] = n;
    }
    for (std::uint32_t f = 0; f < formed_.families.size(); ++f) {
      std::map<PersonNumber, std::uint32_t> here;  // each once, however often they came and went
      for (const auto& member : formed_.families[f].members) {
        const auto at = named_in.find(member.person);
        if (at != named_in.end()) here.insert(*at);
      }
      for (const auto& [person, n] : here) ++shared_[{n, f}];
    }
  }

  // With whom each named family, or each formed one, has most people in common; of equals the
  // first.
  std::map<std::uint32_t, std::uint32_t> best(bool of_named) const {
    std::map<std::uint32_t, std::uint32_t> found;
    std::map<std::uint32_t, int> most;
    for (const auto& [pair, count] : shared_) {
      const auto [one, other] = of_named ? pair : Pair(pair.second, pair.first);
      if (count <= most[one]) continue;
      most[one] = count;
      found[one] = other;
    }
    return found;
  }

  Family& begin() {
    formed_.families.emplace_back().events.push_back({kBeginning, Happened::Formed, kNoFamily});
    return formed_.families.back();
  }

  void add_named(std::uint32_t n, Family& family) const {
    family.id = named_[n].front().family;
    for (const auto& [id, person, role] : named_[n]) {
      if (is_member(family, person)) continue;
      family.members.push_back(
          {person, kBeginning, kForever, role, true, {Why::Named, kNobody, {}}});
    }
    std::ranges::stable_sort(family.members, {}, [](const Membership& member) {
      return std::pair(member.person, member.first);
    });
  }

  Families& formed_;
  std::vector<std::span<const NamedMember>> named_;  // by family
  std::map<Pair, int> shared_;                       // people
};

}  // namespace

void join_named_families(const Told& told, Families& formed) { Joining(told, formed).run(); }

}  // namespace hearth::families
