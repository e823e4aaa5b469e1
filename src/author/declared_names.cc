#include "author/declared_names.h"

#include <algorithm>

namespace hearth {

DeclaredNames::DeclaredNames(std::span<const Tree* const> trees) {
  for (const auto* tree : trees) {
    for (const auto& item : tree->items) add_item(*tree, item);
    add_people(*tree);
  }
}

void DeclaredNames::add(NameKind kind, const written::Word& word, const Tree& tree,
                        const written::Item& item, std::string of) {
  if (!word.exists()) return;
  names_.push_back({kind, word.text, std::move(of), &tree, word.span, item.span, &item});
}

void DeclaredNames::add_record(const Tree& tree, const written::Item& item,
                               const written::RecordItem& record) {
  add(NameKind::RecordType, record.name, tree, item);
  for (const auto& field : record.fields) {
    add(NameKind::Field, field.name, tree, item, record.name.text);
    for (const auto& code : field.codes) {
      add(NameKind::Code, code, tree, item, record.name.text + "." + field.name.text);
    }
  }
}

void DeclaredNames::add_item(const Tree& tree, const written::Item& item) {
  using enum NameKind;
  const auto& node = item.node;
  if (const auto* plan = std::get_if<written::PlanItem>(&node)) add(Plan, plan->name, tree, item);
  if (const auto* line = std::get_if<written::Headline>(&node)) {
    add(Headline, line->ref, tree, item);
  }
  if (const auto* criterion = std::get_if<written::Criterion>(&node)) {
    add(Criterion, criterion->ref, tree, item);
  }
  if (const auto* define = std::get_if<written::Define>(&node)) {
    add(Definition, define->name, tree, item);
    for (const auto& word : define->arguments) add(Argument, word, tree, item, define->name.text);
  }
  if (const auto* parameter = std::get_if<written::Parameter>(&node)) {
    add(Parameter, parameter->name, tree, item);
  }
  if (const auto* record = std::get_if<written::RecordItem>(&node)) {
    add_record(tree, item, *record);
  }
  if (const auto* measure = std::get_if<written::MeasureItem>(&node)) {
    add(Measure, measure->name, tree, item);
  }
  if (const auto* instrument = std::get_if<written::InstrumentItem>(&node)) {
    add(Instrument, instrument->code, tree, item);
  }
  if (const auto* calendar = std::get_if<written::Calendar>(&node)) {
    for (const auto& term : calendar->terms) add(Term, term.name, tree, item);
  }
}

void DeclaredNames::add_people(const Tree& tree) {
  for (const auto& example : tree.examples) {
    for (const auto& person : example.people) {
      names_.push_back({NameKind::Person, person.name.text, example.title.text, &tree,
                        person.name.span, person.span, nullptr});
    }
  }
}

const DeclaredName* DeclaredNames::find(NameKind kind, std::string_view name,
                                        std::string_view of) const {
  const auto found = std::ranges::find_if(names_, [&](const DeclaredName& declared) {
    return declared.kind == kind && declared.name == name && declared.of == of;
  });
  return found == names_.end() ? nullptr : &*found;
}

void DeclaredNames::add_types(const std::string& name, std::set<std::string>& seen,
                              std::vector<std::string>& types) const {
  if (!seen.insert(name).second) return;
  if (find(NameKind::RecordType, name)) types.push_back(name);
  const auto* declared = find(NameKind::Definition, name);
  if (!declared) return;
  const auto& define = std::get<written::Define>(declared->item->node);
  if (!define.records) return;
  for (const auto& pick : define.records->picks) {
    for (const auto& inner : pick.names) add_types(inner.text, seen, types);
  }
}

std::vector<std::string> DeclaredNames::record_types(std::span<const std::string> names) const {
  std::vector<std::string> types;
  std::set<std::string> seen;
  for (const auto& name : names) add_types(name, seen, types);
  return types;
}

}  // namespace hearth
