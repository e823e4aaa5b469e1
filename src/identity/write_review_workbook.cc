#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>

#include "identity/review_columns.h"
#include "identity/review_workbook.h"

namespace hearth::identity {
namespace {

constexpr std::time_t kMade = 946'684'800;   // the same review makes the same bytes
constexpr std::size_t kLongestCell = 8'000;  // bytes, so that it fits whatever its letters
constexpr lxw_row_t kMostRows = 1'048'575;

std::string words(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::vector<std::string> guide(const Review& review) {
  const auto& model = review.model;
  return {
      "Each row of the sheet `pairs` shows two sightings: two rows that agencies sent. The "
      "question "
      "is whether they are about one person.",
      fmt::format("The model cannot tell: it gives each pair a probability from {} to below {}. It "
                  "links sightings from {} on.",
                  model.doubt_from, model.doubt_to, model.link_at),
      fmt::format("Here are {} of {} such pairs. Those come first whose answer changes who is who; "
                  "of these, those that move most sightings.",
                  review.pairs.size(), review.in_all),
      "decision: `same` if one person, `different` if two, `leave` or nothing to say nothing.",
      "reason and decided by: needed wherever there is a decision. Who reads of it later sees "
      "both.",
      "decides: what your answer would do. Where the linker did right already, an answer still "
      "helps: it is kept and binds every later run.",
      "agrees: how the two values agree, and in brackets what that speaks for one person (+) or "
      "against it (-), in bits: one bit more makes the odds twice as good. Empty: not compared.",
      "Where somebody lives is not shown if the address of either is protected, or anybody's at "
      "that address.",
      "Leave the other cells as they are: by person A, person B, probability, sighting A and "
      "sighting "
      "B it is told whether the pair is still what you saw. Rows may be sorted or deleted.",
      "hearth link review --store STORE --import THIS-FILE takes the decisions: all of them, or "
      "none "
      "and says why. Each can be undone: hearth link decide EVENT undo.",
      "This workbook holds personal data. Keep it as the store itself is kept, and delete it when "
      "it is done with.",
  };
}

class ReviewWriting {
 public:
  explicit ReviewWriting(const std::filesystem::path& path) {
    book_ = workbook_new(path.c_str());
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    format_set_text_wrap(bold_);
    asked_ = workbook_add_format(book_);
    format_set_bg_color(asked_, 0xFFF2CC);
    wrapped_ = workbook_add_format(book_);
    format_set_text_wrap(wrapped_);
    lxw_doc_properties properties = {};
    properties.created = kMade;
    workbook_set_properties(book_, &properties);
  }
  ~ReviewWriting() {
    if (book_ != nullptr) workbook_close(book_);
  }
  ReviewWriting(const ReviewWriting&) = delete;

  void write(const Review& review) {
    sheet_ = workbook_add_worksheet(book_, kPairsSheet);
    write_header(review.model);
    for (std::size_t i = 0; i < review.pairs.size(); ++i) {
      row_ = static_cast<lxw_row_t>(i + 1);
      column_ = 0;
      write_pair(review.model, review.pairs[i], i + 1);
    }
    worksheet_freeze_panes(sheet_, 1, 4);
    worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(last_column_));
    offer_decisions();
    write_guide(review);
  }

  Result<void> finish() {
    const auto error = workbook_close(book_);
    book_ = nullptr;
    if (error == LXW_NO_ERROR && whole_) return {};
    return failed(fmt::format("cannot write the workbook: {}",
                              whole_ ? lxw_strerror(error) : "a cell was not taken"));
  }

 private:
  void text(std::string_view value, lxw_format* format = nullptr) {
    const auto column = static_cast<lxw_col_t>(column_++);
    last_column_ = std::max(last_column_, column_ - 1);
    if (value.empty() && format == nullptr) return;
    const std::string cell(value.substr(0, kLongestCell));
    took(cell.empty() ? worksheet_write_blank(sheet_, row_, column, format)
                      : worksheet_write_string(sheet_, row_, column, cell.c_str(), format));
  }
  void number(double value) {
    took(worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(column_++), value, nullptr));
  }
  void took(lxw_error error) { whole_ = whole_ && error == LXW_NO_ERROR; }

  void heading(std::string_view name, double width = 13) {
    const auto column = static_cast<lxw_col_t>(column_);
    worksheet_set_column(sheet_, column, column, width, nullptr);
    text(name, bold_);
  }

  static bool has(const link::Model& model, std::string_view field) {
    return model.find(field) != nullptr;
  }

  void write_header(const link::Model& model) {
    row_ = 0;
    column_ = 0;
    heading("pair", 6);
    heading(kDecision, 11);
    heading(kReason, 26);
    heading(kDecidedBy);
    heading("decides", 44);
    heading(kProbability);
    for (const auto name : kShown) {
      heading(words(name) + " A");
      heading(words(name) + " B");
      if (has(model, name)) heading(words(name) + " agrees", 18);
    }
    if (has(model, "agency_number")) heading("agency number agrees", 18);
    heading("prior, bits", 9);
    heading("in all, bits", 9);
    heading(kPersonA);
    heading(kPersonB);
    heading(kSightingA, 24);
    heading(kSightingB, 24);
  }

  void write_pair(const link::Model& model, const ReviewedPair& reviewed, std::size_t nth) {
    const auto& pair = reviewed.pair;
    number(static_cast<double>(nth));
    for (int i = 0; i < 3; ++i) text({}, asked_);
    text(decides_words(pair));
    text(shown_probability(model, reviewed));
    for (std::size_t i = 0; i < kShown.size(); ++i) {
      const bool hidden = reviewed.hides_where && tells_where(kShown[i]);
      text(hidden ? "protected" : std::string_view(reviewed.a.values[i]));
      text(hidden ? "protected" : std::string_view(reviewed.b.values[i]));
      if (has(model, kShown[i])) text(agreement_words(model, reviewed, kShown[i]));
    }
    if (has(model, "agency_number")) text(agreement_words(model, reviewed, "agency_number"));
    text(reviewed.hides_where ? "" : fmt::format("{:+.2f}", pair.explained.prior));
    text(reviewed.hides_where ? "" : fmt::format("{:+.2f}", pair.explained.total));
    text(pair.person_a);
    text(pair.person_b);
    text(sighting_name(pair.a));
    text(sighting_name(pair.b));
  }

  // A list to choose from in each row of the column `decision`.
  void offer_decisions() {
    std::array<std::string, kDecisions.size()> texts;
    std::ranges::copy(kDecisions, texts.begin());
    char* words[kDecisions.size() + 1] = {};
    std::ranges::transform(texts, words, [](std::string& text) { return text.data(); });
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = words;
    std::string message = "same, different or leave";
    validation.error_message = message.data();
    took(worksheet_data_validation_range(sheet_, 1, 1, std::max(row_, lxw_row_t{1}), 1,
                                         &validation));
  }

  void write_guide(const Review& review) {
    sheet_ = workbook_add_worksheet(book_, kGuideSheet);
    worksheet_set_column(sheet_, 0, 0, 110, wrapped_);
    row_ = 0;
    for (const auto& sentence : guide(review)) {
      column_ = 0;
      text(sentence, wrapped_);
      ++row_;
    }
  }

  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* asked_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  lxw_row_t row_ = 0;
  int column_ = 0, last_column_ = 0;
  bool whole_ = true;
};

Result<void> write_sheets(const Review& review, const std::filesystem::path& path) {
  if (review.pairs.size() > kMostRows) return failed("a sheet holds no more than 1,048,575 pairs");
  ReviewWriting writing(path);
  writing.write(review);
  return writing.finish();
}

}  // namespace

Result<void> write_review_workbook(const Review& review, const std::filesystem::path& path) {
  auto unfinished = path;
  unfinished += ".unfinished";
  std::error_code code;
  auto written = write_sheets(review, unfinished);
  if (written) {
    std::filesystem::permissions(
        unfinished, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, code);
    std::filesystem::rename(unfinished, path, code);
    if (code) written = failed("cannot give the workbook its name: " + code.message());
  }
  if (!written) std::filesystem::remove(unfinished, code);
  return written;
}

}  // namespace hearth::identity
