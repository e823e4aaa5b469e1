#include "reference/reference.h"

#include "reference/window.h"

namespace hearth::reference {

Truth Reference::entry(Date day) {
  const auto& rule = judgement_.c.rule();
  return rule.need ? judgement_.truth(*rule.need, {}, day) : Truth::Unknown;
}

Truth Reference::outcome(Date day) {
  const auto& rule = judgement_.c.rule();
  const auto since = need_since(day);
  if (!since || !rule.outcome) return Truth::Unknown;
  return judgement_.truth(*rule.outcome, {std::nullopt, since}, day);
}

std::optional<Date> Reference::need_since(Date by) {
  if (need_) return *need_ <= by ? need_ : std::nullopt;
  if (no_need_by_ && by <= *no_need_by_) return std::nullopt;
  no_need_by_ = by;
  return need_ = judgement_.need_since(by);
}

// Whether the outcome that stands on the day counts as lasting.
Truth Reference::sustained(Date day, Date since) {
  const auto& sooner = judgement_.c.rule().sooner;
  if (sooner && judgement_.truth(*sooner, {std::nullopt, since}, day) == Truth::Yes) {
    return Truth::Yes;
  }
  return lasted(day, since);
}

// Whether the outcome has lasted long enough on the day.
Truth Reference::lasted(Date day, Date since) {
  const Case& c = judgement_.c;
  const auto& sustain = c.rule().sustain;
  if (sustain.kind == SustainKind::InWindow) return outcome(day);
  const auto days = window_days(c, {WindowKind::Last, sustain.period}, {}, day);
  if (!days) return Truth::Unknown;
  if (sustain.kind == SustainKind::AfterClosure) {
    const auto& closed = c.about().closed;
    if (!closed || *closed > day || days->lo < *closed) return Truth::No;
  }
  if (sustain.kind == SustainKind::WindowFor) {
    return days->lo < since ? Truth::No : outcome(day);
  }
  Truth all = Truth::NotApplicable;
  for (Date d = days->lo + 1; d <= day; d = d + 1) {
    all = both(all, d < since ? Truth::No : outcome(d));
  }
  return all;
}

Status Reference::before_need(Date day) {
  const Case& c = judgement_.c;
  const Date last = std::min(day, c.about().closed.value_or(day));
  for (Date d = c.about().started; d <= last; d = d + 1) {
    if (entry(d) == Truth::Unknown) return Status::Unknown;
  }
  return Status::None;
}

Status Reference::after_need(Date day, Date since) {
  if (!judgement_.c.rule().outcome) return Status::Need;
  switch (outcome(day)) {
    case Truth::NotApplicable: return Status::NotApplicable;
    case Truth::Unknown: return Status::Unknown;
    case Truth::Yes:
      return sustained(day, since) == Truth::Yes ? Status::Achieved : Status::Progress;
    case Truth::No: break;
  }
  for (Date d = since; d < day; d = d + 1) {
    if (outcome(d) == Truth::Yes) return Status::Lapsed;
  }
  return Status::Need;
}

Status Reference::status(Date day) {
  const Case& c = judgement_.c;
  if (day < c.about().started || !c.rule().need) return Status::None;
  const auto since = need_since(day);
  return since ? after_need(day, *since) : before_need(day);
}

Status reference_status(const Plan& plan, const Facts& facts, FamilyId family,
                        CriterionId criterion, Date day, Carry carry) {
  return Reference({plan, facts, family, criterion, carry}).status(day);
}

}  // namespace hearth::reference
