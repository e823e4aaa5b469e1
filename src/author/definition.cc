#include "author/definition.h"

#include "author/name_meant.h"

namespace hearth {
namespace {

std::optional<DeclaredAt> used_document(const PlanReading& reading, const Tree& tree,
                                        std::uint32_t offset) {
  for (const auto& item : tree.items) {
    const auto* use = std::get_if<written::Use>(&item.node);
    if (!use || !use->file.exists()) continue;
    if (offset < item.span.offset || offset > item.span.end()) continue;
    const auto path = used_path(tree.source->name(), use->file.text);
    for (const auto& source : reading.documents.sources) {
      if (source->name() == path) return DeclaredAt{path, source.get(), {}};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DeclaredAt> definition_at(const PlanReading& reading, std::uint32_t offset) {
  const auto* tree = reading.own();
  if (!tree) return std::nullopt;
  if (auto used = used_document(reading, *tree, offset)) return used;
  const auto word = word_at(tree->source, offset);
  const auto* name = word ? name_meant(reading, *word) : nullptr;
  if (!name) return std::nullopt;
  const auto& source = *name->tree->source;
  return DeclaredAt{source.name(), &source, name->span};
}

}  // namespace hearth
