// One table of a feed's TOML while it is read: gives its values by key with the type wanted, and
// remembers which keys were asked for, so that any other is a misspelling.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "intake/feed_document.h"

namespace hearth {

class FeedCursor {
 public:
  // `what` completes "… has no key": `a table`.
  FeedCursor(FeedDocument& document, const toml::table& table, std::string what)
      : document_(document), table_(table), what_(std::move(what)) {}

  FeedDocument& document() { return document_; }
  const toml::table& table() const { return table_; }

  const toml::node* find(std::string_view key);  // null if it is not there
  const toml::table* subtable(std::string_view key);
  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> needed_text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  // of an array, or of one text
  std::optional<double> number(std::string_view key);
  std::optional<Date> date(std::string_view key);
  bool flag(std::string_view key);

  void missing(std::string_view key);
  void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted);

  void finish();  // reports every key nobody asked for

 private:
  FeedDocument& document_;
  const toml::table& table_;
  std::string what_;
  std::set<std::string> asked_;
};

// Every text of an array of texts, or the one text; anything else is reported.
std::vector<std::string> texts_of(FeedDocument& document, const toml::node& node,
                                  std::string_view key);

// `did you mean `x`?`, or empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace hearth
