// The tables of a feed: its `[tables.NAME]`, read into TableRules.
#pragma once

#include "intake/feed.h"
#include "intake/feed_cursor.h"

namespace hearth {

// The codes of the form must have been read.
void read_tables(const toml::table& tables, FeedForm& form, FeedDocument& document);

// Once the records have named their columns too: those that may be missing from a file.
void read_optional_columns(const toml::table& tables, FeedForm& form, FeedDocument& document);

}  // namespace hearth
