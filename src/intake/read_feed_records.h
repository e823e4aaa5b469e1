// The records of a feed: its `[records.NAME]`, read into RecordRules and checked against the
// catalogue.
#pragma once

#include "facts/catalogue.h"
#include "intake/feed.h"
#include "intake/feed_cursor.h"

namespace hearth {

// The codes and tables of the form must have been read.
void read_records(const toml::table& records, const Catalogue& catalogue, FeedForm& form,
                  FeedDocument& document);

}  // namespace hearth
