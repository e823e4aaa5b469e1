#include "intake/file_faults.h"

namespace hearth {

// A row of an XML file has a line of its own to look at; it is named as the column's neighbour,
// because `file:line:column` is how a document is pointed at and this is data.
Place FileFaults::place(At at) const {
  Place place;
  place.file = file_;
  place.row = at.row;
  place.field = at.field;
  if (at.line > 0) place.file += " line " + std::to_string(at.line);
  return place;
}

void FileFaults::keep(Diagnostics one) {
  const auto& said = one.list().front();
  last_ = (said.place.field.empty() ? "" : said.place.field + ": ") + said.message;
  if (++seen_[one.list().front().message] <= kMostOfAKind) diagnostics_.take(std::move(one));
}

Diagnostics FileFaults::take() {
  for (const auto& [message, count] : seen_) {
    if (count <= kMostOfAKind) continue;
    diagnostics_.add(intake::kFurther, place({}), count - kMostOfAKind, message);
  }
  seen_.clear();
  return std::move(diagnostics_);
}

}  // namespace hearth
