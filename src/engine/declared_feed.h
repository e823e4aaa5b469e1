// A feed with the catalogue whose records it brings: what every command about an agency's files
// reads first, and nobody changes after.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "intake/feed.h"
#include "language/load_plan.h"

namespace hearth {

struct DeclaredFeed {
  std::optional<Catalogue> catalogue;
  std::optional<Feed> feed;  // none if either has errors
  Diagnostics diagnostics;
};

// By the paths of the catalogue's document and of the feed's TOML file.
Result<DeclaredFeed> read_declared_feed(const std::string& catalogue, const std::string& feed,
                                        const ReadDocument& read);

}  // namespace hearth
