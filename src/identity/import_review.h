// `hearth link review --import`: the decisions of a review into the casebook, all of them or none.
//
// Each is an event that binds every later run; what follows from it for people there are (a merge,
// a split) is done at once, as events that name it.
#pragma once

#include <functional>
#include <string>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/result.h"

namespace hearth::identity {

struct ImportReviewRequest {
  std::string store, workbook;
  Date on;
  std::function<void()> waiting;
};

struct ImportedReview {
  Diagnostics diagnostics;  // where there are errors, nothing was taken
  std::size_t same = 0, different = 0, left = 0;
  std::size_t merged = 0, split = 0;             // people
  std::int64_t first_event = 0, last_event = 0;  // 0: none
};

Result<ImportedReview> import_review(const ImportReviewRequest& request);

}  // namespace hearth::identity
