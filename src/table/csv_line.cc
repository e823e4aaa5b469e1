#include "table/csv_line.h"

#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hearth {
namespace {

// A bit for each of kCsvPadding bytes.
struct Marks {
  std::uint32_t special;  // a delimiter, quote or part of a line end
  std::uint32_t odd;      // neither that nor a plain character
};

#ifdef __SSE2__
Marks marks_of(const char* bytes, char delimiter) {
  const auto block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
  const auto is = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
  const auto special =
      _mm_or_si128(_mm_or_si128(is(delimiter), is('"')), _mm_or_si128(is('\n'), is('\r')));
  const auto low = _mm_cmplt_epi8(block, _mm_set1_epi8(' '));  // or beyond ASCII: it is signed
  return {static_cast<std::uint32_t>(_mm_movemask_epi8(special)),
          static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_andnot_si128(special, low)))};
}
#else
Marks marks_of(const char* bytes, char delimiter) {
  Marks marks{0, 0};
  for (std::uint32_t i = 0; i < kCsvPadding; ++i) {
    const char c = bytes[i];
    const bool special = c == delimiter || c == '"' || c == '\n' || c == '\r';
    const bool odd = !special && (static_cast<unsigned char>(c) < ' ' || (c & 0x80) != 0);
    marks.special |= std::uint32_t{special} << i;
    marks.odd |= std::uint32_t{odd} << i;
  }
  return marks;
}
#endif

}  // namespace

std::optional<CsvLine> split_csv_line(std::string_view text, char delimiter,
                                      std::vector<std::string_view>& cells) {
  cells.clear();
  std::size_t begin = 0;  // of the cell
  bool in_quotes = false;
  std::uint32_t odd = 0;
  for (std::size_t block = 0; block < text.size(); block += kCsvPadding) {
    auto marks = marks_of(text.data() + block, delimiter);
    for (; marks.special != 0; marks.special &= marks.special - 1) {
      const auto at = block + static_cast<std::size_t>(std::countr_zero(marks.special));
      if (at + 1 >= text.size()) return std::nullopt;  // what follows is not there
      const char c = text[at], next = text[at + 1];
      if (in_quotes) {
        if (c != '"') continue;
        if (next != delimiter && next != '\n' && next != '\r') return std::nullopt;
        in_quotes = false;
      } else if (c == '"') {
        in_quotes = at == begin;
      } else {
        if (c == '\r' && next != '\n') return std::nullopt;
        const bool quoted = at > begin && text[begin] == '"';
        cells.push_back(quoted ? text.substr(begin + 1, at - begin - 2)
                               : text.substr(begin, at - begin));
        begin = at + 1;
        if (c == delimiter) continue;
        odd |= marks.odd & ((std::uint32_t{1} << (at - block)) - 1);
        return CsvLine{at, at + (c == '\r' ? 2 : 1), odd == 0};
      }
    }
    odd |= marks.odd;
  }
  return std::nullopt;
}

}  // namespace hearth
