#include "intake/feed_values.h"

#include <algorithm>
#include <set>

#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

// Where a thing of this name stands in the list, else a diagnostic with the nearest name.
template <typename Things, typename Kind>
std::optional<std::size_t> named(FeedDocument& document, const toml::node& node,
                                 const Things& things, const Kind& kind) {
  if (!node.is_string()) {
    document.add(intake::kWrongType, node.source(), "", "a name", "a text");
    return std::nullopt;
  }
  const auto name = node.value_or<std::string>("");
  std::vector<std::string> names;
  for (const auto& thing : things) {
    if (thing.name == name) return names.size();
    names.push_back(thing.name);
  }
  document.add(kind, node.source(), did_you_mean(name, names), name);
  return std::nullopt;
}

CellRule read_cell(FeedDocument& document, const toml::node& node, std::string_view key,
                   const FeedForm& form, TableRule& table) {
  CellRule cell;
  if (node.is_string()) {
    cell.column = column_of(table, node.value_or<std::string>(""));
    return cell;
  }
  if (!node.is_table()) {
    document.add(intake::kWrongType, node.source(), "", key,
                 "a column's name, or a table with `column` or `is`");
    return cell;
  }
  FeedCursor cursor(document, *node.as_table(), "a value");
  cell.fixed = cursor.text("is");
  if (const auto column = cell.fixed ? cursor.text("given") : cursor.needed_text("column")) {
    cell.column = column_of(table, *column);
  }
  if (const auto* codes = cursor.find("codes")) cell.codes = codes_of(document, *codes, form);
  if (const auto divisor = cursor.number("divide_by")) {
    if (*divisor == 0) cursor.wrong_type(node, "divide_by", "a number other than 0");
    cell.divide_by = *divisor;
  }
  if (const auto check = cursor.text("check")) {
    cell.check = identifier_kind(*check);
    if (!cell.check) {
      document.add(intake::kUnknownWord, cursor.find("check")->source(), "", *check,
                   "upn, nhs_number or nino");
    }
  }
  cursor.finish();
  return cell;
}

}  // namespace

std::size_t column_of(TableRule& table, const std::string& name) {
  const auto found = std::ranges::find(table.columns, name);
  if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
  table.columns.push_back(name);
  table.optional.push_back(false);
  return table.columns.size() - 1;
}

ValueRule read_value(FeedDocument& document, const toml::node& node, std::string_view key,
                     const FeedForm& form, TableRule& table) {
  if (!node.is_array()) return {read_cell(document, node, key, form, table)};
  ValueRule rule;
  for (const auto& element : *node.as_array()) {
    rule.push_back(read_cell(document, element, key, form, table));
  }
  return rule;
}

ValueRule read_value(FeedCursor& cursor, std::string_view key, const FeedForm& form,
                     TableRule& table) {
  const auto* node = cursor.find(key);
  return node ? read_value(cursor.document(), *node, key, form, table) : ValueRule();
}

std::vector<std::pair<std::size_t, std::vector<std::string>>> read_when(FeedCursor& cursor,
                                                                        std::string_view key,
                                                                        TableRule& table) {
  std::vector<std::pair<std::size_t, std::vector<std::string>>> conditions;
  const auto* when = cursor.subtable(key);
  if (!when) return conditions;
  for (const auto& [column, values] : *when) {
    conditions.emplace_back(column_of(table, std::string(column.str())),
                            texts_of(cursor.document(), values, column.str()));
  }
  return conditions;
}

std::optional<std::size_t> codes_of(FeedDocument& document, const toml::node& node,
                                    const FeedForm& form) {
  return named(document, node, form.codes, intake::kUnknownCodes);
}

std::optional<std::size_t> table_of(FeedDocument& document, const toml::node& node,
                                    const FeedForm& form) {
  return named(document, node, form.tables, intake::kUnknownTable);
}

std::vector<std::string> meanings_of(const CodeList& codes) {
  std::set<std::string> meanings;
  for (const auto& set : codes.sets) {
    for (const auto& [code, meaning] : set.meanings) meanings.insert(meaning);
  }
  return {meanings.begin(), meanings.end()};
}

}  // namespace hearth
