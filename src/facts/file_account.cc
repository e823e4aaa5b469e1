#include "facts/file_account.h"

#include <algorithm>

namespace hearth {

bool FileAccount::shown(const AnyDiagnosticKind& kind, std::int64_t row) {
  auto tally = std::ranges::find(tallies_, &kind, &Tally::kind);
  if (tally == tallies_.end()) tally = tallies_.insert(tally, {&kind});
  const bool show = ++tally->times <= kShownOfAKind;
  if (tally->times == kShownOfAKind + 1) tally->first_left_out = row;
  return show;
}

Place FileAccount::place(std::int64_t row, std::string_view column) const {
  Place place;
  place.file = file_;
  place.row = row;
  place.field = column;
  return place;
}

Diagnostics FileAccount::finish() {
  for (const auto& [kind, times, first_left_out] : tallies_) {
    if (times <= kShownOfAKind) continue;
    diagnostics_.add(kMoreOfTheSame, place(first_left_out, {}), times - kShownOfAKind, kind->name);
  }
  tallies_.clear();
  diagnostics_.sort();
  return std::move(diagnostics_);
}

}  // namespace hearth
