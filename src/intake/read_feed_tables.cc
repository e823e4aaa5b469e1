#include "intake/read_feed_tables.h"

#include <algorithm>
#include <array>

#include "intake/feed_values.h"
#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

const std::vector<std::string> kRoles = {"parent", "child", "adult", "expectant", "other"};
constexpr std::array kRoleValues = {Role::Parent, Role::Child, Role::Adult, Role::Expectant,
                                    Role::Other};

Role read_role(FeedCursor& cursor) {
  const auto word = cursor.text("role");
  if (!word) return Role::Other;
  const auto found = std::ranges::find(kRoles, *word);
  if (found != kRoles.end()) return kRoleValues[static_cast<std::size_t>(found - kRoles.begin())];
  cursor.document().add(intake::kUnknownWord, cursor.find("role")->source(),
                        did_you_mean(*word, kRoles), *word,
                        "parent, child, adult, expectant or other");
  return Role::Other;
}

std::optional<PersonRule> read_person(FeedCursor& cursor, const FeedForm& form, TableRule& table) {
  const auto* person = cursor.subtable("person");
  if (!person) return std::nullopt;
  FeedCursor inner(cursor.document(), *person, "a person");
  PersonRule rule;
  rule.id = read_value(inner, "id", form, table);
  if (rule.id.empty()) inner.missing("id");
  rule.birth_date = read_value(inner, "birth_date", form, table);
  rule.death_date = read_value(inner, "death_date", form, table);
  rule.sex = read_value(inner, "sex", form, table);
  rule.family = read_value(inner, "family", form, table);
  rule.started = read_value(inner, "started", form, table);
  for (std::size_t i = 0; i < kSeenCount; ++i) {
    rule.seen[i] = read_value(inner, kSeenNames[i], form, table);
  }
  rule.role = read_role(inner);
  inner.finish();
  return rule;
}

// Words that stand in the feed; those of a column without codes are looked at row by row.
void check_relation(const ValueRule& rule, const toml::node& node, const FeedForm& form,
                    FeedDocument& document) {
  std::vector<std::string> said;
  for (const auto& cell : rule) {
    if (cell.fixed) said.push_back(*cell.fixed);
    if (!cell.codes) continue;
    for (const auto& word : meanings_of(form.codes[*cell.codes])) said.push_back(word);
  }
  std::vector<std::string> known(kRelationWords.begin(), kRelationWords.end());
  known.emplace_back(kChildOf);
  for (const auto& word : said) {
    if (word.empty() || std::ranges::find(known, word) != known.end()) continue;
    document.add(intake::kUnknownWord, node.source(), did_you_mean(word, known), word,
                 "parent, carer, partner, sibling, relative or child");
  }
}

std::vector<RelationRule> read_relations(FeedCursor& cursor, const FeedForm& form,
                                         TableRule& table) {
  std::vector<RelationRule> rules;
  const auto* relations = cursor.subtable("relations");
  if (!relations) return rules;
  for (const auto& [name, node] : *relations) {
    if (!node.is_table()) {
      cursor.wrong_type(node, name.str(), "a table");
      continue;
    }
    FeedCursor inner(cursor.document(), *node.as_table(), "a relation");
    RelationRule rule;
    rule.to = read_value(inner, "to", form, table);
    if (rule.to.empty()) inner.missing("to");
    rule.relation = read_value(inner, "relation", form, table);
    if (rule.relation.empty()) inner.missing("relation");
    check_relation(rule.relation, node, form, cursor.document());
    rule.start = read_value(inner, "start", form, table);
    rule.end = read_value(inner, "end", form, table);
    inner.finish();
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::optional<SumsRule> read_sums(FeedCursor& cursor, const FeedForm& form, TableRule& table) {
  const auto* sums = cursor.subtable("sums");
  if (!sums) return std::nullopt;
  FeedCursor inner(cursor.document(), *sums, "a table's sums");
  const auto amount = inner.text("amount");
  const auto by = inner.needed_text("by");
  const auto* codes = inner.find("codes");
  if (!codes) inner.missing("codes");
  auto on = read_value(inner, "on", form, table);
  inner.finish();
  const auto list = codes ? codes_of(cursor.document(), *codes, form) : std::nullopt;
  if (!by || !list) return std::nullopt;
  SumsRule rule{std::nullopt, column_of(table, *by), *list, std::move(on)};
  if (amount) rule.amount = column_of(table, *amount);
  return rule;
}

TableRule read_table(FeedCursor& cursor, std::string name, const FeedForm& form) {
  TableRule table;
  table.name = std::move(name);
  if (form.format == FeedFormat::Csv) {
    table.file = cursor.text("file").value_or("");
    if (const auto key = cursor.text("key")) table.key = column_of(table, *key);
  } else {
    table.rows = cursor.needed_text("rows").value_or("");
  }
  cursor.find("optional");  // read_optional_columns
  cursor.find("of");        // read_people_tables
  table.person = read_person(cursor, form, table);
  table.relations = read_relations(cursor, form, table);
  table.sums = read_sums(cursor, form, table);
  table.leave_out = read_when(cursor, "leave_out", table);
  cursor.finish();
  return table;
}

// Whose rows are whose, when all tables are known by name.
void read_people_table(const toml::table& source, TableRule& table, const FeedForm& form,
                       FeedDocument& document) {
  const auto complain = [&](std::string_view what) {
    document.add(intake::kTableWithoutPeople, source.source(), "", table.name, what);
  };
  const auto* of = source.get("of");
  if (!of) {
    if (!table.person) complain("says neither `person` nor `of` which table its rows are");
    return;
  }
  if (table.person) complain("says both `person` and `of`");
  table.of = table_of(document, *of, form);
  if (!table.of) return;
  const auto& people = form.tables[*table.of];
  if (!people.person) complain("must be `of` a table with a `person`");
  if (form.format == FeedFormat::Csv && (!table.key || !people.key)) {
    complain("needs a `key`, and so does the table it is `of`");
  }
  if (form.format == FeedFormat::Xml && !table.rows.starts_with(people.rows + "/")) {
    complain("must have its `rows` inside those of the table it is `of`");
  }
}

}  // namespace

void read_tables(const toml::table& tables, FeedForm& form, FeedDocument& document) {
  for (const auto& [name, node] : tables) {
    if (!node.is_table()) {
      document.add(intake::kWrongType, node.source(), "", name.str(), "a table");
      continue;
    }
    FeedCursor cursor(document, *node.as_table(), "a table of a feed");
    form.tables.push_back(read_table(cursor, std::string(name.str()), form));
  }
  for (auto& table : form.tables) {
    read_people_table(*tables.get(table.name)->as_table(), table, form, document);
  }
}

void read_optional_columns(const toml::table& tables, FeedForm& form, FeedDocument& document) {
  for (auto& table : form.tables) {
    const auto* optional = tables.get(table.name)->as_table()->get("optional");
    if (!optional) continue;
    for (const auto& name : texts_of(document, *optional, "optional")) {
      const auto found = std::ranges::find(table.columns, name);
      if (found == table.columns.end()) {
        document.add(intake::kUnknownWord, optional->source(), did_you_mean(name, table.columns),
                     name, "a column that the feed reads");
      } else {
        table.optional[static_cast<std::size_t>(found - table.columns.begin())] = true;
      }
    }
  }
}

}  // namespace hearth
