#include "language/check_records.h"

#include <algorithm>

#include "base/text.h"
#include "language/check_range.h"
#include "language/check_value.h"
#include "language/check_window.h"

namespace hearth {
namespace {

constexpr int kDeepestDefinition = 32;

// `release_due in next 12 months`: only a date lies in a time.
std::optional<Where> check_dated(Checking& checking, const Context& context,
                                 const written::Test& test, FieldId field, Quantity quantity) {
  if (quantity != Quantity::Date) {
    report(checking, context, kNotADate, test.span, test.field.text, to_text(quantity));
    return std::nullopt;
  }
  if (test.period.unit == Unit::Term) {
    report(checking, context, kTermsOfDate, test.span, to_text(test.period)).hint =
        "say it in months or days";
    return std::nullopt;
  }
  if (!check_period(checking, context, test.period, test.span)) return std::nullopt;
  return Where{field, test.test, {}, test.period};
}

bool report_order(Checking& checking, const Context& context, const written::Test& test,
                  Quantity quantity) {
  const bool compares = test.test != FieldTest::Equal && test.test != FieldTest::NotEqual &&
                        test.test != FieldTest::In;
  if (!compares || ordered(quantity)) return false;
  report(checking, context, kNoOrder, test.span, to_text(quantity), words_at(context, test.span));
  return true;
}

std::optional<Where> check_test(Checking& checking, const Context& context, RecordTypeId type_id,
                                const written::Test& test) {
  if (!test.field.exists()) return std::nullopt;
  const auto& type = checking.plan.catalogue[type_id];
  const auto field = type.field(test.field.text);
  if (!field) {
    report(checking, context, kUnknownField, test.field.span, type.name, test.field.text).hint =
        did_you_mean(test.field.text, field_names(type));
    return std::nullopt;
  }
  const auto quantity = quantity_of(type, type[*field]);
  if (quantity == Quantity::Text) {
    report(checking, context, kTextTested, test.span, test.field.text);
    return std::nullopt;
  }
  const bool dated = test.test == FieldTest::InLast || test.test == FieldTest::InNext;
  if (dated) return check_dated(checking, context, test, *field, quantity);
  if (report_order(checking, context, test, quantity)) return std::nullopt;
  Where where{*field, test.test, {}, {}};
  for (const auto& value : test.values) {
    if (const auto known = check_field_value(checking, context, type_id, *field, value)) {
      where.values.push_back(*known);
    }
  }
  if (test.values.empty() || where.values.size() < test.values.size()) return std::nullopt;
  report_impossible_test(checking, context, type[*field], where, test.span);
  return where;
}

// The tests of one pick; tests that cannot all pass are reported.
std::optional<std::vector<Where>> check_tests(Checking& checking, const Context& context,
                                              RecordTypeId type,
                                              const std::vector<written::Test>& tests) {
  std::vector<Where> all;
  bool good = true;
  for (const auto& test : tests) {
    auto where = check_test(checking, context, type, test);
    good = good && where;
    if (where) all.push_back(std::move(*where));
  }
  if (!good) return std::nullopt;
  for (std::size_t i = 1; i < all.size(); ++i) {
    report_contradiction(checking, context, {all.data(), i}, all[i], tests[i].span);
  }
  return all;
}

bool add_type(Checking& checking, const Context& context, RecordTypeId type,
              const std::vector<written::Test>& tests, Selector& selector) {
  auto where = check_tests(checking, context, type, tests);
  if (where) selector.picks.push_back({type, std::move(*where)});
  return where.has_value();
}

bool report_unusable(Checking& checking, const Context& context, const written::Word& name,
                     const Definition& definition) {
  if (definition.item->means) {
    report(checking, context, kNotRecords, name.span, name.text);
    return true;
  }
  if (!definition.item->arguments.empty()) {
    report(checking, context, kArgumentCount, name.span, name.text,
           definition.item->arguments.size(), 0);
    return true;
  }
  for (const auto* s = &context; s; s = s->around) {
    if (s->definition != definition.item && s->depth < kDeepestDefinition) continue;
    report(checking, context, kDefinedByItself, name.span, name.text);
    return true;
  }
  return !definition.item->records;
}

// The picks of a defined set of records, each with the tests made on the set.
bool add_definition(Checking& checking, const Context& context, const written::Word& name,
                    const Definition& definition, const std::vector<written::Test>& tests,
                    Selector& selector) {
  if (report_unusable(checking, context, name, definition)) return false;
  Context inside;
  inside.tree = definition.tree;
  inside.clause = context.clause;
  inside.use = context.node_span(name.span);
  inside.definition = definition.item;
  inside.around = &context;
  inside.depth = context.depth + 1;
  const auto records = check_records(checking, inside, *definition.item->records);
  if (!records) return false;
  bool good = true;
  for (const auto& pick : records->picks) {
    auto where = check_tests(checking, context, pick.type, tests);
    good = good && where;
    if (!where) continue;
    where->insert(where->begin(), pick.where.begin(), pick.where.end());
    selector.picks.push_back({pick.type, std::move(*where)});
  }
  return good;
}

bool add_name(Checking& checking, const Context& context, const written::Word& name,
              const std::vector<written::Test>& tests, Selector& selector) {
  if (!name.exists()) return false;
  if (const auto type = checking.plan.catalogue.record_type(name.text)) {
    return add_type(checking, context, *type, tests, selector);
  }
  const auto definition = checking.definitions.find(name.text);
  if (definition != checking.definitions.end()) {
    return add_definition(checking, context, name, definition->second, tests, selector);
  }
  auto candidates = record_type_names(checking);
  std::ranges::move(definition_names(checking), std::back_inserter(candidates));
  report(checking, context, kUnknownRecordType, name.span, name.text).hint =
      did_you_mean(name.text, std::move(candidates));
  return false;
}

// One record may pass several picks, each on days of its own.
bool report_picked_twice(Checking& checking, const Context& context, const Selector& selector,
                         Span span) {
  for (const auto& pick : selector.picks) {
    if (std::ranges::count(selector.picks, pick.type, &Pick::type) < 2) continue;
    report(checking, context, kDatedTwice, span, checking.plan.catalogue[pick.type].name);
    return true;
  }
  return false;
}

written::Value as_value(const written::Word& word) {
  return {written::ValueKind::Word, word.text, 0, {}, word.span};
}

}  // namespace

std::optional<Selector> check_records(Checking& checking, const Context& context,
                                      const written::Records& records) {
  if (!small_enough(checking, context, records.span)) return std::nullopt;
  Selector selector;
  bool good = !records.picks.empty();
  for (const auto& pick : records.picks) {
    for (const auto& name : pick.names) {
      good = add_name(checking, context, name, pick.where, selector) && good;
    }
  }
  if (!good || selector.picks.empty()) return std::nullopt;
  if (is_dated(selector) && report_picked_twice(checking, context, selector, records.span)) {
    return std::nullopt;
  }
  return selector;
}

bool is_dated(const Selector& records) {
  return std::ranges::any_of(records.picks, [](const Pick& pick) {
    return std::ranges::any_of(pick.where, &Where::dated);
  });
}

std::optional<std::vector<FieldId>> check_fields(Checking& checking, const Context& context,
                                                 const written::Word& field,
                                                 const Selector& records) {
  if (!field.exists()) return std::nullopt;
  std::vector<FieldId> fields;
  for (const auto& pick : records.picks) {
    const auto& type = checking.plan.catalogue[pick.type];
    if (const auto found = type.field(field.text)) {
      fields.push_back(*found);
      continue;
    }
    report(checking, context, kUnknownField, field.span, type.name, field.text).hint =
        did_you_mean(field.text, field_names(type));
    return std::nullopt;
  }
  return fields;
}

std::optional<Selector> check_statement(Checking& checking, const Context& context,
                                        const written::Statement& statement, Span span) {
  if (!statement.kind.exists() || statement.by.empty()) return std::nullopt;
  const auto type = checking.plan.catalogue.record_type("statement");
  if (!type) {
    report(checking, context, kUnknownRecordType, span, "statement");
    return std::nullopt;
  }
  const auto test = [](const char* field, FieldTest how, std::vector<written::Value> values,
                       Span where) {
    return written::Test{{field, where}, how, std::move(values), {}, where};
  };
  std::vector<written::Value> by;
  for (const auto& role : statement.by) {
    if (!role.exists()) return std::nullopt;
    by.push_back(as_value(role));
  }
  const auto how = by.size() == 1 ? FieldTest::Equal : FieldTest::In;
  std::vector<written::Test> tests = {
      test("kind", FieldTest::Equal, {as_value(statement.kind)}, statement.kind.span),
      test("by", how, std::move(by), statement.by.front().span)};
  if (statement.is_signed) {
    const written::Word yes{"yes", span};
    tests.push_back(test("signed", FieldTest::Equal, {as_value(yes)}, span));
  }
  Selector selector;
  selector.about_this_need = true;
  if (!add_type(checking, context, *type, tests, selector)) return std::nullopt;
  return selector;
}

}  // namespace hearth
