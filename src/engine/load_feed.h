// `hearth load`: the catalogue and the feed are read (and then frozen), then the files go into the
// store.
#pragma once

#include <string>

#include "language/load_plan.h"
#include "store/load_files.h"

namespace hearth {

struct LoadFeedRequest {
  std::string feed;       // the path of its TOML file
  std::string catalogue;  // the path of the catalogue document
  LoadRequest load;
};

struct LoadFeedAnswer {
  Diagnostics declaration;  // of the catalogue and the feed; with errors nothing else was done
  LoadAnswer loaded;
};

Result<LoadFeedAnswer> load_feed(const LoadFeedRequest& request, const ReadDocument& read);

}  // namespace hearth
