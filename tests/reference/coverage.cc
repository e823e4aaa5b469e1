#include "reference/coverage.h"

namespace hearth::reference {
namespace {

int carried_days(const Case& c, RecordTypeId type) {
  return c.carry == Carry::Counted ? c.facts.catalogue[type].carry_days : 0;
}

}  // namespace

bool covered(const Case& c, RecordTypeId type, Date day) {
  if (c.facts.catalogue[type].always_covered) return true;
  for (const auto& stretch : c.facts.coverage[type.index]) {
    if (stretch.first <= day && day <= stretch.last + carried_days(c, type)) return true;
  }
  return false;
}

std::optional<Date> first_covered(const Case& c, RecordTypeId type) {
  if (c.facts.catalogue[type].always_covered) return kBeginning;
  std::optional<Date> first;
  for (const auto& stretch : c.facts.coverage[type.index]) {
    first = std::min(first.value_or(stretch.first), stretch.first);
  }
  return first;
}

std::optional<Date> last_covered(const Case& c, RecordTypeId type) {
  if (c.facts.catalogue[type].always_covered) return kForever;
  std::optional<Date> last;
  for (const auto& stretch : c.facts.coverage[type.index]) {
    const Date to = stretch.last + carried_days(c, type);
    last = std::max(last.value_or(to), to);
  }
  return last;
}

}  // namespace hearth::reference
