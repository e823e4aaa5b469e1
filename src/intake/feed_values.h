// The smallest parts of a feed's declaration: where a value comes from, and which rows are meant.
#pragma once

#include "intake/feed.h"
#include "intake/feed_cursor.h"

namespace hearth {

// The column's index in the table, which learns of it if it is new.
std::size_t column_of(TableRule& table, const std::string& name);

// `"column"`, `{ column, codes, divide_by, check }`, `{ is, given }`, or a list of these.
ValueRule read_value(FeedDocument& document, const toml::node& node, std::string_view key,
                     const FeedForm& form, TableRule& table);

// The value of a key of the cursor's table; empty if it is not there.
ValueRule read_value(FeedCursor& cursor, std::string_view key, const FeedForm& form,
                     TableRule& table);

// `{ category = "PERM", … }`: columns and the values they may have.
std::vector<std::pair<std::size_t, std::vector<std::string>>> read_when(FeedCursor& cursor,
                                                                        std::string_view key,
                                                                        TableRule& table);

// The list of codes named; reported if there is none.
std::optional<std::size_t> codes_of(FeedDocument& document, const toml::node& node,
                                    const FeedForm& form);
std::optional<std::size_t> table_of(FeedDocument& document, const toml::node& node,
                                    const FeedForm& form);

// Every word the codes of a list can mean.
std::vector<std::string> meanings_of(const CodeList& codes);

}  // namespace hearth
