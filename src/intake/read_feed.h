// From a feed's TOML file to a checked Feed, or to everything that is wrong with it.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source.h"
#include "facts/catalogue.h"
#include "intake/feed.h"

namespace hearth {

struct FeedReading {
  std::optional<Feed> feed;  // only if nothing is wrong
  Diagnostics diagnostics;
};

// `others` finds the text of a feed that this one `extends`, by its name.
FeedReading read_feed(Source source, const Catalogue& catalogue,
                      const std::function<Result<Source>(const std::string& name)>& others);

// The file; a feed that it extends is NAME.toml in the same folder.
Result<FeedReading> read_feed_file(const std::filesystem::path& path, const Catalogue& catalogue);

}  // namespace hearth
