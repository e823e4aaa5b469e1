#include "intake/feed_cursor.h"

#include "base/text.h"
#include "intake/intake_diagnostics.h"

namespace hearth {

const toml::node* FeedCursor::find(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

const toml::table* FeedCursor::subtable(std::string_view key) {
  const auto* node = find(key);
  if (node && !node->is_table()) wrong_type(*node, key, "a table");
  return node ? node->as_table() : nullptr;
}

std::optional<std::string> FeedCursor::text(std::string_view key) {
  const auto* node = find(key);
  if (!node) return std::nullopt;
  if (!node->is_string()) wrong_type(*node, key, "a text");
  return node->value_exact<std::string>();
}

std::optional<std::string> FeedCursor::needed_text(std::string_view key) {
  auto value = text(key);
  if (!table_.get(key)) missing(key);
  return value;
}

std::vector<std::string> FeedCursor::texts(std::string_view key) {
  const auto* node = find(key);
  return node ? texts_of(document_, *node, key) : std::vector<std::string>();
}

std::optional<double> FeedCursor::number(std::string_view key) {
  const auto* node = find(key);
  if (!node) return std::nullopt;
  if (!node->is_number()) wrong_type(*node, key, "a number");
  return node->value<double>();
}

std::optional<Date> FeedCursor::date(std::string_view key) {
  const auto* node = find(key);
  if (!node) return std::nullopt;
  if (!node->is_date()) {
    wrong_type(*node, key, "a day, like 2024-08-19 without quotes");
    return std::nullopt;
  }
  const auto day = node->as_date()->get();
  return date_of({day.year, day.month, day.day});
}

bool FeedCursor::flag(std::string_view key) {
  const auto* node = find(key);
  if (node && !node->is_boolean()) wrong_type(*node, key, "true or false");
  return node && node->value_or(false);
}

void FeedCursor::missing(std::string_view key) {
  document_.add(intake::kMissingKey, table_.source(), "", what_, key);
}

void FeedCursor::wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) {
  document_.add(intake::kWrongType, node.source(), "", key, wanted);
}

void FeedCursor::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : table_) {
    if (asked_.contains(std::string(key.str()))) continue;
    document_.add(intake::kUnknownKey, key.source(), did_you_mean(key.str(), known), what_,
                  key.str());
  }
}

std::vector<std::string> texts_of(FeedDocument& document, const toml::node& node,
                                  std::string_view key) {
  if (node.is_string()) return {node.value_or<std::string>("")};
  std::vector<std::string> texts;
  bool all_texts = node.is_array();
  if (all_texts) {
    for (const auto& element : *node.as_array()) {
      all_texts = all_texts && element.is_string();
      texts.push_back(element.value_or<std::string>(""));
    }
  }
  if (!all_texts) {
    document.add(intake::kWrongType, node.source(), "", key, "a text or a list of texts");
    return {};
  }
  return texts;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const auto near = nearest(word, candidates);
  return near.empty() ? "" : "did you mean `" + near + "`?";
}

}  // namespace hearth
