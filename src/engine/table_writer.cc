#include <algorithm>
#include <numeric>
#include <vector>

#include "engine/row_writer.h"
#include "engine/wrap.h"

namespace hearth {
namespace {

constexpr std::size_t kPageWidth = 100;
constexpr std::size_t kNarrowest = 12;  // a column is not squeezed below this
constexpr std::string_view kGap = "  ";

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

class TableWriter : public RowWriter {
 public:
  TableWriter(std::span<const Column> columns, Colour colour, TextSink sink)
      : columns_(columns), colour_(colour), sink_(std::move(sink)) {}

  bool row(std::span<const Cell> cells) override {
    auto& texts = rows_.emplace_back();
    texts.reserve(cells.size());
    for (const auto& cell : cells) texts.push_back(to_text(cell));
    return true;
  }

  Result<void> finish() override {
    const auto shown = columns_worth_showing();
    const auto widths = fit(shown);
    std::vector<std::string> headings;
    for (const auto& column : columns_) headings.emplace_back(column.heading);
    if (!write(headings, shown, widths, kBold)) return {};
    for (const auto& texts : rows_) {
      if (!write(texts, shown, widths, {})) return {};
    }
    return {};
  }

 private:
  // A column that says nothing in any row only takes room away from the others.
  std::vector<std::size_t> columns_worth_showing() const {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto says_something = [i](const auto& texts) { return !texts[i].empty(); };
      if (rows_.empty() || std::ranges::any_of(rows_, says_something)) shown.push_back(i);
    }
    return shown;
  }

  // Each column as wide as its widest cell; then the widest give way until the page holds them.
  std::vector<std::size_t> fit(const std::vector<std::size_t>& shown) const {
    std::vector<std::size_t> widths;
    for (const auto i : shown) {
      std::size_t width = width_of(columns_[i].heading);
      for (const auto& texts : rows_) width = std::max(width, width_of(texts[i]));
      widths.push_back(width);
    }
    const std::size_t gaps = shown.empty() ? 0 : kGap.size() * (shown.size() - 1);
    while (std::accumulate(widths.begin(), widths.end(), gaps) > kPageWidth) {
      const auto widest = std::ranges::max_element(widths);
      if (*widest <= kNarrowest) break;
      --*widest;
    }
    return widths;
  }

  bool write(const std::vector<std::string>& texts, const std::vector<std::size_t>& shown,
             const std::vector<std::size_t>& widths, std::string_view paint) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t k = 0; k < shown.size(); ++k) {
      cells.push_back(wrap(texts[shown[k]], widths[k]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      if (!sink_(line(cells, at, widths, paint))) return false;
    }
    return true;
  }

  std::string line(const std::vector<std::vector<std::string>>& cells, std::size_t at,
                   const std::vector<std::size_t>& widths, std::string_view paint) const {
    std::string text;
    std::size_t owed = 0;  // spaces before the next text, so that no line ends in them
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const std::string cell = at < cells[k].size() ? cells[k][at] : std::string();
      if (!cell.empty()) {
        text.append(owed, ' ');
        owed = 0;
        text += painted(cell, paint);
      }
      owed += widths[k] - std::min(widths[k], width_of(cell)) + kGap.size();
    }
    return text + '\n';
  }

  std::string painted(const std::string& cell, std::string_view paint) const {
    if (colour_ == Colour::Plain) return cell;
    const auto* own = std::ranges::find(kPaints, cell, &Paint::word);
    if (paint.empty() && own != std::end(kPaints)) paint = own->colour;
    return paint.empty() ? cell : std::string(paint) + cell + std::string(kPlain);
  }

  std::span<const Column> columns_;
  Colour colour_;
  TextSink sink_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::unique_ptr<RowWriter> table_writer(std::span<const Column> columns, Colour colour,
                                        TextSink sink) {
  return std::make_unique<TableWriter>(columns, colour, std::move(sink));
}

}  // namespace hearth
