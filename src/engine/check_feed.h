// `hearth feed check`: what a feed would make of a file, without keeping anything; and `hearth feed
// draft`: a first feed for a file that has none.
//
// The preview shows the first records of each type, with the row each came from, and how often each
// column of a sighting is filled. It repeats no name, number or address.
#pragma once

#include <string>

#include "base/result.h"
#include "intake/import.h"
#include "language/load_plan.h"

namespace hearth {

struct FeedCheckRequest {
  std::string feed;       // the path of its TOML file
  std::string catalogue;  // the path of the catalogue document
  ImportOptions options;
};

struct FeedCheck {
  Diagnostics declaration;  // with errors nothing else was done
  Diagnostics rows;
  std::string text;
};

Result<FeedCheck> check_feed(const FeedCheckRequest& request, const ReadDocument& read);

Result<std::string> draft_feed_for(const std::string& file);

}  // namespace hearth
