#include "intake/read_feed.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "intake/feed_values.h"
#include "intake/intake_diagnostics.h"
#include "intake/read_feed_records.h"
#include "intake/read_feed_tables.h"

namespace hearth {
namespace {

FeedFormat read_format(FeedCursor& cursor) {
  const auto format = cursor.needed_text("format");
  if (format && *format != "csv" && *format != "xlsx" && *format != "xml") {
    cursor.document().add(intake::kUnknownWord, cursor.find("format")->source(),
                          did_you_mean(*format, {"csv", "xlsx", "xml"}), *format,
                          "csv, xlsx or xml");
  }
  return format == "xml" ? FeedFormat::Xml : FeedFormat::Csv;
}

char read_delimiter(FeedCursor& cursor) {
  const auto delimiter = cursor.text("delimiter").value_or(",");
  if (delimiter.size() == 1) return delimiter.front();
  cursor.wrong_type(*cursor.find("delimiter"), "delimiter", "one character");
  return ',';
}

// `encoding`, `header`, `sheet` and `footer`: how a file differs from a plain table.
void read_layout(FeedCursor& cursor, FeedForm& form) {
  const auto encoding = cursor.text("encoding").value_or("utf-8");
  form.windows_1252 = encoding == "windows-1252";
  if (!form.windows_1252 && encoding != "utf-8") {
    cursor.document().add(intake::kUnknownWord, cursor.find("encoding")->source(), "", encoding,
                          "utf-8 or windows-1252");
  }
  const auto* header = cursor.find("header");
  if (header && header->is_string() && header->value_or<std::string>("") == "find") {
    form.header_row = 0;
  } else if (header) {
    form.header_row = static_cast<int>(header->value_or<std::int64_t>(0));
    if (form.header_row < 1) cursor.wrong_type(*header, "header", "a row's number, or \"find\"");
  }
  form.sheet = cursor.text("sheet").value_or("");
  form.footers = cursor.texts("footer");
}

std::vector<DatePattern> read_dates(FeedCursor& cursor) {
  std::vector<DatePattern> patterns;
  for (const auto& text : cursor.texts("dates")) {
    if (auto pattern = DatePattern::parse(text)) {
      patterns.push_back(std::move(*pattern));
    } else {
      cursor.document().add(intake::kBadDatePattern, cursor.find("dates")->source(),
                            "write it like `DD/MM/YYYY` or `YYYY-Mon-DD hh:mm:ss`", text);
    }
  }
  if (patterns.empty()) patterns.push_back(*DatePattern::parse("YYYY-MM-DD"));
  return patterns;
}

std::optional<DayRule> read_day(FeedCursor& cursor, std::string_view key, bool needed) {
  const auto text = needed ? cursor.needed_text(key) : cursor.text(key);
  if (!text) return std::nullopt;
  const auto rule = DayRule::parse(*text);
  if (!rule) {
    cursor.document().add(intake::kBadDayRule, cursor.find(key)->source(),
                          "write it like `08-01`, `easter` or `easter + 1`", *text);
  }
  return rule;
}

std::vector<TermRule> read_terms(FeedCursor& load) {
  std::vector<TermRule> terms;
  const auto* table = load.subtable("terms");
  if (!table) return terms;
  for (const auto& [name, node] : *table) {
    if (!node.is_table()) {
      load.wrong_type(node, name.str(), "a table with `first` and `last`");
      continue;
    }
    FeedCursor term(load.document(), *node.as_table(), "a term");
    const auto first = read_day(term, "first", true);
    const auto last = read_day(term, "last", true);
    term.finish();
    if (first && last) terms.push_back({std::string(name.str()), *first, *last});
  }
  return terms;
}

// `1 year`, `6 months`, `13 weeks`, `90 days`.
std::optional<Period> read_covers(FeedCursor& load) {
  const auto text = load.text("covers");
  if (!text) return std::nullopt;
  for (const auto unit : {Unit::Day, Unit::Week, Unit::Month, Unit::Year}) {
    for (int count = 1; count <= 366; ++count) {
      if (to_text(Period{count, unit}) == *text) return Period{count, unit};
    }
  }
  load.wrong_type(*load.find("covers"), "covers", "a period, like `1 year`");
  return std::nullopt;
}

LoadRule read_load(FeedCursor& root) {
  LoadRule rule;
  const auto* table = root.subtable("load");
  if (!table) return rule;
  FeedCursor load(root.document(), *table, "a load");
  rule.terms = read_terms(load);
  rule.named = load.texts("named");
  rule.reference_date = load.text("reference_date").value_or("");
  rule.covers = read_covers(load);
  rule.reference_date_is = read_day(load, "reference_date_is", false);
  rule.year = load.text("year").value_or("");
  rule.made_on = load.text("made_on").value_or("");
  rule.year_ends = read_day(load, "year_ends", false);
  if (const auto* columns = load.subtable("columns")) {
    FeedCursor inner(load.document(), *columns, "the columns of a load");
    rule.first_column = inner.needed_text("first").value_or("");
    rule.last_column = inner.needed_text("last").value_or("");
    rule.made_on_column = inner.text("made_on").value_or("");
    inner.finish();
  }
  load.finish();
  return rule;
}

void read_code_set(FeedDocument& document, const toml::node& node, CodeList& list) {
  if (!node.is_table()) {
    document.add(intake::kWrongType, node.source(), "", list.name, "one or more tables of codes");
    return;
  }
  FeedCursor cursor(document, *node.as_table(), "a set of codes");
  CodeSet set;
  set.first = cursor.date("from").value_or(kBeginning);
  set.last = cursor.date("to").value_or(kForever);
  for (const auto& [meaning, codes] : *node.as_table()) {
    if (meaning.str() == "from" || meaning.str() == "to") continue;
    for (const auto& code : texts_of(document, codes, meaning.str())) {
      if (set.meanings.emplace(code, meaning.str()).second) continue;
      document.add(intake::kCodeTwice, codes.source(), "", code);
    }
  }
  list.sets.push_back(std::move(set));
}

std::vector<CodeList> read_codes(FeedCursor& root) {
  std::vector<CodeList> lists;
  const auto* codes = root.subtable("codes");
  if (!codes) return lists;
  for (const auto& [name, node] : *codes) {
    CodeList list{std::string(name.str()), {}};
    if (node.is_array_of_tables()) {
      for (const auto& set : *node.as_array()) read_code_set(root.document(), set, list);
    } else {
      read_code_set(root.document(), node, list);
    }
    lists.push_back(std::move(list));
  }
  return lists;
}

FeedForm read_form(FeedDocument& document, const toml::table& table, int first_year, Feed& feed,
                   const Catalogue& catalogue) {
  FeedCursor root(document, table, "a feed");
  FeedForm form;
  form.first_year = first_year;
  for (const auto* key : {"extends", "about"}) root.text(key);
  root.find("versions");
  feed.name = root.needed_text("name").value_or("");
  feed.title = root.needed_text("title").value_or("");
  form.format = read_format(root);
  form.source = root.needed_text("source").value_or("");
  form.delimiter = read_delimiter(root);
  read_layout(root, form);
  form.dates = read_dates(root);
  form.load = read_load(root);
  form.codes = read_codes(root);
  const auto* tables = root.subtable("tables");
  const auto* records = root.subtable("records");
  if (!tables) root.missing("tables");
  if (tables) read_tables(*tables, form, document);
  const bool tells_relations = std::ranges::any_of(
      form.tables, [](const TableRule& rule) { return !rule.relations.empty(); });
  if (!records && !tells_relations) root.missing("records");
  if (tables && records) read_records(*records, catalogue, form, document);
  if (tables) read_optional_columns(*tables, form, document);
  root.finish();
  return form;
}

// The first year of a version, its key, or nullopt and a diagnostic.
std::optional<int> version_year(FeedDocument& document, const toml::key& key,
                                const toml::node& node) {
  const auto year = parse_date(std::string(key.str()) + "-01-01");
  if (!year) {
    document.add(intake::kUnknownWord, key.source(), "", key.str(),
                 "the first year of a version, like `2026`");
  } else if (!node.is_table()) {
    document.add(intake::kWrongType, node.source(), "", key.str(), "a table");
  }
  return year && node.is_table() ? std::optional(year_month_day(*year).year) : std::nullopt;
}

// The base and then each version, which is what stood before it and its differences.
void read_forms(FeedDocument& document, Feed& feed, const Catalogue& catalogue) {
  std::vector<std::string> versions;
  const auto base = document.merged(versions);
  feed.forms.push_back(read_form(document, base, 0, feed, catalogue));
  const auto* all = base.get("versions");
  if (!all) return;
  if (!all->is_table()) {
    document.add(intake::kWrongType, all->source(), "", "versions", "a table of years");
    return;
  }
  for (const auto& [key, node] : *all->as_table()) {  // in order of their keys, the years
    const auto year = version_year(document, key, node);
    if (!year) continue;
    versions.emplace_back(key.str());
    const auto table = document.merged(versions);
    feed.forms.push_back(read_form(document, table, *year, feed, catalogue));
  }
}

Result<Source> read_source(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed("cannot open the feed " + path.string());
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return Source(path.string(), std::move(text));
}

}  // namespace

FeedReading read_feed(Source source, const Catalogue& catalogue,
                      const std::function<Result<Source>(const std::string& name)>& others) {
  auto document = FeedDocument::read(std::move(source), others);
  FeedReading reading;
  Feed feed;
  if (document.parsed()) read_forms(document, feed, catalogue);
  reading.diagnostics = document.take_diagnostics();
  if (!reading.diagnostics.has_errors()) reading.feed = std::move(feed);
  return reading;
}

Result<FeedReading> read_feed_file(const std::filesystem::path& path, const Catalogue& catalogue) {
  auto source = read_source(path);
  if (!source) return std::unexpected(std::move(source.error()));
  return read_feed(std::move(*source), catalogue, [&](const std::string& name) -> Result<Source> {
    if (name.find_first_of("/\\") != std::string::npos) {
      return failed("a feed extends one of its own folder, by name");
    }
    return read_source(path.parent_path() / (name + ".toml"));
  });
}

}  // namespace hearth
