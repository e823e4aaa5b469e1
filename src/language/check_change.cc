#include "language/check_change.h"

#include "language/check_number.h"
#include "language/check_records.h"
#include "language/check_value.h"
#include "language/check_window.h"

namespace hearth {
namespace {

// The window of a number, if its kind has one.
const Window* window_of(const Number& number) {
  return std::visit(
      [](const auto& node) -> const Window* {
        if constexpr (requires { node.window; }) return &node.window;
        return nullptr;
      },
      number.node);
}

Number with_window(Number number, Window window) {
  std::visit(
      [&](auto& node) {
        if constexpr (requires { node.window; }) node.window = window;
      },
      number.node);
  return number;
}

// Only the latest value stands without a window of its own: there is one on any day.
bool may_lack_window(const Number& number, const Window& earlier) {
  return std::holds_alternative<Latest>(number.node) && earlier.anchor != Anchor::That;
}

bool report_no_window(Checking& checking, const Context& context, const Number& later,
                      const Window& earlier, Span span) {
  const auto* window = window_of(later);
  if (!window) {
    report(checking, context, kNothingToChange, span, words_at(context, span));
    return true;
  }
  if (window->kind != WindowKind::Ever || may_lack_window(later, earlier)) return false;
  report(checking, context, kNoWindow, span, words_at(context, span)).hint =
      "say, for example, `in last 6 months`";
  return true;
}

bool report_unmeasurable(Checking& checking, const Context& context, ChangeKind kind,
                         Quantity quantity, Span span) {
  if (!ordered(quantity) || quantity == Quantity::Date) {
    report(checking, context, kChangeOfFixed, span, to_text(quantity));
    return true;
  }
  const bool by_share = kind != ChangeKind::Lower && kind != ChangeKind::Higher;
  if (quantity == Quantity::Grade && by_share) {
    report(checking, context, kShareOfGrade, span, to_text(quantity)).hint =
        "say `is lower than in` or `is higher than in`, with a window";
    return true;
  }
  const bool has_points = quantity == Quantity::Percentage || quantity == Quantity::Score;
  if (kind != ChangeKind::UpByPoints || has_points) return false;
  report(checking, context, kPointsOfOther, span, to_text(quantity)).hint =
      "say by how many per cent, as in `is up 10% on`";
  return true;
}

std::optional<Window> check_earlier(Checking& checking, const Context& context,
                                    const written::Window& earlier) {
  if (earlier.window.anchor != Anchor::That) {
    return check_window(checking, context, std::optional(earlier));
  }
  if (!check_period(checking, context, earlier.window.period, earlier.span)) return std::nullopt;
  return earlier.window;
}

// The amount as plan.h keeps it; nullopt if it was not readable.
std::optional<double> check_amount(Checking& checking, const Context& context,
                                   const written::Change& change, Quantity quantity, Span span) {
  const bool by_amount = change.kind != ChangeKind::Lower && change.kind != ChangeKind::Higher;
  if (!by_amount) return 0;
  if (!change.amount || change.amount->kind == written::ValueKind::Invalid) return std::nullopt;
  const bool points = change.kind == ChangeKind::UpByPoints;
  const double amount = points && quantity == Quantity::Percentage ? change.amount->number / 100
                                                                   : change.amount->number;
  const bool beyond_all =
      change.kind == ChangeKind::DownBy || (points && quantity == Quantity::Percentage);
  if (amount <= 0) report(checking, context, kAlwaysHolds, span, words_at(context, span));
  if (beyond_all && amount > 1)
    report(checking, context, kNeverHolds, span, words_at(context, span));
  return amount;
}

bool is_score_value(const Checking& checking, const Latest& latest) {
  for (std::size_t i = 0; i < latest.fields.size(); ++i) {
    const auto& type = checking.plan.catalogue[latest.records.picks[i].type];
    if (quantity_of(type, type[latest.fields[i]]) != Quantity::Score) return false;
  }
  return true;
}

}  // namespace

std::optional<Change> check_change(Checking& checking, const Context& context,
                                   const written::Change& change, Span span) {
  const auto later = check_number(checking, context, change.later);
  const auto earlier = check_earlier(checking, context, change.earlier);
  if (!later || !earlier) return std::nullopt;
  const auto later_span = (*context.tree)[change.later].span;
  const auto number = checking.plan[later->id];
  const auto* count = std::get_if<Count>(&number.node);
  if (count && is_dated(count->records)) {
    report(checking, context, kDatedTest, later_span);
    return std::nullopt;
  }
  if (report_no_window(checking, context, number, *earlier, later_span)) return std::nullopt;
  if (report_unmeasurable(checking, context, change.kind, later->quantity, later_span)) {
    return std::nullopt;
  }
  const auto amount = check_amount(checking, context, change, later->quantity, span);
  if (!amount) return std::nullopt;
  const auto compared = add_number(checking, with_window(number, *earlier));
  return Change{later->id, compared, change.kind, *amount, change.scale};
}

std::optional<Improves> check_improves(Checking& checking, const Context& context,
                                       const written::Improves& improves, Span span) {
  const auto number = check_number(checking, context, improves.latest);
  if (improves.since == Anchor::Need && context.clause == Clause::Need) {
    report(checking, context, kNeedInNeed, span);
    return std::nullopt;
  }
  if (!number) return std::nullopt;
  const auto* latest = std::get_if<Latest>(&checking.plan[number->id].node);
  const bool whole = latest && latest->window.kind == WindowKind::Ever;
  if (!whole || !is_score_value(checking, *latest)) {
    report(checking, context, kImprovesOther, (*context.tree)[improves.latest].span).hint =
        "say `is lower than in` or `is higher than in`, with a window";
    return std::nullopt;
  }
  return Improves{latest->records, improves.since};
}

}  // namespace hearth
