// What became of the rows of one file, and what was wrong with them.
//
// Counts are exact. Diagnostics of one kind are shown up to kShownOfAKind times; what follows is
// summed up in one more, so that a file with a million bad dates stays readable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts_diagnostics.h"

namespace hearth {

inline constexpr int kShownOfAKind = 20;

// rows = kept + set_aside; the header and blank rows are not rows.
struct FileCount {
  std::string file;
  std::int64_t rows = 0;
  std::int64_t kept = 0;
  std::int64_t set_aside = 0;
};

class FileAccount {
 public:
  explicit FileAccount(std::string file) : file_(std::move(file)) {}

  const std::string& file() const { return file_; }

  // Notes a fault; the hint, if any, is only asked for when the diagnostic is shown.
  template <typename... Arguments>
  void note(const DiagnosticKind<Arguments...>& kind, std::int64_t row, std::string_view column,
            const std::type_identity_t<Arguments>&... arguments) {
    if (shown(kind, row)) diagnostics_.add(kind, place(row, column), arguments...);
  }
  template <typename Hint, typename... Arguments>
  void note_with(const Hint& hint, const DiagnosticKind<Arguments...>& kind, std::int64_t row,
                 std::string_view column, const std::type_identity_t<Arguments>&... arguments) {
    if (shown(kind, row)) diagnostics_.add(kind, place(row, column), arguments...).hint = hint();
  }

  void keep(std::int64_t rows = 1) { kept_ += rows; }
  void set_aside(std::int64_t rows = 1) { set_aside_ += rows; }
  void set_aside_kept() {  // a row that was kept turns out not to be one
    --kept_;
    ++set_aside_;
  }

  FileCount count() const { return {file_, kept_ + set_aside_, kept_, set_aside_}; }
  Diagnostics finish();  // in order of row, with what was left out

 private:
  struct Tally {
    const AnyDiagnosticKind* kind;
    std::int64_t times = 0;
    std::int64_t first_left_out = 0;  // its row
  };
  bool shown(const AnyDiagnosticKind& kind, std::int64_t row);
  Place place(std::int64_t row, std::string_view column) const;

  std::string file_;
  std::int64_t kept_ = 0;
  std::int64_t set_aside_ = 0;
  Diagnostics diagnostics_;
  std::vector<Tally> tallies_;
};

}  // namespace hearth
