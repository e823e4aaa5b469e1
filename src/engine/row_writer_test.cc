#include "engine/row_writer.h"

#include <gtest/gtest.h>

#include "engine/wrap.h"

namespace hearth {
namespace {

constexpr AnswerColumn kColumns[] = {{"family_id", "family"},
                                     {"plan", "plan"},
                                     {"status", "status"},
                                     {"since", "since", CellKind::Day},
                                     {"provisional", "provisional", CellKind::Flag},
                                     {"settles", "what would settle it", CellKind::Texts}};

using Make = std::unique_ptr<RowWriter> (*)(TextSink);

std::string written(Make make, const std::vector<std::vector<Cell>>& rows) {
  std::string text;
  const auto writer = make([&](std::string_view part) {
    text += part;
    return true;
  });
  for (const auto& row : rows) EXPECT_TRUE(writer->row(row));
  EXPECT_TRUE(writer->finish().has_value());
  return text;
}

std::unique_ptr<RowWriter> csv(TextSink sink) { return csv_writer(kColumns, std::move(sink)); }
std::unique_ptr<RowWriter> json(TextSink sink) { return json_writer(kColumns, std::move(sink)); }
std::unique_ptr<RowWriter> table(TextSink sink) {
  return table_writer(kColumns, Colour::Plain, std::move(sink));
}
std::unique_ptr<RowWriter> coloured(TextSink sink) {
  return table_writer(kColumns, Colour::Terminal, std::move(sink));
}

std::vector<Cell> row(std::string_view family, std::string_view status, Cell since,
                      std::span<const std::string> settles) {
  return {family, std::string_view("p"), status, since, false, settles};
}

const std::vector<std::string> kNothing;
const std::vector<std::string> kTwo = {"a \"quoted\", thing", "b"};

TEST(CsvWriter, quotes_only_where_it_must) {
  EXPECT_EQ(written(csv, {row("F,1", "need", date_of({2024, 2, 29}), kTwo),
                          row("F\n2", "none", std::monostate{}, kNothing)}),
            "family_id,plan,status,since,provisional,settles\n"
            "\"F,1\",p,need,2024-02-29,no,\"a \"\"quoted\"\", thing; b\"\n"
            "\"F\n2\",p,none,,no,\n");
}

TEST(CsvWriter, stops_when_nobody_reads) {
  const auto writer = csv_writer(kColumns, [](std::string_view) { return false; });
  EXPECT_FALSE(writer->row(row("F", "need", std::monostate{}, kNothing)));
}

TEST(JsonWriter, writes_an_array_even_of_nothing) {
  EXPECT_EQ(written(json, {}), "[]\n");
  EXPECT_EQ(written(json, {row("F\xFF", "need", std::monostate{}, kTwo)}),
            "[\n{\"family_id\":\"F\xEF\xBF\xBD\",\"plan\":\"p\",\"status\":\"need\",\"since\":null,"
            "\"provisional\":false,\"settles\":[\"a \\\"quoted\\\", thing\",\"b\"]}\n]\n");
}

TEST(TableWriter, writes_below_the_row_what_stands_below) {
  static constexpr std::array kBelowColumns = {AnswerColumn{"ref", "ref"},
                                               AnswerColumn{"a", "one side", CellKind::Text, true},
                                               AnswerColumn{"b", "other", CellKind::Text, true}};
  std::string text;
  const auto writer = table_writer(kBelowColumns, Colour::Plain, [&](std::string_view part) {
    text += part;
    return true;
  });
  const auto take = [&](std::string_view ref, std::string_view a, std::string_view b) {
    writer->row(std::array<Cell, 3>{ref, a, b});
  };
  take("1", "x", "y");
  take("2", "", "z");
  take("3", "", "");
  EXPECT_TRUE(writer->finish().has_value());
  EXPECT_EQ(text,
            "ref\n1\n        one side: x; other: y\n"
            "2\n        other: z\n3\n");
}

TEST(TableWriter, leaves_out_what_says_nothing) {
  EXPECT_EQ(written(table, {row("F1", "achieved", date_of({2024, 2, 29}), kNothing)}),
            "family  status    since\n"
            "F1      achieved  2024-02-29\n");
}

TEST(TableWriter, puts_long_lists_below_their_row) {
  const std::vector<std::string> many(5, "the police feed for January to March");
  const auto text = written(table, {row("F1", "unknown", std::monostate{}, many)});
  EXPECT_NE(text.find("\n        what would settle it: the police"), std::string::npos) << text;
  EXPECT_NE(text.find("and 2 more"), std::string::npos) << text;
}

TEST(TableWriter, colours_a_status_and_still_says_it) {
  const auto text = written(coloured, {row("F1", "achieved", std::monostate{}, kNothing)});
  EXPECT_NE(text.find("\x1b[32machieved\x1b[0m"), std::string::npos);
}

TEST(Wrap, breaks_at_spaces_and_inside_what_is_too_long) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("", 5), Lines{""});
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
  EXPECT_EQ(wrap("£££ ££", 3), (Lines{"£££", "££"}));
}

}  // namespace
}  // namespace hearth
