#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "identity/review_columns.h"
#include "identity/review_diagnostics.h"
#include "identity/review_workbook.h"
#include "intake/workbook.h"

namespace hearth::identity {
namespace {

constexpr std::string_view kNeeded[] = {kDecision, kReason,  kDecidedBy, kProbability,
                                        kPersonA,  kPersonB, kSightingA, kSightingB};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool take_number(std::string_view& text, std::int64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return error == std::errc() && number > 0;
}
bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// `000003-001.parquet:17`
std::optional<SightingPlace> place_named(std::string_view text) {
  SightingPlace place;
  const bool read = take_number(text, place.load) && take(text, "-") &&
                    take_number(text, place.part) && take(text, ".parquet:") &&
                    take_number(text, place.row) && text.empty();
  return read ? std::optional(place) : std::nullopt;
}

class ReadingReview {
 public:
  explicit ReadingReview(std::string sheet) { read_.sheet = std::move(sheet); }

  void take_row(const WorkbookRow& row) {
    if (!has_header_) return take_header(row);
    row_ = &row;
    if (missing_) return;
    const auto word = lower(cell(kDecision));
    if (word.empty() && std::ranges::all_of(row.cells, [](const std::string& text) {
          return trimmed(text).empty();
        })) {
      return;
    }
    if (word.empty() || word == kDecisions[2]) {
      ++read_.left;
    } else if (word != kDecisions[0] && word != kDecisions[1]) {
      read_.diagnostics.add(kReviewWord, at(kDecision));
    } else {
      take_answer(word == kDecisions[0]);
    }
  }

  AnsweredReview finish() && {
    if (!has_header_) {
      read_.diagnostics.add(kReviewColumn, cell_place(read_.sheet, 0, kDecision));
    }
    return std::move(read_);
  }

 private:
  void take_header(const WorkbookRow& row) {
    has_header_ = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      columns_.emplace(lower(trimmed(row.cells[i])), i);
    }
    for (const auto name : kNeeded) {
      if (columns_.contains(lower(name))) continue;
      missing_ = true;
      read_.diagnostics.add(kReviewColumn, cell_place(read_.sheet, 0, name));
    }
  }

  static std::string lower(std::string_view text) {
    std::string low(trimmed(text));
    std::ranges::transform(low, low.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return low;
  }

  std::string_view cell(std::string_view column) const {
    const auto at = columns_.at(lower(column));
    return at < row_->cells.size() ? trimmed(row_->cells[at]) : std::string_view();
  }
  Place at(std::string_view column) const { return cell_place(read_.sheet, row_->row, column); }

  void take_answer(bool same) {
    AnsweredPair answer;
    answer.row = row_->row;
    answer.same = same;
    answer.reason = cell(kReason);
    answer.by = cell(kDecidedBy);
    if (answer.reason.empty()) read_.diagnostics.add(kReviewMissing, at(kReason));
    if (answer.by.empty()) read_.diagnostics.add(kReviewMissing, at(kDecidedBy));
    const auto a = place_named(cell(kSightingA)), b = place_named(cell(kSightingB));
    if (!a) read_.diagnostics.add(kReviewSighting, at(kSightingA));
    if (!b || a == b) read_.diagnostics.add(kReviewSighting, at(kSightingB));
    if (!a || !b || a == b) return;
    answer.a = *a;
    answer.b = *b;
    answer.person_a = cell(kPersonA);
    answer.person_b = cell(kPersonB);
    answer.probability = cell(kProbability);
    read_.answers.push_back(std::move(answer));
  }

  AnsweredReview read_;
  bool has_header_ = false;
  bool missing_ = false;
  std::map<std::string, std::size_t> columns_;
  const WorkbookRow* row_ = nullptr;
};

}  // namespace

Place cell_place(const std::string& sheet, std::int64_t row, std::string_view column) {
  Place place;
  place.file = sheet;
  place.row = row;
  place.field = column;
  return place;
}

Result<AnsweredReview> read_review_workbook(const std::filesystem::path& path) {
  const auto file = path.filename().string();
  const auto workbook = Workbook::open(path);
  if (!workbook) return failed(file + ": " + workbook.error().message);
  if (std::ranges::find(workbook->sheets(), kPairsSheet) == workbook->sheets().end()) {
    return failed(fmt::format("{}: it has no sheet `{}`, as a review has", file, kPairsSheet));
  }
  ReadingReview reading(fmt::format("{}, sheet {}", file, kPairsSheet));
  const auto read = workbook->read(kPairsSheet, *DatePattern::parse("YYYY-MM-DD"),
                                   [&](const WorkbookRow& row) { reading.take_row(row); });
  if (!read) return failed(file + ": " + read.error().message);
  return std::move(reading).finish();
}

}  // namespace hearth::identity
