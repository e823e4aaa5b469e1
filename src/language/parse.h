// The parts of the parser, each named for what it reads, from the smallest up. Every function reads
// on from where the Reader stands, always returns something, and leaves the reader failed after a
// mistake (see reader.h). parse_document.h is the only entry from outside.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/reader.h"
#include "language/tree.h"

namespace hearth::written {

// ---- parse_value.cc: words and values ---------------------------------------------------------
Word word_of(const Reader& reader, const Token& token);
Word parse_name(Reader& reader, std::string_view what);      // a word
Word parse_new_name(Reader& reader, std::string_view what);  // … that may be given
Word parse_ref(Reader& reader);                              // `2a`, `1.3`
Word parse_string(Reader& reader, std::string_view what);
std::optional<Day> parse_day(Reader& reader, std::string_view what);
// How to write a number that is written in words; empty for any other word.
std::string in_digits(std::string_view word);
std::optional<int> parse_whole(Reader& reader, std::string_view what);
std::optional<Value> parse_number_value(Reader& reader, std::string_view what);
bool at_value(const Reader& reader);
Value parse_value(Reader& reader);
std::vector<Word> parse_name_list(Reader& reader, std::string_view what);
std::vector<Word> parse_flags(Reader& reader);
inline constexpr std::array<std::string_view, 5> kRoleWords{"parent", "child", "adult", "expectant",
                                                            "other"};
std::optional<Role> role_at(const Reader& reader, std::size_t ahead);

// ---- parse_window.cc: lengths of time ---------------------------------------------------------
std::optional<Period> parse_period(Reader& reader);
enum class MayBe { OneDay, EndOfRecords };  // what else than need, start and closure is offered
std::optional<Anchor> parse_anchor(Reader& reader, MayBe may_be = MayBe::OneDay);
bool at_window(const Reader& reader, std::size_t ahead = 0);
// How many tokens the window at `ahead` would take; 0 if there is none.
std::size_t window_length(const Reader& reader, std::size_t ahead);
std::optional<Window> parse_window(Reader& reader);  // absent: none is written
Window parse_change_window(Reader& reader);          // `last 6 months`, without its `in`
std::optional<Sustain> parse_sustain(Reader& reader);

// ---- parse_records.cc -------------------------------------------------------------------------
// Whether a comparison is still to come: it tells `count of a or b < 3` from `had a or b < 3`.
enum class After { Nothing, Comparison };
Records parse_records(Reader& reader, After after);
// How many tokens `or`, `and`, `, or` or `, and` takes here; 0 if it does not stand here.
std::size_t joined_by(const Reader& reader, std::string_view word);

// ---- parse_number.cc --------------------------------------------------------------------------
bool at_number(const Reader& reader, std::size_t ahead = 0);
bool at_comparison(const Reader& reader, std::size_t ahead = 0);
std::optional<Comparison> accept_comparison(Reader& reader);
NumberId parse_number(Reader& reader, After after);

// ---- parse_condition.cc, parse_list.cc, parse_atom.cc -----------------------------------------
inline constexpr int kMostDepth = 200;

// Inside `WHO :` a condition ends before the next WHO or `family :`.
enum class Reach { All, ToNextWho };
ConditionId parse_condition(Reader& reader, Reach reach = Reach::All);
ConditionId parse_atom(Reader& reader);
ConditionId add_condition(Reader& reader, std::size_t first, decltype(Condition::node) node);
bool at_who(const Reader& reader, std::size_t ahead = 0);
bool at_list(const Reader& reader, std::size_t ahead = 0);
bool list_has_who(const Reader& reader, std::size_t ahead);
ConditionId parse_who_condition(Reader& reader);
ConditionId parse_list(Reader& reader);

// ---- parse_kinds.cc ---------------------------------------------------------------------------
std::optional<Kinds> parse_kinds(Reader& reader);  // absent: reported

// ---- parse_item.cc and one file for each family of items --------------------------------------
// A clause of an item: its keyword and what reads the rest.
struct ClauseReader {
  std::string_view keyword;
  bool may_repeat = false;
  std::function<void()> read;
};
// Where each keyword stood first.
struct ClausesSeen {
  struct Place {
    std::string_view keyword;
    Span span;
  };
  std::vector<Place> places;

  bool seen(std::string_view keyword) const;
};
// Reads the rest of the item's own line, which should be nothing, and all its clauses. `item` is
// the item's keyword, for diagnostics.
ClausesSeen parse_clauses(Reader& reader, const ItemLayout& layout, std::string_view item,
                          std::span<const ClauseReader> clauses);
void require_clause(Reader& reader, const ItemLayout& layout, std::string_view item,
                    std::string_view clause, bool is_there);

decltype(Item::node) parse_plan_item(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_criterion(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_define(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_parameter(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_calendar(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_record_item(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_measure(Reader& reader, const ItemLayout& layout);
decltype(Item::node) parse_instrument(Reader& reader, const ItemLayout& layout);
std::optional<TermLine> parse_term_line(Reader& reader);

void parse_item(Reader& reader, const ItemLayout& layout);

// ---- parse_example.cc -------------------------------------------------------------------------
void parse_example(Reader& reader, const ItemLayout& layout);

}  // namespace hearth::written
