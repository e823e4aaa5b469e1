// What was already judged of one family, so that a condition that several criteria share, or that
// both a rule and its people in need ask for, is judged once.
//
// Only conditions that stand by themselves (ConditionBrief::standing) are kept. A memo is for one
// family and one carry; it is not shared between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/ids.h"
#include "timeline/timeline.h"

namespace hearth {

class Memo {
 public:
  // Null if it was not kept.
  const Timeline* find(ConditionId condition, std::optional<PersonId> person) const {
    const auto found = lines_.find(key(condition, person));
    return found == lines_.end() ? nullptr : &found->second;
  }

  void keep(ConditionId condition, std::optional<PersonId> person, const Timeline& line) {
    lines_.emplace(key(condition, person), line);
  }

 private:
  static std::uint64_t key(ConditionId condition, std::optional<PersonId> person) {
    const std::uint64_t who = person ? person->index + std::uint64_t{1} : 0;
    return who << 32 | condition.index;
  }

  std::unordered_map<std::uint64_t, Timeline> lines_;
};

}  // namespace hearth
