#include "language/check_definition.h"

#include "base/text.h"
#include "language/check_condition.h"
#include "language/check_records.h"

namespace hearth {
namespace {

constexpr int kDeepestDefinition = 32;

void check_alone(Checking& checking, const Definition& definition) {
  Context context;
  context.tree = definition.tree;
  context.clause = Clause::Definition;
  context.person = true;
  context.use = definition.item->name.span;
  context.definition = definition.item;
  for (const auto& argument : definition.item->arguments) context.arguments[argument.text] = {};
  if (definition.item->means) check_condition(checking, context, *definition.item->means);
  if (definition.item->records) check_records(checking, context, *definition.item->records);
}

bool report_recursion(Checking& checking, const Context& context, const written::Word& name,
                      const Definition& definition) {
  for (const auto* c = &context; c; c = c->around) {
    if (c->definition != definition.item && c->depth < kDeepestDefinition) continue;
    report(checking, context, kDefinedByItself, name.span, name.text);
    return true;
  }
  return false;
}

// A name on its own that is no condition: most likely its `had` was forgotten.
bool report_records(Checking& checking, const Context& context, const written::Word& name) {
  const auto definition = checking.definitions.find(name.text);
  const bool defined = definition != checking.definitions.end();
  const bool records = defined ? definition->second.item->records.has_value()
                               : checking.plan.catalogue.record_type(name.text).has_value();
  if (records) {
    report(checking, context, kNotACondition, name.span, name.text).hint =
        fmt::format("did you mean `had {}`?", name.text);
    return true;
  }
  if (defined) return !definition->second.item->means;
  auto candidates = definition_names(checking);
  if (context.clause == Clause::Outcome) candidates.emplace_back("undefined");
  report(checking, context, kUnknownDefinition, name.span, name.text).hint =
      did_you_mean(name.text, std::move(candidates));
  return true;
}

}  // namespace

void gather_definitions(Checking& checking, const Tree& tree) {
  for (const auto& item : tree.items) {
    const auto* define = std::get_if<written::Define>(&item.node);
    if (!define || !checking.claim_name("definition", tree, define->name)) continue;
    if (checking.plan.catalogue.record_type(define->name.text)) {
      checking.report(kDuplicateName, tree, define->name.span, "record type", define->name.text);
      continue;
    }
    checking.definitions[define->name.text] = {&tree, define};
  }
}

void check_definitions(Checking& checking) {
  const auto conditions = checking.plan.conditions.size();
  const auto numbers = checking.plan.numbers.size();
  for (const auto& [name, definition] : checking.definitions) {
    check_alone(checking, definition);
    checking.plan.conditions.resize(conditions);
    checking.plan.numbers.resize(numbers);
  }
}

std::optional<ConditionId> check_use(Checking& checking, const Context& context,
                                     const written::Defined& use, Span span) {
  if (!use.name.exists() || report_records(checking, context, use.name)) return std::nullopt;
  const auto& definition = checking.definitions.find(use.name.text)->second;
  const auto& names = definition.item->arguments;
  if (names.size() != use.arguments.size()) {
    report(checking, context, kArgumentCount, span, use.name.text, names.size(),
           use.arguments.size());
    return std::nullopt;
  }
  if (report_recursion(checking, context, use.name, definition)) return std::nullopt;
  Context inside = context;
  inside.tree = definition.tree;
  inside.use = context.node_span(span);
  inside.definition = definition.item;
  inside.arguments.clear();
  for (std::size_t i = 0; i < names.size(); ++i) {
    inside.arguments[names[i].text] = {&use.arguments[i], &context};
  }
  inside.around = &context;
  inside.depth = context.depth + 1;
  return check_condition(checking, inside, *definition.item->means);
}

}  // namespace hearth
