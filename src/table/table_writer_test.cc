#include "table/table_writer.h"

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class IntoFile : public ::testing::Test {
 protected:
  static std::vector<TableColumn> columns() {
    return {{"n", ColumnType::Int64},
            {"word"},
            {"day", ColumnType::Date},
            {"share", ColumnType::Double}};
  }

  // Row i says i in words, on day i, and every third one knows nothing of it.
  static void write(TableWriter& writer, std::int64_t rows) {
    for (std::int64_t i = 0; i < rows; ++i) {
      writer.int64(i);
      i % 3 == 0 ? writer.unknown() : writer.text(std::string(i % 40, 'x') + std::to_string(i));
      writer.date(static_cast<std::int32_t>(i));
      i % 3 == 0 ? writer.unknown() : writer.real(static_cast<double>(i) / 2);
      ASSERT_TRUE(writer.end_row());
    }
  }

  TemporaryFolder folder;
  fs::path path = folder.path() / "t.parquet";
  Database database = std::move(Database::open(1).value());
};

TEST_F(IntoFile, EveryRowArrivesInItsPlace) {
  for (const std::int64_t rows : {0, 1, 2048, 2049, 150'000}) {
    auto writer = TableWriter::into_file(database, path, columns());
    write(writer, rows);
    ASSERT_TRUE(writer.finish());
    auto file = TableFile::open(database, path).value();
    std::int64_t i = 0;
    while (const Chunk* chunk = file.next().value()) {
      for (std::size_t row = 0; row < chunk->size(); ++row, ++i) {
        ASSERT_EQ(chunk->int64s(0)[row], i);
        ASSERT_EQ(chunk->text(1, row),
                  i % 3 == 0 ? "" : std::string(i % 40, 'x') + std::to_string(i));
        ASSERT_EQ(chunk->known(1, row), i % 3 != 0);
        ASSERT_EQ(chunk->dates(2)[row], i);
        ASSERT_EQ(chunk->known(3, row), i % 3 != 0);
      }
    }
    EXPECT_EQ(i, rows);
  }
}

// More words than a byte can number are written as any other texts.
TEST_F(IntoFile, WordsThatAreKnownAheadAreReadAsTexts) {
  for (const std::int64_t different : {1, 7, 255, 256, 5'000}) {
    std::vector<std::string> words;
    for (std::int64_t i = 0; i < different; ++i) {
      words.push_back(std::string(i % 30, 'x') + std::to_string(i));
    }
    auto writer = TableWriter::into_file(
        database, path, std::vector<TableColumn>{{"n", ColumnType::Int64}, {"word"}},
        {{"word", words}, {"no such column", {"a"}}});
    const auto word_of = [&](std::int64_t i) { return words[i / 2 % words.size()]; };
    for (std::int64_t i = 0; i < 30'000; ++i) {
      writer.int64(i);
      i % 5 == 0 ? writer.unknown() : writer.text(word_of(i));
      ASSERT_TRUE(writer.end_row());
    }
    ASSERT_TRUE(writer.finish());
    auto file = TableFile::open(database, path).value();
    EXPECT_EQ(file.columns()[1].type, ColumnType::Text);
    std::int64_t i = 0;
    while (const Chunk* chunk = file.next().value()) {
      for (std::size_t row = 0; row < chunk->size(); ++row, ++i) {
        ASSERT_EQ(chunk->known(1, row), i % 5 != 0);
        ASSERT_EQ(chunk->text(1, row), i % 5 == 0 ? "" : word_of(i)) << different << " words";
      }
    }
    EXPECT_EQ(i, 30'000);
  }
}

TEST_F(IntoFile, SeveralAtOnce) {
  std::vector<TableWriter> writers;
  for (int i = 0; i < 4; ++i) {
    writers.push_back(TableWriter::into_file(
        database, folder.path() / (std::to_string(i) + ".parquet"), columns()));
  }
  for (auto& writer : writers) write(writer, 5'000);
  for (auto& writer : writers) EXPECT_TRUE(writer.finish());
  EXPECT_EQ(
      database.number(
          sql("select count(*) from {}", literal((folder.path() / "*.parquet").string())), "count"),
      20'000);
}

TEST_F(IntoFile, WithoutAnEndThereIsNoFile) {
  {
    auto writer = TableWriter::into_file(database, path, columns());
    write(writer, 5'000);
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(IntoFile, WhatCannotBeWrittenIsSaidAndTheRestIsRefused) {
  auto writer = TableWriter::into_file(database, folder.path() / "none/t.parquet", columns());
  Result<void> done;
  for (std::int64_t i = 0; done && i < 100'000; ++i) {
    writer.int64(i);
    writer.text("Ann Other, of nowhere");
    writer.date(0);
    writer.real(0);
    done = writer.end_row();
  }
  if (done) done = writer.finish();
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().message.find("cannot write t.parquet"), std::string::npos)
      << done.error().message;
  EXPECT_EQ(done.error().message.find("Ann"), std::string::npos);
}

}  // namespace
}  // namespace hearth
