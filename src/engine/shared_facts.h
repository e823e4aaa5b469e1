// A facts folder for several plans: read once for all that declare their records alike, and again
// for one that does not.
//
// Only the facts read last are kept here; whoever still uses older ones holds them.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "facts/read_facts.h"
#include "language/plan.h"

namespace hearth {

class SharedFacts {
 public:
  SharedFacts(std::string folder, ReadOptions options);

  // With every record type, or with those of `wanted` alone (ReadOptions::record_types).
  Result<std::shared_ptr<const ReadFacts>> read_for(const Plan& plan,
                                                    const std::vector<bool>& wanted = {});

 private:
  std::string folder_;
  ReadOptions options_;
  Catalogue catalogue_;  // with which `read_` was read
  std::shared_ptr<const ReadFacts> read_;
};

}  // namespace hearth
