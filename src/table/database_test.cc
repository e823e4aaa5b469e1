#include "table/database.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

Database open_database() { return std::move(Database::open(2).value()); }

TEST(Sql, QuotesNamesAndTexts) {
  EXPECT_EQ(sql("select {} = {}", identifier("a\"b"), literal("it's")).text(),
            "select \"a\"\"b\" = 'it''s'");
}

TEST(Sql, TakesNoEndOfTextFromData) {
  EXPECT_EQ(literal(std::string_view("a\0b", 3)).text(), "'ab'");
}

TEST(Sql, JoinsParts) {
  const Sql parts[] = {identifier("a"), identifier("b")};
  EXPECT_EQ(join(parts, sql(", ")).text(), "\"a\", \"b\"");
}

TEST(Database, AnswersInTypedColumns) {
  auto database = open_database();
  auto rows = database.query(sql("select true, 7::bigint, 2.5::double, date '1970-01-03', 'short', "
                                 "'longer than twelve bytes', null::varchar"),
                             "ask");
  ASSERT_TRUE(rows) << rows.error().message;
  const Chunk* chunk = rows->next().value();
  ASSERT_NE(chunk, nullptr);
  ASSERT_EQ(chunk->size(), 1u);
  EXPECT_TRUE(chunk->booleans(0)[0]);
  EXPECT_EQ(chunk->int64s(1)[0], 7);
  EXPECT_EQ(chunk->doubles(2)[0], 2.5);
  EXPECT_EQ(chunk->dates(3)[0], 2);
  EXPECT_EQ(chunk->text(4, 0), "short");
  EXPECT_EQ(chunk->text(5, 0), "longer than twelve bytes");
  EXPECT_FALSE(chunk->known(6, 0));
  EXPECT_EQ(chunk->text(6, 0), "");
  EXPECT_EQ(rows->next().value(), nullptr);
}

TEST(Database, StreamsManyChunksInOrder) {
  auto database = open_database();
  auto rows = database.query(sql("select range as n from range(100000)"), "count");
  std::int64_t expected = 0;
  while (const Chunk* chunk = rows->next().value()) {
    for (const auto n : chunk->int64s(0)) ASSERT_EQ(n, expected++);
  }
  EXPECT_EQ(expected, 100000);
}

TEST(Database, KeepsTablesBetweenStatements) {
  auto database = open_database();
  ASSERT_TRUE(database.run(sql("create table t as select 41 as n"), "make a table"));
  EXPECT_EQ(database.number(sql("select n::bigint + 1 from t"), "add").value(), 42);
}

TEST(Database, AnswersOutliveTheDatabase) {
  auto rows = open_database().query(sql("select 1::bigint"), "ask");
  EXPECT_EQ(rows->next().value()->int64s(0)[0], 1);
}

TEST(Database, SaysWhichStatementFailed) {
  auto database = open_database();
  const auto result = database.run(sql("selec 1"), "make a table");
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().message.starts_with("cannot make a table: Parser Error"));
}

TEST(Database, NeverRepeatsACellInAnError) {
  auto database = open_database();
  auto rows = database.query(
      sql("select x::bigint from (select 'secret' as x from range(3) where range >= 0)"), "cast");
  const auto message = rows ? rows->next().error().message : rows.error().message;
  EXPECT_TRUE(message.starts_with("cannot cast: ")) << message;
  EXPECT_EQ(message.find("secret"), std::string::npos) << message;
}

}  // namespace
}  // namespace hearth
