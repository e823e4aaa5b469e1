#include "link/nicknames.h"

#include <algorithm>

namespace hearth::link {

Nicknames::Nicknames(std::vector<std::vector<std::string>> groups) : groups_(std::move(groups)) {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    for (const auto& name : groups_[i]) groups_of_[name].push_back(i);
  }
}

bool Nicknames::share(std::string_view a, std::string_view b) const {
  const auto of_a = groups_of_.find(a), of_b = groups_of_.find(b);
  if (of_a == groups_of_.end() || of_b == groups_of_.end()) return false;
  return std::ranges::any_of(of_a->second, [&](std::size_t group) {
    return std::ranges::find(of_b->second, group) != of_b->second.end();
  });
}

}  // namespace hearth::link
