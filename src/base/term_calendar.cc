#include "base/term_calendar.h"

#include <algorithm>

namespace hearth {

std::span<const Term> TermCalendar::last_ended(Date day, int n) const {
  const auto after = std::ranges::upper_bound(terms_, day, {}, &Term::last);
  const auto ended = after - terms_.begin();
  if (ended < n) return {};
  return std::span{terms_}.subspan(ended - n, n);
}

std::span<const Term> TermCalendar::first_after(Date day, int n) const {
  const auto next = std::ranges::upper_bound(terms_, day, {}, &Term::first);
  if (terms_.end() - next < n) return {};
  return std::span{terms_}.subspan(next - terms_.begin(), n);
}

const Term* TermCalendar::find(std::string_view name) const {
  const auto found = std::ranges::find(terms_, name, &Term::name);
  return found == terms_.end() ? nullptr : &*found;
}

}  // namespace hearth
