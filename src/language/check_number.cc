#include "language/check_number.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "language/check_range.h"
#include "language/check_records.h"
#include "language/check_value.h"
#include "language/check_window.h"

namespace hearth {
namespace {

struct NumberCheck {
  Checking& checking;
  const Context& context;
  Span span;
  std::optional<NumberId> compared_with;

  using Result = std::optional<CheckedNumber>;

  Result operator()(const written::Invalid&) const { return std::nullopt; }
  Result operator()(const written::Literal& literal) const;
  Result operator()(const written::Count& count) const;
  Result operator()(const written::Sum& sum) const;
  Result operator()(const written::DaysOn& days) const;
  Result operator()(const written::DaysWith& days) const;
  Result operator()(const written::Latest& latest) const;
  Result operator()(const written::MeasureIn& measure) const;
  Result operator()(const written::Age&) const;

 private:
  template <typename Node>
  CheckedNumber added(Node node) const {
    const auto id = add_number(checking, {std::move(node), context.node_span(span)});
    return {id, quantity_of(checking.plan, checking.plan[id])};
  }
  Result word(const GivenValue& given) const;
  Result code(const GivenValue& given, const Field& field) const;
  Result unknown_word(const GivenValue& given) const;
  std::optional<std::vector<FieldId>> same_fields(const written::Word& field,
                                                  const Selector& records) const;
  // Those of a number that is not a count: their tests may not look from the day asked.
  std::optional<Selector> undated(const written::Records& records) const;
};

std::optional<Selector> NumberCheck::undated(const written::Records& written_records) const {
  auto records = check_records(checking, context, written_records);
  if (!records || !is_dated(*records)) return records;
  report(checking, context, kDatedTest, written_records.span);
  return std::nullopt;
}

NumberCheck::Result NumberCheck::operator()(const written::Literal& literal) const {
  const auto given = given_value(context, literal.value);
  if (!given.value || given.value->kind == written::ValueKind::Invalid) return std::nullopt;
  const auto quantity = quantity_of(*given.value);
  if (quantity == Quantity::Code) return word(given);
  if (quantity == Quantity::Text) return unknown_word(given);
  // `no` and `yes` may be codes of the field they are compared with.
  const auto* field =
      compared_with ? field_of(checking.plan, checking.plan[*compared_with]) : nullptr;
  if (quantity == Quantity::Truth && field && field->code(given.value->text)) {
    return code(given, *field);
  }
  auto number = added(Literal{plain_value(*given.value)});
  number.quantity = quantity;
  return number;
}

NumberCheck::Result NumberCheck::word(const GivenValue& given) const {
  const auto& parameters = checking.plan.parameters;
  const auto found = std::ranges::find(parameters, given.value->text, &Parameter::name);
  if (found != parameters.end()) {
    if (found->values.empty()) return std::nullopt;  // reported where it is declared
    return added(ParameterValue{ParameterId(static_cast<std::size_t>(found - parameters.begin()))});
  }
  const auto* field =
      compared_with ? field_of(checking.plan, checking.plan[*compared_with]) : nullptr;
  if (field && field->kind == FieldKind::Code) return code(given, *field);
  return unknown_word(given);
}

NumberCheck::Result NumberCheck::code(const GivenValue& given, const Field& field) const {
  const auto found = field.code(given.value->text);
  if (!found) {
    report(checking, *given.context, kUnknownCode, given.value->span, field.name, given.value->text)
        .hint = did_you_mean(given.value->text, field.codes);
    return std::nullopt;
  }
  auto number = added(Literal{static_cast<double>(*found)});
  number.quantity = field.in_order ? Quantity::Grade : Quantity::Code;
  return number;
}

NumberCheck::Result NumberCheck::unknown_word(const GivenValue& given) const {
  const auto& text = given.value->text;
  std::vector<std::string> candidates = {"age"};
  for (const auto& parameter : checking.plan.parameters) candidates.push_back(parameter.name);
  for (const auto& measure : checking.plan.catalogue.measures) {
    if (measure.name == text) {
      report(checking, *given.context, kNoWindow, given.value->span, text).hint =
          fmt::format("say, for example, `{} in last 2 terms`", text);
      return std::nullopt;
    }
    candidates.push_back(measure.name);
  }
  report(checking, *given.context, kUnknownNumber, given.value->span, text).hint =
      did_you_mean(text, std::move(candidates));
  return std::nullopt;
}

NumberCheck::Result NumberCheck::operator()(const written::Count& count) const {
  auto records = check_records(checking, context, count.records);
  const auto window = check_window(checking, context, count.window);
  if (!records || !window) return std::nullopt;
  return added(Count{std::move(*records), *window});
}

// The fields of all picks, which must measure the same thing.
std::optional<std::vector<FieldId>> NumberCheck::same_fields(const written::Word& field,
                                                             const Selector& records) const {
  auto fields = check_fields(checking, context, field, records);
  if (!fields) return std::nullopt;
  const auto& catalogue = checking.plan.catalogue;
  const auto& first_type = catalogue[records.picks.front().type];
  const auto& first = first_type[fields->front()];
  for (std::size_t i = 1; i < fields->size(); ++i) {
    const auto& type = catalogue[records.picks[i].type];
    const auto& other = type[(*fields)[i]];
    const auto one = quantity_of(first_type, first), two = quantity_of(type, other);
    if (one == two && first.codes == other.codes) continue;
    report(checking, context, kUnlikeFields, field.span,
           fmt::format("`{}` of `{}`", first.name, first_type.name),
           fmt::format("`{}` of `{}`", other.name, type.name));
    return std::nullopt;
  }
  return fields;
}

NumberCheck::Result NumberCheck::operator()(const written::Sum& sum) const {
  auto records = undated(sum.records);
  const auto window = check_window(checking, context, sum.window);
  if (!records) return std::nullopt;
  auto fields = same_fields(sum.field, *records);
  if (!fields || !window) return std::nullopt;
  const auto& type = checking.plan.catalogue[records->picks.front().type];
  const auto quantity = quantity_of(type, type[fields->front()]);
  const bool adds_up = quantity == Quantity::Amount || quantity == Quantity::Days ||
                       quantity == Quantity::Sessions || quantity == Quantity::Money;
  if (!adds_up) {
    report(checking, context, kNotANumber, sum.field.span, sum.field.text, to_text(quantity)).hint =
        fmt::format("did you mean `latest {} of …`?", sum.field.text);
    return std::nullopt;
  }
  return added(Sum{std::move(*records), std::move(*fields), *window});
}

NumberCheck::Result NumberCheck::operator()(const written::DaysOn& days) const {
  auto records = undated(days.records);
  const auto window = check_window(checking, context, days.window);
  if (!records || !window) return std::nullopt;
  for (const auto& pick : records->picks) {
    const auto& type = checking.plan.catalogue[pick.type];
    if (type.has_end()) continue;
    report(checking, context, kDaysOnOneDay, days.records.span, type.name).hint =
        fmt::format("did you mean `count of {}`?", type.name);
    return std::nullopt;
  }
  return added(DaysOn{std::move(*records), *window});
}

NumberCheck::Result NumberCheck::operator()(const written::DaysWith& days) const {
  auto records = undated(days.records);
  const auto window = check_window(checking, context, days.window);
  if (!records || !window) return std::nullopt;
  for (const auto& pick : records->picks) {
    const auto& type = checking.plan.catalogue[pick.type];
    if (!type.has_end()) continue;
    report(checking, context, kDaysWithLasting, days.records.span, type.name).hint =
        fmt::format("did you mean `days on {}`?", type.name);
    return std::nullopt;
  }
  return added(DaysWith{std::move(*records), *window});
}

NumberCheck::Result NumberCheck::operator()(const written::Latest& latest) const {
  auto records = undated(latest.records);
  const auto window = check_window(checking, context, latest.window);
  if (!records) return std::nullopt;
  auto fields = same_fields(latest.field, *records);
  if (!fields || !window) return std::nullopt;
  const auto& type = checking.plan.catalogue[records->picks.front().type];
  if (quantity_of(type, type[fields->front()]) == Quantity::Text) {
    report(checking, context, kTextTested, latest.field.span, latest.field.text);
    return std::nullopt;
  }
  return added(Latest{std::move(*records), std::move(*fields), *window});
}

NumberCheck::Result NumberCheck::operator()(const written::MeasureIn& in) const {
  const auto window = check_window(checking, context, in.window);
  if (!in.measure.exists()) return std::nullopt;
  const auto measure = checking.plan.catalogue.measure(in.measure.text);
  if (!measure) {
    std::vector<std::string> candidates;
    for (const auto& each : checking.plan.catalogue.measures) candidates.push_back(each.name);
    report(checking, context, kUnknownMeasure, in.measure.span, in.measure.text).hint =
        did_you_mean(in.measure.text, std::move(candidates));
    return std::nullopt;
  }
  if (!window) return std::nullopt;
  return added(MeasureIn{*measure, *window});
}

NumberCheck::Result NumberCheck::operator()(const written::Age&) const {
  if (!context.person) {
    report(checking, context, kAgeOfNobody, span, "age").hint =
        "say whose, as in `any child: age > 10`";
    return std::nullopt;
  }
  return added(Age{});
}

bool is_word(const Context& context, written::NumberId id) {
  const auto* literal = std::get_if<written::Literal>(&(*context.tree)[id].node);
  return literal && literal->value.kind == written::ValueKind::Word;
}

const written::Value* literal_value(const Context& context, written::NumberId id) {
  const auto* literal = std::get_if<written::Literal>(&(*context.tree)[id].node);
  return literal ? given_value(context, literal->value).value : nullptr;
}

std::string unlike_hint(const Context& context, const written::Compare& comparison, Quantity left,
                        Quantity right) {
  if (const auto* value = literal_value(context, comparison.right)) return sign_hint(*value, left);
  if (const auto* value = literal_value(context, comparison.left)) return sign_hint(*value, right);
  return {};
}

std::string_view sign(Comparison comparison) {
  static constexpr std::array<std::string_view, 6> kSigns = {"<", "<=", ">", ">=", "=", "!="};
  return kSigns[static_cast<std::size_t>(comparison)];
}

}  // namespace

NumberId add_number(Checking& checking, Number number) {
  checking.plan.numbers.push_back(std::move(number));
  return NumberId(checking.plan.numbers.size() - 1);
}

std::optional<CheckedNumber> check_number(Checking& checking, const Context& context,
                                          written::NumberId id,
                                          std::optional<NumberId> compared_with) {
  if (!id.exists()) return std::nullopt;
  const auto& number = (*context.tree)[id];
  return std::visit(NumberCheck{checking, context, number.span, compared_with}, number.node);
}

std::optional<Compare> check_compare(Checking& checking, const Context& context,
                                     const written::Compare& comparison, Span span) {
  if (!comparison.left.exists() || !comparison.right.exists()) return std::nullopt;
  std::optional<CheckedNumber> left, right;
  if (is_word(context, comparison.left)) {
    right = check_number(checking, context, comparison.right);
    left = check_number(checking, context, comparison.left,
                        right ? std::optional(right->id) : std::nullopt);
  } else {
    left = check_number(checking, context, comparison.left);
    // A word may be a code of the left side; if that is not known, nothing can be said of it.
    if (!left && is_word(context, comparison.right)) return std::nullopt;
    right = check_number(checking, context, comparison.right,
                         left ? std::optional(left->id) : std::nullopt);
  }
  if (!left || !right) return std::nullopt;
  if (!alike(left->quantity, right->quantity)) {
    report(checking, context, kUnlikeNumbers, span, to_text(left->quantity),
           to_text(right->quantity))
        .hint = unlike_hint(context, comparison, left->quantity, right->quantity);
    return std::nullopt;
  }
  const bool by_order =
      comparison.comparison != Comparison::Equal && comparison.comparison != Comparison::NotEqual;
  if (by_order && !ordered(left->quantity)) {
    report(checking, context, kNoOrder, span, to_text(left->quantity), sign(comparison.comparison));
    return std::nullopt;
  }
  const Compare result{left->id, comparison.comparison, right->id};
  report_impossible(checking, context, result, span);
  return result;
}

}  // namespace hearth
