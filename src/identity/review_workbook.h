// A review as one workbook: a sheet with a row for each pair, on which somebody decides, and a
// sheet that explains. The form is in docs/lasting-people.md.
//
// Cells are texts and numbers, never formulas. Reading it tells what is wrong with which row and
// column, and does not look whether it can be done.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "identity/review.h"

namespace hearth::identity {

// The workbook is whole or not there.
Result<void> write_review_workbook(const Review& review, const std::filesystem::path& path);

// A row that is decided: neither empty nor `leave`.
struct AnsweredPair {
  std::int64_t row = 0;  // of the sheet
  bool same = false;
  std::string reason, by;
  SightingPlace a, b;
  std::string person_a, person_b, probability;  // as the workbook shows them
};

struct AnsweredReview {
  std::string sheet;  // for diagnostics: `review.xlsx, sheet pairs`
  std::vector<AnsweredPair> answers;
  std::size_t left = 0;  // rows without a decision
  Diagnostics diagnostics;
};

Result<AnsweredReview> read_review_workbook(const std::filesystem::path& path);

Place cell_place(const std::string& sheet, std::int64_t row, std::string_view column);

}  // namespace hearth::identity
