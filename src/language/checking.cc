#include "language/checking.h"

#include "base/text.h"

namespace hearth {

bool Checking::claim_name(const std::string& kind, const Tree& tree, const written::Word& name) {
  if (!name.exists()) return false;
  const auto [at, first] = names.emplace(std::pair(kind, name.text), NamedAt{&tree, name.span});
  if (first) return true;
  auto& diagnostic = report(kDuplicateName, tree, name.span, kind, name.text);
  const auto& [first_tree, first_span] = at->second;
  diagnostic.labels.push_back({place_in(*first_tree->source, first_span), "first named here"});
  return false;
}

std::string did_you_mean(std::string_view word, std::vector<std::string> candidates) {
  const auto found = nearest(word, candidates);
  return found.empty() ? "" : fmt::format("did you mean `{}`?", found);
}

std::vector<std::string> record_type_names(const Checking& checking) {
  std::vector<std::string> names;
  for (const auto& type : checking.plan.catalogue.record_types) names.push_back(type.name);
  return names;
}

std::vector<std::string> field_names(const RecordType& type) {
  std::vector<std::string> names;
  for (const auto& field : type.fields) names.push_back(field.name);
  return names;
}

std::vector<std::string> definition_names(const Checking& checking) {
  std::vector<std::string> names;
  for (const auto& [name, definition] : checking.definitions) names.push_back(name);
  return names;
}

bool small_enough(Checking& checking, const Context& context, Span span) {
  constexpr int kMost = 200'000;
  constexpr int kDeepest = 1'000;
  const bool too_many = checking.looked_at == kMost;
  const bool too_deep = checking.nesting >= kDeepest && checking.looked_at < kMost;
  if (too_many || too_deep) {
    report(checking, context, kPlanTooLarge, {span.offset, 1});
    checking.looked_at = kMost + 1;  // said once; all else is passed over
  }
  if (checking.looked_at < kMost) ++checking.looked_at;
  return checking.looked_at <= kMost;
}

std::string_view words_at(const Context& context, Span span) {
  return context.tree->source->text(span);
}

}  // namespace hearth
