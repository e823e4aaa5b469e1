#include "language/check_range.h"

#include <algorithm>

namespace hearth {
namespace {

constexpr Range kFromNought{0, std::numeric_limits<double>::infinity()};
constexpr int kOldest = 130;
constexpr int kGrownUp = 18;
constexpr int kDependentBefore = 19;

Range range_of(const Field& field) {
  Range range;
  if (field.least) range.least = *field.least;
  if (field.most) range.most = *field.most;
  return range;
}

bool has_part(const Measure& measure, FieldId field, double sign) {
  return std::ranges::any_of(measure.top, [&](const Measure::Part& part) {
    return part.field == field && part.sign == sign;
  });
}

// Whether a row check keeps the sum of these fields within the field below the line.
bool within_bottom(const RecordType& type, const Measure& measure, double sign) {
  return std::ranges::any_of(type.checks, [&](const RowCheck& check) {
    return check.whole == measure.bottom &&
           std::ranges::all_of(measure.top, [&](const Measure::Part& part) {
             return part.sign != sign || part.field == measure.bottom ||
                    std::ranges::count(check.parts, part.field) > 0;
           });
  });
}

Range range_of(const Plan& plan, const Measure& measure) {
  const auto& type = plan.catalogue[measure.type];
  const bool subtracts = std::ranges::any_of(measure.top, [](const auto& p) { return p.sign < 0; });
  const bool from_bottom = has_part(measure, measure.bottom, 1);
  Range range;
  if (!subtracts || (from_bottom && within_bottom(type, measure, -1))) range.least = 0;
  const bool only_bottom =
      from_bottom && std::ranges::count(measure.top, 1.0, &Measure::Part::sign) == 1;
  if (only_bottom || (!from_bottom && within_bottom(type, measure, 1))) range.most = 1;
  return range;
}

// A score's own instrument is narrower than the field of all scores.
Range range_of_latest(const Plan& plan, const Latest& latest) {
  const auto& pick = latest.records.picks.front();
  const auto& type = plan.catalogue[pick.type];
  const auto range = range_of(type[latest.fields.front()]);
  if (latest.records.picks.size() > 1) return {};
  if (quantity_of(type, type[latest.fields.front()]) != Quantity::Score) return range;
  for (const auto& where : pick.where) {
    const auto& field = type[where.field];
    if (field.name != "instrument" || where.values.size() != 1) continue;
    if (where.test != FieldTest::Equal && where.test != FieldTest::In) continue;
    const auto code = static_cast<std::size_t>(where.values.front());
    if (field.kind != FieldKind::Code || code >= field.codes.size()) continue;
    const auto* instrument = plan.catalogue.instrument(field.codes[code]);
    if (instrument) return {instrument->low, instrument->high};
  }
  return range;
}

int days_in(Period period) {
  if (period.unit == Unit::Day) return period.count;
  if (period.unit == Unit::Week) return 7 * period.count;
  return 0;
}

Range range_of_days(const Window& window) {
  const auto days = days_in(window.period);
  return days > 0 ? Range{0, static_cast<double>(days)} : kFromNought;
}

Range range_of_sum(const Plan& plan, const Sum& sum) {
  for (std::size_t i = 0; i < sum.fields.size(); ++i) {
    const auto& field = plan.catalogue[sum.records.picks[i].type][sum.fields[i]];
    if (!field.least || *field.least < 0) return {};
  }
  return kFromNought;
}

Comparison flipped(Comparison comparison) {
  switch (comparison) {
    case Comparison::Less: return Comparison::Greater;
    case Comparison::LessOrEqual: return Comparison::GreaterOrEqual;
    case Comparison::Greater: return Comparison::Less;
    case Comparison::GreaterOrEqual: return Comparison::LessOrEqual;
    default: return comparison;
  }
}

Comparison comparison_of(FieldTest test) {
  switch (test) {
    case FieldTest::Less: return Comparison::Less;
    case FieldTest::LessOrEqual: return Comparison::LessOrEqual;
    case FieldTest::Greater: return Comparison::Greater;
    case FieldTest::GreaterOrEqual: return Comparison::GreaterOrEqual;
    case FieldTest::NotEqual: return Comparison::NotEqual;
    default: return Comparison::Equal;
  }
}

Truth holds(Range range, Comparison comparison, double value) {
  return compare(Bounds{range.least, range.most}, comparison, Bounds::exactly(value));
}

bool may_be(const Where& where, double value) {
  if (where.dated()) return true;
  if (where.test == FieldTest::Equal || where.test == FieldTest::In) {
    return std::ranges::count(where.values, value) > 0;
  }
  const auto truth = compare(Bounds::exactly(value), comparison_of(where.test),
                             Bounds::exactly(where.values.front()));
  return truth == Truth::Yes;
}

}  // namespace

Range range_of(const Plan& plan, const Number& number) {
  struct {
    const Plan& plan;
    Range operator()(const Literal&) const { return {}; }
    Range operator()(const ParameterValue&) const { return {}; }
    Range operator()(const Count&) const { return kFromNought; }
    Range operator()(const Sum& sum) const { return range_of_sum(plan, sum); }
    Range operator()(const DaysOn& days) const { return range_of_days(days.window); }
    Range operator()(const DaysWith& days) const { return range_of_days(days.window); }
    Range operator()(const Latest& latest) const { return range_of_latest(plan, latest); }
    Range operator()(const MeasureIn& in) const {
      return range_of(plan, plan.catalogue[in.measure]);
    }
    Range operator()(const Age&) const { return {0, kOldest}; }
  } const range{plan};
  return std::visit(range, number.node);
}

void report_impossible_test(Checking& checking, const Context& context, const Field& field,
                            const Where& where, Span span) {
  const auto range = range_of(field);
  const bool never = std::ranges::all_of(where.values, [&](double value) {
    return holds(range, comparison_of(where.test), value) == Truth::No;
  });
  if (never) report(checking, context, kNeverHolds, span, words_at(context, span));
}

void report_contradiction(Checking& checking, const Context& context, std::span<const Where> before,
                          const Where& where, Span span) {
  if (where.test != FieldTest::Equal && where.test != FieldTest::In) return;
  for (const auto& other : before) {
    if (other.field != where.field) continue;
    const bool never =
        std::ranges::none_of(where.values, [&](double value) { return may_be(other, value); });
    if (never) report(checking, context, kNeverHolds, span, words_at(context, span));
  }
}

void report_impossible(Checking& checking, const Context& context, const Compare& comparison,
                       Span span) {
  const auto& plan = checking.plan;
  const auto* right = std::get_if<Literal>(&plan[comparison.right].node);
  const auto* left = std::get_if<Literal>(&plan[comparison.left].node);
  if (!right && !left) return;
  const auto range = range_of(plan, plan[right ? comparison.left : comparison.right]);
  const auto sign = right ? comparison.comparison : flipped(comparison.comparison);
  const auto truth = holds(range, sign, (right ? right : left)->value);
  if (truth == Truth::No) report(checking, context, kNeverHolds, span, words_at(context, span));
  if (truth == Truth::Yes) report(checking, context, kAlwaysHolds, span, words_at(context, span));
}

void report_impossible(Checking& checking, const Context& context, const written::Who& who) {
  const int from = who.age_from.value_or(0);
  const int to = who.age_to.value_or(kOldest);
  const bool too_old = (who.kind == Kind::Child && from >= kGrownUp) ||
                       (who.kind == Kind::DependentChild && from >= kDependentBefore);
  const bool too_young = who.kind == Kind::Adult && to < kGrownUp;
  if (from > to || too_old || too_young) {
    report(checking, context, kNeverHolds, who.span, words_at(context, who.span));
  }
}

}  // namespace hearth
