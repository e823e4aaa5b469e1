#include "author/meaning.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <vector>

#include "author/period_length.h"

namespace hearth {
namespace {

template <typename Enum>
int number_of(Enum value) {
  return static_cast<int>(value);
}

std::string text_of(const Where& where) {
  auto values = where.values;
  std::ranges::sort(values);
  const auto test =
      where.test == FieldTest::In && values.size() == 1 ? FieldTest::Equal : where.test;
  if (where.dated()) {
    return fmt::format("f{} {} {}", where.field.index, number_of(test), to_text(where.period));
  }
  return fmt::format("f{} {} {}", where.field.index, number_of(test), fmt::join(values, ","));
}

std::string text_of(const Pick& pick) {
  std::set<std::string> tests;
  for (const auto& where : pick.where) tests.insert(text_of(where));
  return fmt::format("r{}[{}]", pick.type.index, fmt::join(tests, ";"));
}

struct NumberMeaning {
  const Plan& plan;
  const Criterion& criterion;

  std::string operator()(const Literal& literal) const { return fmt::format("{}", literal.value); }
  std::string operator()(const ParameterValue& value) const {
    return fmt::format("p{}", value.parameter.index);
  }
  std::string operator()(const Count& count) const { return read("count", count); }
  std::string operator()(const Sum& sum) const { return read("sum", sum, sum.fields); }
  std::string operator()(const DaysOn& days) const { return read("days", days); }
  std::string operator()(const DaysWith& days) const { return read("days with", days); }
  std::string operator()(const Latest& latest) const {
    return read("latest", latest, latest.fields);
  }
  std::string operator()(const MeasureIn& measure) const {
    return fmt::format("m{} {}", measure.measure.index, meaning_of(measure.window));
  }
  std::string operator()(const Age&) const { return "age"; }

 private:
  template <typename Node>
  std::string read(std::string_view what, const Node& node,
                   const std::vector<FieldId>& fields = {}) const {
    auto text = fmt::format("{} {} {}", what, meaning_of(plan, node.records, criterion),
                            meaning_of(node.window));
    // Fields go with the picks as they are written.
    for (std::size_t i = 0; i < fields.size(); ++i) {
      text += fmt::format(" {}.{}", node.records.picks[i].type.index, fields[i].index);
    }
    return text;
  }
};

struct ConditionMeaning {
  const Plan& plan;
  const Criterion& criterion;

  std::string of(ConditionId id) const { return meaning_of(plan, id, criterion); }
  std::string of(NumberId id) const { return meaning_of(plan, plan[id], criterion); }

  std::string operator()(const All& all) const { return joined("all", all.parts); }
  std::string operator()(const AtLeast& list) const {
    if (list.needed == 1) return joined("any", list.parts);
    std::vector<std::string> parts;  // one that is there twice counts twice
    for (const auto part : list.parts) parts.push_back(of(part));
    std::ranges::sort(parts);
    return fmt::format("{} of({})", list.needed, fmt::join(parts, "|"));
  }
  std::string operator()(const Not& negated) const {
    const auto& inner = plan[negated.part].node;
    if (const auto* twice = std::get_if<Not>(&inner)) return of(twice->part);
    if (const auto* people = std::get_if<People>(&inner)) {
      if (people->who.quantifier == Quantifier::Any) return some(*people, "none");
      if (people->who.quantifier == Quantifier::No) return some(*people, "any");
    }
    return fmt::format("not({})", of(negated.part));
  }
  std::string operator()(const IfThenElse& choice) const {
    return fmt::format("if({};{};{})", of(choice.condition), of(choice.then_part),
                       of(choice.else_part));
  }
  std::string operator()(const People& people) const {
    static constexpr const char* kNames[] = {"any", "every", "none", "in need", "any in need"};
    return some(people, kNames[number_of(people.who.quantifier)]);
  }
  std::string operator()(const FamilySum& family) const {
    return fmt::format("family({})", of(family.body));
  }
  std::string operator()(const On& on) const {
    return "on " + meaning_of(plan, on.records, criterion);
  }
  std::string operator()(const Compare& compare) const {
    const auto* most = std::get_if<Literal>(&plan[compare.right].node);
    const bool count = std::holds_alternative<Count>(plan[compare.left].node);
    if (count && most && compare.comparison == Comparison::Greater) {
      return fmt::format("{} >= {}", of(compare.left), std::floor(most->value) + 1);
    }
    if (count && most && compare.comparison == Comparison::Less) {
      return fmt::format("{} <= {}", of(compare.left), std::ceil(most->value) - 1);
    }
    static constexpr const char* kSigns[] = {"<", "<=", ">", ">=", "=", "!="};
    return fmt::format("{} {} {}", of(compare.left), kSigns[number_of(compare.comparison)],
                       of(compare.right));
  }
  std::string operator()(const Change& change) const {
    return fmt::format("{} change {} by {} on {} of {}", of(change.later), number_of(change.kind),
                       change.amount, change.scale, of(change.earlier));
  }
  std::string operator()(const Improves& improves) const {
    return fmt::format("{} improves since {}", meaning_of(plan, improves.scores, criterion),
                       number_of(improves.since));
  }
  std::string operator()(const Lasting& lasting) const {
    const auto since = lasting.since ? fmt::format(" since {}", number_of(*lasting.since)) : "";
    return fmt::format("({}) for {}{}", of(lasting.part), to_text(lasting.period), since);
  }
  std::string operator()(const LastingWeeks& lasting) const {
    return fmt::format("({}) for {} of {} weeks", of(lasting.part), lasting.weeks,
                       lasting.of_weeks);
  }

  std::string operator()(const HasRole& has) const {
    std::set<int> roles;
    for (const auto role : has.roles) roles.insert(number_of(role));
    return fmt::format("role {}", fmt::join(roles, ","));
  }

 private:
  // `a and (b and a)` is `a and b`: repetition, order and brackets say nothing.
  std::string joined(std::string_view how, const std::vector<ConditionId>& parts) const {
    std::set<std::string> texts;
    gather(how == "all", parts, texts);
    if (texts.size() == 1) return *texts.begin();
    return fmt::format("{}({})", how, fmt::join(texts, "|"));
  }

  void gather(bool all, const std::vector<ConditionId>& parts, std::set<std::string>& texts) const {
    for (const auto part : parts) {
      const auto* both = std::get_if<All>(&plan[part].node);
      const auto* list = std::get_if<AtLeast>(&plan[part].node);
      if (all && both)
        gather(all, both->parts, texts);
      else if (!all && list && list->needed == 1)
        gather(all, list->parts, texts);
      else
        texts.insert(of(part));
    }
  }

  std::string some(const People& people, std::string_view quantifier) const {
    const auto& who = people.who;
    return fmt::format("{} k{} {}..{} who({}): {}", quantifier, number_of(who.kind),
                       who.age_from.value_or(-1), who.age_to.value_or(-1),
                       who.condition ? of(*who.condition) : "", of(people.body));
  }
};

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

std::string meaning_of(const Plan& plan, ConditionId id, const Criterion& criterion) {
  return std::visit(ConditionMeaning{plan, criterion}, plan[id].node);
}

std::string meaning_of(const Plan& plan, const Number& number, const Criterion& criterion) {
  return std::visit(NumberMeaning{plan, criterion}, number.node);
}

std::string meaning_of(const Plan&, const Selector& records, const Criterion& criterion) {
  std::set<std::string> picks;
  for (const auto& pick : records.picks) picks.insert(text_of(pick));
  auto text = fmt::format("{}", fmt::join(picks, "+"));
  return records.about_this_need ? text + " about " + criterion.ref : text;
}

std::string meaning_of(const Window& window) {
  switch (window.kind) {
    case WindowKind::Last: return "last " + to_text(window.period);
    case WindowKind::Next: return "next " + to_text(window.period);
    case WindowKind::Before:
      return fmt::format("{} before {}", to_text(window.period), number_of(window.anchor));
    case WindowKind::After:
      return fmt::format("{} after {}", to_text(window.period), number_of(window.anchor));
    case WindowKind::Since: return fmt::format("since {}", number_of(window.anchor));
    case WindowKind::ToDate: return "to date " + to_text(window.period);
    case WindowKind::Ever: break;
  }
  return "ever";
}

bool within(const Selector& a, const Selector& b) {
  if (b.about_this_need && !a.about_this_need) return false;
  return std::ranges::all_of(a.picks, [&](const Pick& pick) {
    return std::ranges::any_of(b.picks, [&](const Pick& other) { return within(pick, other); });
  });
}

bool within(const Window& a, const Window& b, int terms_a_year) {
  if (b.kind == WindowKind::Ever) return up_to_the_day(a);
  if (a.kind != b.kind) return false;
  const bool hangs = a.kind == WindowKind::Before || a.kind == WindowKind::After;
  if ((hangs || a.kind == WindowKind::Since) && a.anchor != b.anchor) return false;
  return a.kind == WindowKind::Since || surely_within(a.period, b.period, terms_a_year);
}

}  // namespace hearth
