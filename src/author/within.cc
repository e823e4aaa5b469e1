#include "author/within.h"

#include <algorithm>

#include "author/period_length.h"

namespace hearth {
namespace {

bool passes(double value, const Where& where) {
  const auto low = where.values.empty() ? 0 : where.values.front();
  switch (where.test) {
    case FieldTest::Equal:
    case FieldTest::In: return std::ranges::count(where.values, value) > 0;
    case FieldTest::NotEqual: return value != low;
    case FieldTest::Less: return value < low;
    case FieldTest::LessOrEqual: return value <= low;
    case FieldTest::Greater: return value > low;
    case FieldTest::GreaterOrEqual: return value >= low;
    case FieldTest::InLast:
    case FieldTest::InNext: break;
  }
  return true;
}

// Whether every value that passes `a` passes `b`.
bool implies(const Where& a, const Where& b) {
  if (a.field != b.field) return false;
  if (a.dated() || b.dated()) return a.test == b.test && a.period == b.period;
  if (a.test == FieldTest::Equal || a.test == FieldTest::In) {
    return std::ranges::all_of(a.values, [&](double value) { return passes(value, b); });
  }
  if (a.test != b.test) return false;
  const auto x = a.values.front(), y = b.values.front();
  if (a.test == FieldTest::NotEqual) return x == y;
  return a.test == FieldTest::Less || a.test == FieldTest::LessOrEqual ? x <= y : x >= y;
}

bool within(const Pick& a, const Pick& b) {
  return a.type == b.type && std::ranges::all_of(b.where, [&](const Where& asked) {
           return std::ranges::any_of(a.where, [&](const Where& w) { return implies(w, asked); });
         });
}

bool up_to_the_day(const Window& window) {
  const bool since = window.kind == WindowKind::Since && window.anchor != Anchor::That;
  return window.kind == WindowKind::Last || window.kind == WindowKind::Ever || since;
}

}  // namespace

bool within(const Selector& a, const Selector& b) {
  if (b.about_this_need && !a.about_this_need) return false;
  return std::ranges::all_of(a.picks, [&](const Pick& pick) {
    return std::ranges::any_of(b.picks, [&](const Pick& other) { return within(pick, other); });
  });
}

bool within(const Window& a, const Window& b, int terms_a_year) {
  if (b.kind == WindowKind::Ever) return up_to_the_day(a);
  if (a.kind != b.kind) return false;
  if (a.anchored() && (a.anchor != b.anchor || a.ended != b.ended)) return false;
  if (a.kind == WindowKind::Since) return b.period.count == 0 || a.period == b.period;
  return surely_within(a.period, b.period, terms_a_year);
}

}  // namespace hearth
