#include "author/written_rules.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "language/parse_document.h"
#include "language/print_tree.h"

namespace hearth {
namespace {

// Without comments, and with one space where there were several or a line ended.
std::string on_one_line(std::string_view text) {
  std::string words;
  for (auto line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (!words.empty()) words += ' ';
    for (const char c : line) {
      if (c != ' ' || !words.ends_with(' ')) words += c;
    }
  }
  return words;
}

bool in_a_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Every word that may be a name.
std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> names;
  for (auto at = text.begin(); at != text.end();) {
    const auto first = std::find_if(at, text.end(), in_a_name);
    at = std::find_if_not(first, text.end(), in_a_name);
    if (first != at) names.emplace(first, at);
  }
  return names;
}

WrittenDefinition definition_of(const Tree& tree, const written::Define& define) {
  WrittenDefinition definition;
  for (const auto& argument : define.arguments) definition.text += argument.text + ", ";
  if (define.means) {
    definition.text += written::print_condition(tree, *define.means);
    definition.words = on_one_line(tree.source->text(tree[*define.means].span));
  } else if (define.records) {
    definition.text += written::print_records(*define.records);
    definition.words = on_one_line(tree.source->text(define.records->span));
  }
  return definition;
}

}  // namespace

WrittenRules::WrittenRules(const std::vector<std::shared_ptr<const Source>>& sources) {
  for (const auto& source : sources) {
    const auto tree = parse_document(source).tree;
    for (const auto& item : tree.items) add(tree, item);
  }
}

void WrittenRules::add(const Tree& tree, const written::Item& item) {
  if (const auto* define = std::get_if<written::Define>(&item.node)) {
    definitions_[define->name.text] = definition_of(tree, *define);
  }
  if (const auto* criterion = std::get_if<written::Criterion>(&item.node)) {
    const auto words = [&](Span span) { return on_one_line(tree.source->text(span)); };
    rules_[{criterion->ref.text, "need"}] = words(criterion->need_span);
    rules_[{criterion->ref.text, "outcome"}] = words(criterion->outcome_span);
    if (const auto id = criterion->sooner) {
      rules_[{criterion->ref.text, "sooner"}] = words(tree[*id].span);
    }
    if (const auto id = criterion->alone) {
      rules_[{criterion->ref.text, "alone"}] = words(tree[*id].span);
    }
  }
  const auto* plan = std::get_if<written::PlanItem>(&item.node);
  if (!plan || !plan->claim) return;
  claim_ = on_one_line(tree.source->text(*plan->claim));
  if (claim_.starts_with("claim ")) claim_.erase(0, 6);
}

std::set<std::string> WrittenRules::used_by(const RuleName& rule) const {
  std::set<std::string> used;
  const auto rules = rules_.find(rule);
  if (rules == rules_.end()) return used;
  auto open = names_in(rules->second);
  while (!open.empty()) {
    const auto name = open.extract(open.begin()).value();
    const auto found = definitions_.find(name);
    if (found == definitions_.end() || !used.insert(name).second) continue;
    open.merge(names_in(found->second.words));
  }
  return used;
}

}  // namespace hearth
