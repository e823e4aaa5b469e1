// Items and their clauses: what stands where, and what is missing, repeated or misspelt.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Item::node);

struct ItemReader {
  std::string_view keyword;
  Node (*read)(Reader&, const ItemLayout&);
};

Node parse_use(Reader& reader, const ItemLayout&) {
  return Use{parse_string(reader, "the document's name in quotation marks")};
}

Node parse_headline(Reader& reader, const ItemLayout&) {
  Headline headline;
  headline.ref = parse_ref(reader);
  headline.title = parse_string(reader, "a title in quotation marks");
  headline.flags = parse_flags(reader);
  return headline;
}

constexpr std::array<ItemReader, 10> kItems{{
    {"plan", parse_plan_item},
    {"use", parse_use},
    {"headline", parse_headline},
    {"criterion", parse_criterion},
    {"define", parse_define},
    {"parameter", parse_parameter},
    {"calendar", parse_calendar},
    {"record", parse_record_item},
    {"measure", parse_measure},
    {"instrument", parse_instrument},
}};

std::vector<std::string_view> item_keywords() {
  std::vector<std::string_view> words;
  for (const auto& item : kItems) words.push_back(item.keyword);
  return words;
}

// The reader of an item by its keyword, or by the nearest one, so that a misspelt keyword does not
// hide what else is wrong with the item.
const ItemReader* find_item(Reader& reader) {
  const auto* item = std::ranges::find_if(
      kItems, [&](const ItemReader& known) { return reader.at(known.keyword); });
  if (item != kItems.end()) return item;
  const auto words = item_keywords();
  const auto near = nearest_of(reader.text(), words);
  if (reader.at(TokenKind::Word)) {
    const auto hint = near.empty() ? "clauses are indented by two spaces" : suggestion(near, words);
    reader.complain(kUnknownItem, reader.peek().span, hint, reader.text());
  } else {
    reader.expected("an item", suggestion("", words));
  }
  if (near.empty()) return nullptr;
  return std::ranges::find(kItems, near, &ItemReader::keyword);
}

void parse_clause_range(Reader& reader, int column, std::string_view item,
                        std::span<const ClauseReader> clauses, ClausesSeen& seen);

void report_repeated(Reader& reader, std::string_view item, const ClauseReader& clause,
                     ClausesSeen& seen, Span keyword) {
  const auto before = std::ranges::find(seen.places, clause.keyword, &ClausesSeen::Place::keyword);
  if (before == seen.places.end()) {
    seen.places.push_back({clause.keyword, keyword});
    return;
  }
  if (clause.may_repeat) return;
  auto* diagnostic = reader.complain(kRepeatedClause, keyword, "keep one", clause.keyword, item);
  if (!diagnostic) return;
  diagnostic->labels.push_back(
      {short_place_in(*reader.tree().source, before->span), "first written here"});
}

const ClauseReader* find_clause(const Reader& reader, std::span<const ClauseReader> clauses) {
  if (!reader.at(TokenKind::Word)) return nullptr;
  const auto found = std::ranges::find_if(
      clauses, [&](const ClauseReader& clause) { return reader.at(clause.keyword); });
  return found == clauses.end() ? nullptr : &*found;
}

void report_unknown_clause(Reader& reader, std::string_view item,
                           std::span<const ClauseReader> clauses) {
  if (!reader.at(TokenKind::Word)) return reader.expected("a clause");
  std::vector<std::string_view> words;
  for (const auto& clause : clauses) words.push_back(clause.keyword);
  auto hint = suggestion(reader.text(), words);
  if (reader.at("and") || reader.at("or") || reader.at("then") || reader.at("else")) {
    hint = "indent the line further to go on with the clause above";
  }
  reader.fail(kUnknownClause, reader.peek().span, hint, item, reader.text());
}

void report_column(Reader& reader, int column) {
  const auto& token = reader.peek();
  reader.complain(kClauseColumn, token.span, "the clauses of an item start in one column",
                  reader.text(), token.column, column);
}

// A clause, and any that were indented so far that they seemed to go on with it.
void parse_clause_range(Reader& reader, int column, std::string_view item,
                        std::span<const ClauseReader> clauses, ClausesSeen& seen) {
  if (reader.peek().column != column) report_column(reader, column);
  for (;;) {
    const auto* clause = find_clause(reader, clauses);
    if (!clause) return report_unknown_clause(reader, item, clauses);
    report_repeated(reader, item, *clause, seen, reader.take().span);
    clause->read();
    const bool another = reader.peek().first_on_line && find_clause(reader, clauses);
    if (!another) break;
    report_column(reader, column);
  }
  reader.expect_end();
}

}  // namespace

bool ClausesSeen::seen(std::string_view keyword) const {
  return std::ranges::find(places, keyword, &Place::keyword) != places.end();
}

ClausesSeen parse_clauses(Reader& reader, const ItemLayout& layout, std::string_view item,
                          std::span<const ClauseReader> clauses) {
  ClausesSeen seen;
  reader.expect_end();
  for (const auto range : layout.clauses) {
    reader.enter(range);
    parse_clause_range(reader, layout.clause_column, item, clauses, seen);
  }
  return seen;
}

void require_clause(Reader& reader, const ItemLayout& layout, std::string_view item,
                    std::string_view clause, bool is_there) {
  if (is_there) return;
  const auto keyword = reader.token(layout.head.first).span;
  reader.complain(kMissingClause, keyword, "", item, clause);
}

void parse_item(Reader& reader, const ItemLayout& layout) {
  reader.enter(layout.head);
  const auto last = layout.clauses.empty() ? layout.head.last : layout.clauses.back().last;
  const auto span = cover(reader.peek().span, reader.token(last - 1).span);
  const auto* item = find_item(reader);
  if (!item) {
    reader.tree().items.push_back({Invalid{}, span});
    return;
  }
  reader.take();
  auto node = item->read(reader, layout);
  reader.expect_end();
  reader.tree().items.push_back({std::move(node), span});
}

}  // namespace hearth::written
