// A sighting: a person as one row of an agency's file describes them, before anybody asks who it
// is. Linking reads sightings and nothing else; see docs/sightings.md for the table.
//
// An identifier whose check digit is wrong is reported and left empty here, so that it can neither
// join two people nor keep one apart.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "facts/facts.h"
#include "intake/feed.h"
#include "intake/row_values.h"

namespace hearth {

// All texts are good only while the sink runs.
struct Sighting {
  std::string_view feed;
  std::string_view file;
  std::string_view table;
  std::int64_t row = 0;
  std::string_view local_id;  // as the feed calls the person: records refer by it
  Role role = Role::Other;
  std::optional<Date> born, died;
  std::string_view sex;
  std::string_view family;  // the feed's own; empty: none of its own
  std::optional<Date> started;
  std::array<std::string_view, kSeenCount> seen;  // by SeenAs
  bool again = false;                             // the last row about the person said just this
};

using SightingSink = std::function<Result<void>(const Sighting&)>;

// What the row says of the person by the rule. A wrong identifier is a warning: the row stands
// without it.
std::array<std::string_view, kSeenCount> what_is_seen(RowValues& values, const PersonRule& rule,
                                                      Date on);

std::string_view to_text(SeenAs seen);  // its column: `former_surname`

}  // namespace hearth
