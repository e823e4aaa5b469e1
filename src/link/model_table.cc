#include "link/model_table.h"

#include "base/text.h"
#include "link/link_diagnostics.h"

namespace hearth::link {

Place ModelFault::place(const toml::source_region& region) const {
  Place place;
  place.file = source.name();
  place.line = static_cast<int>(region.begin.line);
  place.column = static_cast<int>(region.begin.column);
  if (place.line < 1) return place;
  const bool one_line =
      region.end.line == region.begin.line && region.end.column > region.begin.column;
  place.length = one_line ? static_cast<int>(region.end.column - region.begin.column) : 1;
  place.excerpt = source.line(place.line);
  return place;
}

const toml::node* ModelTable::find(std::string_view key) {
  asked_.emplace(key);
  return table_->get(key);
}

void ModelTable::wrong_type(const toml::node& node, std::string_view key,
                            std::string_view wanted) const {
  fault_.add(kModelType, node.source(), key, wanted);
}

void ModelTable::missing(std::string_view key) const {
  fault_.add(kModelMissing, table_->source(), what_, key);
}

void ModelTable::wrong_size(std::string_view what) const {
  fault_.add(kModelSize, table_->source(), what_, what);
}

void ModelTable::wrong_word(std::string_view key, std::string_view wanted,
                            const std::vector<std::string_view>& candidates) const {
  const auto* node = table_->get(key);
  const auto word = node->value_or<std::string>("");
  auto& diagnostic =
      fault_.add(kModelWord, node->source(), word,
                 candidates.empty() ? std::string(wanted) : "one of " + std::string(wanted));
  const std::vector<std::string> words(candidates.begin(), candidates.end());
  const auto near = nearest(word, words);
  if (!near.empty()) diagnostic.hint = "did you mean `" + near + "`?";
}

std::string ModelTable::needed_text(std::string_view key) {
  const auto* node = find(key);
  if (node == nullptr) {
    missing(key);
    return {};
  }
  if (!node->is_string()) wrong_type(*node, key, "a text");
  return node->value_or<std::string>("");
}

double ModelTable::chance(std::string_view key, double otherwise) {
  const auto* node = find(key);
  if (node == nullptr) return otherwise;
  const auto value = node->value<double>();
  if (value && *value >= 0 && *value <= 1) return *value;
  wrong_type(*node, key, "a number from 0 to 1");
  return otherwise;
}

double ModelTable::number(std::string_view key, double otherwise) {
  const auto* node = find(key);
  if (node == nullptr) return otherwise;
  const auto value = node->value<double>();
  if (value && *value > 0 && *value <= 1e9) return *value;
  wrong_type(*node, key, "a number above 0");
  return otherwise;
}

bool ModelTable::flag(std::string_view key) {
  const auto* node = find(key);
  if (node != nullptr && !node->is_boolean()) wrong_type(*node, key, "true or false");
  return node != nullptr && node->value_or(false);
}

std::vector<std::string> ModelTable::texts_of(const toml::node& node, std::string_view key) const {
  std::vector<std::string> texts;
  const auto* array = node.as_array();
  if (array == nullptr) {
    wrong_type(node, key, "a list of texts");
    return texts;
  }
  for (const auto& element : *array) {
    if (const auto text = element.value<std::string>()) {
      texts.push_back(*text);
    } else {
      wrong_type(element, key, "a list of texts");
    }
  }
  return texts;
}

std::vector<std::string> ModelTable::texts(std::string_view key) {
  const auto* node = find(key);
  return node == nullptr ? std::vector<std::string>() : texts_of(*node, key);
}

std::vector<std::vector<std::string>> ModelTable::lists(std::string_view key) {
  std::vector<std::vector<std::string>> lists;
  const auto* node = find(key);
  if (node == nullptr) return lists;
  if (!node->is_array()) {
    wrong_type(*node, key, "a list of lists");
    return lists;
  }
  for (const auto& list : *node->as_array()) lists.push_back(texts_of(list, key));
  return lists;
}

std::optional<ModelTable> ModelTable::table(std::string_view key, std::string what) {
  const auto* node = find(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_table()) return ModelTable(fault_, *node->as_table(), std::move(what));
  wrong_type(*node, key, "a table");
  return std::nullopt;
}

std::vector<ModelTable> ModelTable::tables(std::string_view key, std::string_view what) {
  std::vector<ModelTable> tables;
  const auto* node = find(key);
  if (node == nullptr) return tables;
  const auto* array = node->as_array();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    const auto* table = array->get(i)->as_table();
    if (table == nullptr) break;
    tables.emplace_back(fault_, *table, std::string(what));
  }
  if (array == nullptr || tables.size() != array->size()) wrong_type(*node, key, "tables");
  return tables;
}

void ModelTable::finish() const {
  const std::vector<std::string> asked(asked_.begin(), asked_.end());
  for (const auto& [key, node] : *table_) {
    if (asked_.contains(key.str())) continue;
    auto& diagnostic = fault_.add(kModelKey, key.source(), what_, key.str());
    const auto near = nearest(key.str(), asked);
    if (!near.empty()) diagnostic.hint = "did you mean `" + near + "`?";
  }
}

}  // namespace hearth::link
