#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "engine/row_writer.h"
#include "engine/wrap.h"

namespace hearth {
namespace {

constexpr std::size_t kPageWidth = 100;
constexpr std::size_t kNarrowest = 12;  // a column is not squeezed below this
constexpr std::string_view kGap = "  ";
constexpr std::string_view kBelow = "        ";
constexpr std::size_t kTextsShown = 3;  // csv and json have them all
constexpr std::size_t kLongestList = 30;

struct Paint {
  std::string_view word;
  std::string_view colour;
};
// Colour repeats what the word says, it never says it alone.
constexpr Paint kPaints[] = {{"need", "\x1b[33m"},
                             {"progress", "\x1b[36m"},
                             {"achieved", "\x1b[32m"},
                             {"lapsed", "\x1b[31m"},
                             {"unknown", "\x1b[35m"}};
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kPlain = "\x1b[0m";

using Texts = std::span<const std::string>;

class TableWriter : public RowWriter {
 public:
  TableWriter(std::span<const AnswerColumn> columns, Colour colour, TextSink sink)
      : columns_(columns), colour_(colour), sink_(std::move(sink)) {}

  bool row(std::span<const Cell> cells) override {
    auto& row = rows_.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto* texts = std::get_if<Texts>(&cells[i]);
      const auto* flag = std::get_if<bool>(&cells[i]);
      row.push_back(texts ? some_of(*texts) : flag && !*flag ? std::string() : to_text(cells[i]));
    }
    return true;
  }

  Result<void> finish() override {
    choose_columns();
    fit();
    std::vector<std::string> headings;
    for (const auto& column : columns_) headings.emplace_back(column.heading);
    if (!write(headings, kBold)) return {};
    for (const auto& row : rows_) {
      if (!write(row, {}) || !write_below(row)) return {};
    }
    return {};
  }

 private:
  static std::string some_of(Texts texts) {
    std::string words = join(texts.first(std::min(texts.size(), kTextsShown)), "; ");
    if (texts.size() > kTextsShown) {
      words += "; and " + std::to_string(texts.size() - kTextsShown) + " more";
    }
    return words;
  }

  std::size_t widest_in(std::size_t column) const {
    std::size_t width = 0;
    for (const auto& row : rows_) width = std::max(width, width_of(row[column]));
    return width;
  }

  // A column that says nothing, and a plan's name that is the same in every row, only take room
  // from the others. Long lists stand below their row, as do the columns that say so.
  void choose_columns() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool same = columns_[i].name == "plan" && std::ranges::all_of(rows_, [&](auto& row) {
                          return row[i] == rows_.front()[i];
                        });
      const auto width = widest_in(i);
      if (!rows_.empty() && (width == 0 || same)) continue;
      const bool long_list = columns_[i].kind == CellKind::Texts && width > kLongestList;
      (long_list || columns_[i].below ? below_ : shown_).push_back(i);
    }
  }

  // Each column as wide as its widest cell; then the widest give way until the page holds them.
  void fit() {
    for (const auto i : shown_) {
      widths_.push_back(std::max(widest_in(i), width_of(columns_[i].heading)));
    }
    const std::size_t gaps = shown_.empty() ? 0 : kGap.size() * (shown_.size() - 1);
    while (std::accumulate(widths_.begin(), widths_.end(), gaps) > kPageWidth) {
      const auto widest = std::ranges::max_element(widths_);
      if (*widest <= kNarrowest) break;
      --*widest;
    }
  }

  bool write(const std::vector<std::string>& texts, std::string_view paint) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t k = 0; k < shown_.size(); ++k) {
      cells.push_back(wrap(texts[shown_[k]], widths_[k]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      if (!sink_(line(cells, at, paint))) return false;
    }
    return true;
  }

  bool write_below(const std::vector<std::string>& texts) {
    std::vector<std::string> said;
    for (const auto i : below_) {
      if (!texts[i].empty()) said.push_back(std::string(columns_[i].heading) + ": " + texts[i]);
    }
    if (said.empty()) return true;
    for (const auto& part : wrap(join(said, "; "), kPageWidth - kBelow.size())) {
      if (!sink_(std::string(kBelow) + part + '\n')) return false;
    }
    return true;
  }

  std::string line(const std::vector<std::vector<std::string>>& cells, std::size_t at,
                   std::string_view paint) const {
    std::string text;
    std::size_t owed = 0;  // spaces before the next text, so that no line ends in them
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const std::string cell = at < cells[k].size() ? cells[k][at] : std::string();
      if (!cell.empty()) {
        text.append(owed, ' ');
        owed = 0;
        text += painted(cell, paint);
      }
      owed += widths_[k] - std::min(widths_[k], width_of(cell)) + kGap.size();
    }
    return text + '\n';
  }

  std::string painted(const std::string& cell, std::string_view paint) const {
    if (colour_ == Colour::Plain) return cell;
    const auto* own = std::ranges::find(kPaints, cell, &Paint::word);
    if (paint.empty() && own != std::end(kPaints)) paint = own->colour;
    return paint.empty() ? cell : std::string(paint) + cell + std::string(kPlain);
  }

  std::span<const AnswerColumn> columns_;
  Colour colour_;
  TextSink sink_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> shown_;   // into columns_
  std::vector<std::size_t> widths_;  // of the shown
  std::vector<std::size_t> below_;   // into columns_: those written under their row
};

}  // namespace

std::unique_ptr<RowWriter> table_writer(std::span<const AnswerColumn> columns, Colour colour,
                                        TextSink sink) {
  return std::make_unique<TableWriter>(columns, colour, std::move(sink));
}

}  // namespace hearth
