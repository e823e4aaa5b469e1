#include "language/describe_number.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/text.h"

namespace hearth {
namespace {

std::string money(double value) {
  return value == std::floor(value) ? fmt::format("£{:.0f}", value) : fmt::format("£{:.2f}", value);
}

std::string code(double value, const Field* field) {
  const auto index = static_cast<std::size_t>(value);
  return field && index < field->codes.size() ? field->codes[index] : fmt::format("{}", value);
}

std::string_view test_words(FieldTest test) {
  static constexpr std::array<std::string_view, 9> kWords = {"=",  "!=", "<",       "<=",     ">",
                                                             ">=", "in", "in last", "in next"};
  return kWords[static_cast<std::size_t>(test)];
}

std::string where_words(const RecordType& type, const Where& where) {
  const auto& field = type[where.field];
  if (where.dated()) {
    return fmt::format("{} {} {}", field.name, test_words(where.test), to_text(where.period));
  }
  std::vector<std::string> values;
  for (const auto value : where.values) {
    values.push_back(value_words(value, quantity_of(type, field), &field));
  }
  const auto list = join(values, ", ");
  const auto* const form = where.test == FieldTest::In ? "{} {} ({})" : "{} {} {}";
  return fmt::format(fmt::runtime(form), field.name, test_words(where.test), list);
}

std::string pick_words(const Catalogue& catalogue, const Pick& pick) {
  const auto& type = catalogue[pick.type];
  std::vector<std::string> tests;
  for (const auto& where : pick.where) tests.push_back(where_words(type, where));
  return tests.empty() ? type.name : fmt::format("{} where {}", type.name, join(tests, " and "));
}

// Several picks with their own tests each need `where` of their own; tests that all picks share are
// said once, after the last.
bool same_tests(const Catalogue& catalogue, const Pick& a, const Pick& b) {
  if (a.where.size() != b.where.size()) return false;
  for (std::size_t i = 0; i < a.where.size(); ++i) {
    if (where_words(catalogue[a.type], a.where[i]) != where_words(catalogue[b.type], b.where[i])) {
      return false;
    }
  }
  return true;
}

std::string with_window(const Plan& plan, std::string words, const Window& window) {
  return window.kind == WindowKind::Ever ? words : words + " " + window_words(plan, window);
}

std::string anchor_words(const Plan& plan, const Window& window) {
  if (window.anchor != Anchor::End) return anchor_words(window.anchor);
  return "end of " + selector_words(plan.catalogue, plan[window.ended]);
}

template <typename Node>
std::string fields_words(const Plan& plan, const Node& node) {
  const auto& type = plan.catalogue[node.records.picks.front().type];
  return fmt::format("{} of {}", type[node.fields.front()].name,
                     selector_words(plan.catalogue, node.records));
}

struct NumberWords {
  const Plan& plan;
  Quantity quantity;
  const Field* field;

  std::string operator()(const Literal& literal) const {
    return value_words(literal.value, quantity, field);
  }
  std::string operator()(const ParameterValue& value) const {
    return plan.parameters[value.parameter.index].name;
  }
  std::string operator()(const Count& count) const {
    return with_window(plan, "count of " + selector_words(plan.catalogue, count.records),
                       count.window);
  }
  std::string operator()(const Sum& sum) const {
    return with_window(plan, fields_words(plan, sum), sum.window);
  }
  std::string operator()(const DaysOn& days) const {
    return with_window(plan, "days on " + selector_words(plan.catalogue, days.records),
                       days.window);
  }
  std::string operator()(const DaysWith& days) const {
    return with_window(plan, "days with " + selector_words(plan.catalogue, days.records),
                       days.window);
  }
  std::string operator()(const Latest& latest) const {
    return with_window(plan, "latest " + fields_words(plan, latest), latest.window);
  }
  std::string operator()(const MeasureIn& measure) const {
    return plan.catalogue[measure.measure].name + " " + window_words(plan, measure.window);
  }
  std::string operator()(const Age&) const { return "age"; }
};

}  // namespace

std::string value_words(double value, Quantity quantity, const Field* field) {
  switch (quantity) {
    case Quantity::Percentage: return fmt::format("{:.6g}%", value * 100);
    case Quantity::Money: return money(value);
    case Quantity::Date: return to_text(Date{static_cast<std::int32_t>(value)});
    case Quantity::Truth: return value != 0 ? "yes" : "no";
    case Quantity::Grade:
    case Quantity::Code: return code(value, field);
    default: return fmt::format("{}", value);
  }
}

std::string anchor_words(Anchor anchor) {
  static constexpr std::array kWords = {"need", "start", "closure", "that", "end"};
  return kWords[static_cast<std::size_t>(anchor)];
}

std::string window_words_of_change(const Plan& plan, const Window& window) {
  switch (window.kind) {
    case WindowKind::Last: return "last " + to_text(window.period);
    case WindowKind::Next: return "next " + to_text(window.period);
    case WindowKind::Before:
      return fmt::format("{} before {}", to_text(window.period), anchor_words(plan, window));
    case WindowKind::After:
      return fmt::format("{} after {}", to_text(window.period), anchor_words(plan, window));
    case WindowKind::Since:
      return fmt::format("since {}{}",
                         window.period.count > 0 ? to_text(window.period) + " after " : "",
                         anchor_words(plan, window));
    case WindowKind::Ever: return "ever";
    case WindowKind::ToDate: return "this term and last " + to_text(window.period);
  }
  return {};
}

std::string window_words(const Plan& plan, const Window& window) {
  const bool with_in = window.kind != WindowKind::Since && window.kind != WindowKind::Ever;
  return (with_in ? "in " : "") + window_words_of_change(plan, window);
}

std::string selector_words(const Catalogue& catalogue, const Selector& selector) {
  std::string words;
  for (std::size_t i = 0; i < selector.picks.size(); ++i) {
    const auto& pick = selector.picks[i];
    const bool said_later =
        i + 1 < selector.picks.size() && same_tests(catalogue, pick, selector.picks[i + 1]);
    if (i > 0) words += " or ";
    words += said_later ? catalogue[pick.type].name : pick_words(catalogue, pick);
  }
  return words;
}

std::string number_words(const Plan& plan, NumberId id) {
  return std::visit(NumberWords{plan, Quantity::Plain, nullptr}, plan[id].node);
}

std::string number_words(const Plan& plan, NumberId id, NumberId compared_with) {
  const auto& other = plan[compared_with];
  return std::visit(NumberWords{plan, quantity_of(plan, other), field_of(plan, other)},
                    plan[id].node);
}

}  // namespace hearth
