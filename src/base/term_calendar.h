// The council's school terms, three or six a year, in order.
//
// Invariant: terms are sorted, each starts on or before it ends, and none overlaps another; make
// one only from terms that were checked (facts/read_terms, language/check_plan).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace hearth {

struct Term {
  std::string name;  // `2024-autumn`
  Date first;
  Date last;  // included

  bool operator==(const Term&) const = default;
};

class TermCalendar {
 public:
  TermCalendar() = default;
  explicit TermCalendar(std::vector<Term> terms) : terms_(std::move(terms)) {}

  std::span<const Term> terms() const { return terms_; }
  bool empty() const { return terms_.empty(); }

  // The n latest terms that have ended by `day` (a term has ended on its last day); empty if there
  // are not n of them.
  std::span<const Term> last_ended(Date day, int n) const;

  // The n first terms that start after `day`; empty if the calendar does not reach that far.
  std::span<const Term> first_after(Date day, int n) const;

  const Term* find(std::string_view name) const;

 private:
  std::vector<Term> terms_;
};

}  // namespace hearth
