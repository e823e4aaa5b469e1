#include "language/check_window.h"

#include <array>

#include "language/check_records.h"

namespace hearth {
namespace {

// The spells at whose end a window is anchored: records that last, picked by what does not change.
EndedId check_ended(Checking& checking, const Context& context, const written::Records& written) {
  auto records = check_records(checking, context, written);
  if (!records) return {};
  for (const auto& pick : records->picks) {
    const auto& type = checking.plan.catalogue[pick.type];
    if (type.has_end()) continue;
    report(checking, context, kEndOfOneDay, written.span, type.name).hint =
        "only a spell or a term has an end to count from";
    return {};
  }
  if (is_dated(*records)) {
    report(checking, context, kDatedTest, written.span);
    return {};
  }
  checking.plan.ended.push_back(std::move(*records));
  return EndedId(checking.plan.ended.size() - 1);
}

}  // namespace

bool check_period(Checking& checking, const Context& context, Period period, Span span) {
  static constexpr std::array<int, 5> kMost = {73'050, 10'400, 2'400, 200, 1'200};  // by Unit
  const bool too_long = period.count > kMost[static_cast<std::size_t>(period.unit)];
  if (too_long) report(checking, context, kPeriodTooLong, span, to_text(period));
  if (period.count < 1) report(checking, context, kEmptyPeriod, span, to_text(period));
  return period.count > 0 && !too_long;
}

std::optional<Window> check_window(Checking& checking, const Context& context,
                                   const std::optional<written::Window>& written_window) {
  if (!written_window) return Window{};
  auto window = written_window->window;
  const auto span = written_window->span;
  const bool may_lack_period = window.kind == WindowKind::Since || window.kind == WindowKind::Ever;
  const bool timed = !may_lack_period || window.period.count > 0;
  if (timed && !check_period(checking, context, window.period, span)) return std::nullopt;
  if (window.anchored() && window.anchor == Anchor::Need && context.clause == Clause::Need) {
    report(checking, context, kNeedInNeed, span);
    return std::nullopt;
  }
  if (window.anchor == Anchor::End) {
    window.ended = check_ended(checking, context, *written_window->ended);
    if (!window.ended.exists()) return std::nullopt;
  }
  return window;
}

}  // namespace hearth
