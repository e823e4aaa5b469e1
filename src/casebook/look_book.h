// Who was shown something of families or people, when, and what was asked: every look leaves a
// trace in the casebook, sealed over the one before.
//
// It names families and people by ids, and nothing of them. Who adds needs no LoadingLock: a look
// is a transaction of its own, and waits for no load.
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
  std::string what;  // the command, and what was asked: `evaluate national-2022 on 2025-07-31`
  std::string seal;
  std::vector<std::string> people;         // in order
  std::vector<std::string> families = {};  // in order; kAllFamilies alone: of all
};
inline constexpr const char* kAllFamilies = "";

// A line for each row the casebook has of it.
std::string to_text(const LookEntry& look);

class LookBook {
 public:
  explicit LookBook(Casebook& casebook) : session_(casebook.session()) {}

  // Numbers and seals it as the next.
  Result<void> add(LookEntry look);
  Result<void> copy_to(LookBook& other);  // as they are, into one that has none
  // In order, until one is not wanted any more.
  Result<void> each(const std::function<bool(const LookEntry& look)>& take);

 private:
  Result<bool> there();
  Result<void> insert(const LookEntry& look);
  Result<LookEntry> numbered_and_sealed(LookEntry look);
  Result<std::vector<std::string>> seen(const char* table, const char* column,
                                        const std::string& look);

  SqlSession& session_;
};

// What is wrong with the seals, a line each.
Result<std::vector<std::string>> broken_seals(LookBook& looks);

}  // namespace hearth
