// One CSV record of the usual kind, cut out and split into its cells in a single pass.
//
// It answers only where nothing can be doubted: quoted cells without a quote inside them, line ends
// in their place, the whole record there. CsvRecords looks into all others.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace hearth {

struct CsvLine {
  std::size_t text = 0;  // its length
  std::size_t end = 0;   // with its line end
  bool plain = true;     // no byte of it is beyond ASCII or a control character
};

// So many bytes after the text may be looked at, whatever they are.
inline constexpr std::size_t kCsvPadding = 16;

// The record at the front of the text; its cells, without their quotes, into `cells`.
std::optional<CsvLine> split_csv_line(std::string_view text, char delimiter,
                                      std::vector<std::string_view>& cells);

}  // namespace hearth
