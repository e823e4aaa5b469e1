// Who is related to whom, as a row of an agency's file says. Both are numbers of the feed; who they
// are is linking's to say. See docs/sightings.md for the table.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "intake/feed.h"
#include "intake/row_values.h"

namespace hearth {

// The person is the relation of the other: `parent`. All texts are good only while the sink runs.
struct ToldRelation {
  std::string_view feed, file, table;
  std::int64_t row = 0;
  std::string_view local_id;
  std::string_view relation;  // of kRelationWords
  std::string_view other_id;
  std::optional<Date> start, end;
};

using RelationSink = std::function<Result<void>(const ToldRelation&)>;

// What the row says of the relations of the person it introduces; only who, what and when are set.
std::vector<ToldRelation> map_relations(RowValues& values, const TableRule& table,
                                        std::string_view person, Date on);

}  // namespace hearth
