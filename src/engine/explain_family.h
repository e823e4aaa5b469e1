// `hearth explain`: why one criterion stands as it does for one family on one day.
//
// The Judge says why, as an Explanation; these are its two renderings, for somebody who has never
// seen the code and for a program. Neither prints a name (there is none in the facts), nor a text
// field of a record: a free text may say anything about anybody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/row_writer.h"
#include "evaluate/judge.h"
#include "identity/doubts_on.h"

namespace hearth {

std::string explanation_text(const Judge& judge, const Explanation& explanation, Colour colour);
std::string explanation_json(const Judge& judge, const Explanation& explanation);

// The doubtful links a finding over a store rests on, and how it would stand without them.
struct DoubtTold {
  std::vector<identity::DoubtOn> links;
  Finding without;  // all of them
  // Without one alone, of the first so many links, where there are several; nothing where the
  // finding stands as it is.
  std::vector<std::optional<Finding>> alone = {};
};
inline constexpr std::size_t kMostAlone = 8;
std::string doubt_text(const DoubtTold& told, const Finding& now, Colour colour);
// The same in the explanation, under `doubt`.
std::string explanation_json(const Judge& judge, const Explanation& explanation,
                             const std::optional<DoubtTold>& doubt);

}  // namespace hearth
