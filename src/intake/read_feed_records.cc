#include "intake/read_feed_records.h"

#include <algorithm>

#include "intake/feed_values.h"
#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

std::vector<std::string> names_of(const auto& things) {
  std::vector<std::string> names;
  for (const auto& thing : things) names.push_back(thing.name);
  return names;
}

std::string_view shape_name(Shape shape) {
  switch (shape) {
    case Shape::Event: return "event";
    case Shape::Spell: return "spell";
    case Shape::Reading: return "reading";
    case Shape::Term: return "term";
    case Shape::Statement: return "statement";
  }
  return "record";
}

// One record of the feed while it is read.
struct RecordReading {
  FeedCursor& cursor;
  const RecordType& type;
  FeedForm& form;
  TableRule& table;

  FeedDocument& document() const { return cursor.document(); }
};

// The words must be ones the field can hold; an empty one says that it is not known.
void check_meanings(const RecordReading& reading, const toml::node& node, const Field& field,
                    const std::vector<std::string>& words) {
  const bool flag = field.kind == FieldKind::Flag;
  if (!flag && (field.kind != FieldKind::Code || field.open)) return;
  const auto allowed = flag ? std::vector<std::string>{"yes", "no"} : field.codes;
  for (const auto& word : words) {
    if (word.empty() || std::ranges::find(allowed, word) != allowed.end()) continue;
    reading.document().add(intake::kUnknownFieldCode, node.source(), did_you_mean(word, allowed),
                           field.name, word);
  }
}

void check_value(const RecordReading& reading, const toml::node& node, const Field& field,
                 const ValueRule& value) {
  for (const auto& cell : value) {
    if (cell.fixed) check_meanings(reading, node, field, {*cell.fixed});
    if (cell.codes) {
      check_meanings(reading, node, field, meanings_of(reading.form.codes[*cell.codes]));
    }
  }
}

// `{ sum = TABLE, of = MEANING }`.
void read_sum(const RecordReading& reading, const toml::table& node, FieldRule& rule) {
  FeedCursor cursor(reading.document(), node, "a sum");
  rule.sum_of = table_of(reading.document(), *cursor.find("sum"), reading.form);
  rule.meanings = cursor.texts("of");
  if (rule.meanings.empty()) cursor.missing("of");
  cursor.finish();
  if (!rule.sum_of) return;
  const auto& table = reading.form.tables[*rule.sum_of];
  if (!table.sums) {
    reading.document().add(intake::kNotASumTable, node.source(), "", table.name);
    return;
  }
  const auto known = meanings_of(reading.form.codes[table.sums->codes]);
  for (const auto& word : rule.meanings) {
    if (std::ranges::find(known, word) != known.end()) continue;
    reading.document().add(intake::kUnknownWord, node.source(), did_you_mean(word, known), word,
                           "a meaning of the codes it adds up");
  }
}

void read_field(const RecordReading& reading, const toml::key& key, const toml::node& node,
                RecordRule& record) {
  const auto id = reading.type.field(key.str());
  if (!id) {
    reading.document().add(intake::kUnknownRecordField, key.source(),
                           did_you_mean(key.str(), names_of(reading.type.fields)),
                           reading.type.name, key.str());
    return;
  }
  FieldRule rule{.field = *id, .value = {}, .sum_of = {}, .meanings = {}};
  if (node.is_table() && node.as_table()->contains("sum")) {
    read_sum(reading, *node.as_table(), rule);
  } else {
    rule.value = read_value(reading.document(), node, key.str(), reading.form, reading.table);
    check_value(reading, node, reading.type[*id], rule.value);
  }
  record.fields.push_back(std::move(rule));
}

void wrong_dates(const RecordReading& reading, std::string_view wanted) {
  reading.document().add(intake::kDatesDoNotFit, reading.cursor.table().source(), "",
                         shape_name(reading.type.shape), wanted);
}

void read_ends(const RecordReading& reading, RecordRule& record) {
  const auto ends = reading.cursor.text("ends");
  if (!ends) return;
  record.ends_when_last_seen = *ends == "when last seen";
  if (record.ends_when_last_seen && record.end.empty()) return;
  reading.document().add(intake::kUnknownWord, reading.cursor.find("ends")->source(), "", *ends,
                         "`when last seen`, which stands instead of `end`");
}

void read_dates(const RecordReading& reading, RecordRule& record) {
  auto& cursor = reading.cursor;
  const auto dates = cursor.text("dates");
  const auto date = read_value(cursor, "date", reading.form, reading.table);
  record.start = read_value(cursor, "start", reading.form, reading.table);
  record.end = read_value(cursor, "end", reading.form, reading.table);
  read_ends(reading, record);
  if (dates && *dates != "term") cursor.wrong_type(*cursor.find("dates"), "dates", "\"term\"");
  if (dates) record.dated_by = DatedBy::Term;
  if (!reading.type.has_end()) {
    if (date.empty() || !record.start.empty() || dates) wrong_dates(reading, "`date`");
    record.start = date;
  } else if (reading.type.shape == Shape::Spell) {
    if (record.start.empty() || !date.empty() || dates) wrong_dates(reading, "`start` and `end`");
  } else if (!dates && (record.start.empty() || record.end.empty())) {
    wrong_dates(reading, "`dates = \"term\"`, or by `start` and `end`");
  }
}

std::optional<RecordTypeId> read_type(FeedCursor& cursor, const std::string& name,
                                      const Catalogue& catalogue) {
  const auto type = cursor.text("type").value_or(name);
  if (const auto id = catalogue.record_type(type)) return id;
  const auto* node = cursor.table().get("type");
  cursor.document().add(intake::kUnknownRecordType, node ? node->source() : cursor.table().source(),
                        did_you_mean(type, names_of(catalogue.record_types)), type);
  return std::nullopt;
}

void read_record(FeedCursor& cursor, const std::string& name, const Catalogue& catalogue,
                 FeedForm& form) {
  const auto type = read_type(cursor, name, catalogue);
  const auto* table_name = cursor.find("table");
  if (!table_name) cursor.missing("table");
  const auto table = table_name ? table_of(cursor.document(), *table_name, form) : std::nullopt;
  if (!type || !table) return;
  const bool sums = form.tables[*table].sums.has_value();
  if (sums && cursor.text("dates") != "term") {
    cursor.document().add(intake::kTableWithoutPeople, table_name->source(), "",
                          form.tables[*table].name,
                          "adds its rows up, so they make no records but of a term");
  }
  const RecordReading reading{cursor, catalogue[*type], form, form.tables[*table]};
  RecordRule record;
  record.name = name;
  record.type = *type;
  record.table = *table;
  read_dates(reading, record);
  record.optional = cursor.flag("optional");
  record.partial = cursor.flag("partial");
  record.when = read_when(cursor, "when", reading.table);
  if (const auto* fields = cursor.subtable("fields")) {
    for (const auto& [key, node] : *fields) read_field(reading, key, node, record);
  }
  cursor.finish();
  form.records.push_back(std::move(record));
}

}  // namespace

void read_records(const toml::table& records, const Catalogue& catalogue, FeedForm& form,
                  FeedDocument& document) {
  for (const auto& [name, node] : records) {
    if (!node.is_table()) {
      document.add(intake::kWrongType, node.source(), "", name.str(), "a table");
      continue;
    }
    FeedCursor cursor(document, *node.as_table(), "a record of a feed");
    read_record(cursor, std::string(name.str()), catalogue, form);
  }
}

}  // namespace hearth
