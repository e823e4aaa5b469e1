#include "conformance/expression.h"

#include <array>
#include <limits>

#include "conformance/days.h"
#include "conformance/intervals.h"
#include "conformance/relations.h"
#include "conformance/words.h"

namespace hearth::conformance {
namespace {

// The day on which the tables' `Today()` is asked: to hearth the day is an argument.
constexpr YearMonthDay kToday{2024, 2, 29};

// Answers as it reads, one function for each form of the tables' language.
class Reader {
 public:
  explicit Reader(std::string_view text) : words_(text) {}

  std::optional<Value> whole() {
    Value value = expression();
    if (!words_.understood() || !words_.over()) return std::nullopt;
    return value;
  }

 private:
  Value expression() {
    const Value left = sum();
    if (words_.over() || is(")")) return left;
    const auto place = words_.place();
    for (const auto& relation : relations()) {
      words_.back_to(place);
      if (!words_.take(relation.words)) continue;
      if (auto value = relate(left, relation, sum())) return *value;
    }
    return not_understood();
  }

  Value sum() {
    Value value = operand();
    while (is("+") || is("-")) {
      const bool adds = words_.word() == "+";
      const int count = words_.number();
      const auto unit = unit_of(words_.word());
      const auto* point = std::get_if<Bounds>(&value);
      if (!unit || !point) return not_understood();
      value = known(adds ? plus(*point, {count, *unit}) : minus(*point, {count, *unit}));
    }
    return value;
  }

  Value operand() {
    if (words_.take("not")) return opposite(of<Truth>(operand()));
    if (words_.take("start of")) return start_of(of<Timeline>(operand()));
    if (words_.take("end of")) return end_of(of<Timeline>(operand()));
    if (words_.take("width of")) return width_of(of<Timeline>(operand()));
    if (words_.take("point from")) return only_point_of(of<Timeline>(operand()));
    if (words_.take("collapse")) return collapsed(operand());
    if (words_.take("days between")) return between(Unit::Day);
    if (words_.take("months between")) return between(Unit::Month);
    if (words_.take("years between")) return between(Unit::Year);
    return primary();
  }

  Value primary() {
    if (words_.take("null")) return nothing();
    if (words_.take("true")) return Truth::Yes;
    if (words_.take("false")) return Truth::No;
    if (words_.take("IsTrue")) return truth_of(of<Truth>(in_brackets()) == Truth::Yes);
    if (words_.take("IsFalse")) return truth_of(of<Truth>(in_brackets()) == Truth::No);
    if (words_.take("IsNull")) return truth_of(of<Bounds>(in_brackets()) == Bounds::unknown());
    if (words_.take("DateTime") || words_.take("Date")) return date();
    if (words_.take("Today ( )")) return known(days_of(kToday));
    if (words_.take("Interval")) return interval_of_ends();
    if (words_.take("{")) return list();
    if (is("(")) return in_brackets();
    const auto word = words_.word();
    if (const auto number = whole_number(word)) return Bounds::exactly(*number);
    return known(days_of(word));
  }

  Value nothing() {
    if (!words_.take("as")) return Nothing{};
    words_.word();
    if (words_.take("<")) {
      words_.word();
      words_.expect(">");
    }
    return Nothing{.of_a_type = true};
  }

  Value date() {
    std::array<int, 3> parts{};
    words_.expect("(");
    for (auto& part : parts) {
      part = words_.number();
      if (!words_.take(",")) break;
    }
    words_.expect(")");
    return known(days_of(YearMonthDay{parts[0], parts[1], parts[2]}));
  }

  Value interval_of_ends() {
    const bool after_first = words_.take("(");
    if (!after_first) words_.expect("[");
    const Value first = operand();
    words_.expect(",");
    const Value last = operand();
    const bool before_last = words_.take(")");
    if (!before_last) words_.expect("]");
    // Without so much as a type it is not known to be an interval of anything.
    if (first == Value(Nothing{}) && last == Value(Nothing{})) return Timeline(Truth::Unknown);
    return interval(end(first, after_first, +1), end(last, before_last, -1));
  }

  // A null in square brackets says that there is no end on its side, in round ones that the end is
  // not known.
  Bounds end(const Value& value, bool open, int inward) {
    if (std::holds_alternative<Nothing>(value) && !open) {
      return Bounds::exactly(-inward * std::numeric_limits<double>::infinity());
    }
    const auto point = of<Bounds>(value);
    return open ? Bounds{point.low + inward, point.high + inward} : point;
  }

  Value list() {
    std::vector<Timeline> lines;
    while (words_.understood() && !words_.take("}")) {
      lines.push_back(of<Timeline>(operand()));
      if (!is("}")) words_.expect(",");
    }
    return lines;
  }

  Value collapsed(const Value& value) {
    const auto* lines = std::get_if<std::vector<Timeline>>(&value);
    if (!lines) return not_understood();
    Timeline together(Truth::No);
    for (const auto& line : *lines) together = either(together, line);
    return stretches_of_yes(together);
  }

  Value between(Unit unit) {
    const auto from = of<Bounds>(operand());
    words_.expect("and");
    return known(units_between(unit, from, of<Bounds>(operand())));
  }

  Value in_brackets() {
    words_.expect("(");
    const Value value = expression();
    words_.expect(")");
    return value;
  }

  template <typename T>
  T of(const Value& value) {
    const auto found = as<T>(value);
    if (!found) words_.not_understood();
    return found.value_or(T());
  }

  Value known(std::optional<Bounds> point) { return point ? Value(*point) : not_understood(); }

  Value not_understood() {
    words_.not_understood();
    return Nothing{};
  }

  bool is(std::string_view sign) const { return words_.next() == sign; }

  Words words_;
};

}  // namespace

std::optional<Value> answer(std::string_view expression) { return Reader(expression).whole(); }

}  // namespace hearth::conformance
