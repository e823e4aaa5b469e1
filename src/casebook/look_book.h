// Who was shown what sightings say of people, and when: every look at people leaves a trace in the
// casebook, sealed over the one before.
//
// It names people by ids, and nothing of them. Who adds must hold the LoadingLock.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "casebook/casebook.h"

namespace hearth {

struct LookEntry {
  std::int64_t number = 0;
  Date day;
  std::string by;
  std::string what;  // the command: `link review`
  std::string seal;
  std::vector<std::string> people;  // in order
};

// A line for each row the casebook has of it.
std::string to_text(const LookEntry& look);

class LookBook {
 public:
  explicit LookBook(Casebook& casebook) : session_(casebook.session()) {}

  // Numbers and seals it as the next.
  Result<void> add(LookEntry look);
  Result<void> restore(const LookEntry& look);  // as it is
  // In order, until one is not wanted any more.
  Result<void> each(const std::function<bool(const LookEntry& look)>& take);

 private:
  Result<void> insert(const LookEntry& look);

  SqlSession& session_;
};

// What is wrong with the seals, a line each.
Result<std::vector<std::string>> broken_seals(LookBook& looks);

}  // namespace hearth
