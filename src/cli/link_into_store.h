// `hearth link --store`: the sightings of a store's loads into people who last.
#pragma once

#include <string>

#include "cli/link_question.h"

namespace hearth {

struct StoreLinkOptions {
  std::string store;
  bool anew = false;
  std::string on;  // checked to be a day
};

void add_store_link_options(CLI::App& app, StoreLinkOptions& options);

ExitCode link_into_store(const World& world, const LinkOptions& link,
                         const StoreLinkOptions& options);

}  // namespace hearth
