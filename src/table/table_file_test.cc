#include "table/table_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "table/write_file.h"
#include "temporary_folder.h"

namespace hearth {
namespace {

using Row = std::vector<std::string>;

struct Read {
  std::vector<std::string> columns;
  std::vector<Row> cells;
  std::vector<std::int64_t> row_numbers;
  std::vector<std::pair<std::int64_t, RejectReason>> rejects;
  std::optional<FileFault> fault;
  std::int64_t rows = 0;
};

Read read_all(const std::filesystem::path& path, CsvForm form = {}) {
  // Never closed: DuckDB keeps something of it in each thread, and the main thread's is gone by the
  // time statics are destroyed.
  static auto* const kDatabase = new Database(std::move(Database::open(1).value()));
  auto file = TableFile::open(*kDatabase, path, form).value();
  Read read;
  for (const auto& column : file.columns()) read.columns.push_back(column.name);
  while (const Chunk* chunk = file.next().value()) {
    for (std::size_t row = 0; row < chunk->size(); ++row) {
      Row cells;
      for (std::size_t column = 0; column < chunk->column_count(); ++column) {
        const bool is_text = chunk->type(column) == ColumnType::Text;
        cells.emplace_back(is_text ? chunk->text(column, row) : "?");
      }
      read.cells.push_back(cells);
      read.row_numbers.push_back(file.row_numbers()[row]);
    }
  }
  for (const auto& reject : file.rejects()) read.rejects.emplace_back(reject.row, reject.reason);
  read.fault = file.fault();
  read.rows = file.rows();
  const auto damaged = read.fault == FileFault::Damaged ? read.rows - file.delivered() : 0;
  EXPECT_EQ(read.rows, file.delivered() + std::ssize(read.rejects) + damaged);
  EXPECT_EQ(file.delivered(), std::ssize(read.cells));
  return read;
}

Read read_csv(std::string_view bytes, CsvForm form = {}) {
  const TemporaryFolder folder;
  return read_all(folder.write("t.csv", bytes), form);
}

using Rejects = std::vector<std::pair<std::int64_t, RejectReason>>;

TEST(TableFile, NumbersRowsAsASpreadsheetDoes) {
  const auto read = read_csv("a,b\n1,x\n2,y\n");
  EXPECT_EQ(read.columns, Row({"a", "b"}));
  EXPECT_EQ(read.cells, std::vector<Row>({{"1", "x"}, {"2", "y"}}));
  EXPECT_EQ(read.row_numbers, std::vector<std::int64_t>({2, 3}));
}

TEST(TableFile, ReadsWhatSpreadsheetsWrite) {
  const auto read = read_csv("\xEF\xBB\xBF\"a\nb\",c\r\n1,\"he said \"\"no\"\"\"\r\n\"\",\r\n,2");
  EXPECT_EQ(read.columns, Row({"a\nb", "c"}));
  EXPECT_EQ(read.cells, std::vector<Row>({{"1", "he said \"no\""}, {"", ""}, {"", "2"}}));
  EXPECT_TRUE(read.rejects.empty());
}

TEST(TableFile, CountsARecordOfSeveralLinesAsOneRow) {
  const auto read = read_csv("a,b\n\"x\ny\nz\",1\nw,2\n");
  EXPECT_EQ(read.cells, std::vector<Row>({{"x\ny\nz", "1"}, {"w", "2"}}));
  EXPECT_EQ(read.row_numbers, std::vector<std::int64_t>({2, 3}));
}

TEST(TableFile, PassesOverBlankRowsButCountsThemInTheNumbering) {
  const auto read = read_csv("a,b\n\n1,x\n,,\n\r\n2,y\n\n\n");
  EXPECT_EQ(read.row_numbers, std::vector<std::int64_t>({3, 6}));
  EXPECT_EQ(read.rows, 2);
}

TEST(TableFile, TakesAQuoteInsideACellAsItIs) {
  EXPECT_EQ(read_csv("a,b\n5\" pipe,O\"B\n").cells, std::vector<Row>({{"5\" pipe", "O\"B"}}));
}

TEST(TableFile, SplitsAtTheDelimiterAskedFor) {
  EXPECT_EQ(read_csv("a;b\n1,5;2\n", {.delimiter = ';'}).cells, std::vector<Row>({{"1,5", "2"}}));
}

TEST(TableFile, SetsAsideRowsWithTheWrongNumberOfCells) {
  const auto read = read_csv("a,b\n1\n2,x\n3,y,z\n4,\"q\",\"r\"\n5,v\n");
  EXPECT_EQ(read.cells, std::vector<Row>({{"2", "x"}, {"5", "v"}}));
  EXPECT_EQ(read.rejects, Rejects({{2, RejectReason::WrongColumnCount},
                                   {4, RejectReason::WrongColumnCount},
                                   {5, RejectReason::WrongColumnCount}}));
}

TEST(TableFile, LosesOneLineToAnUnterminatedQuote) {
  const auto read = read_csv("a,b\n1,x\n2,\"y\n3,z\n4,w\n");
  EXPECT_EQ(read.cells, std::vector<Row>({{"1", "x"}, {"3", "z"}, {"4", "w"}}));
  EXPECT_EQ(read.rejects, Rejects({{3, RejectReason::UnterminatedQuote}}));
}

TEST(TableFile, LosesOneLineWhereAStrayQuoteMeetsAnother) {
  const auto read = read_csv("a,b\n1,\"x\n2,y\n3,\"z\"\n");
  EXPECT_EQ(read.cells, std::vector<Row>({{"2", "y"}, {"3", "z"}}));
  EXPECT_EQ(read.rejects, Rejects({{2, RejectReason::TextAfterQuote}}));
}

TEST(TableFile, SetsAsideRowsThatAreNotText) {
  const auto read =
      read_csv(std::string_view("a\nx\n\xFFy\nz\0\nw\rv\n\xC3\xA9\n\xED\xA0\x80\n", 21));
  EXPECT_EQ(read.cells, std::vector<Row>({{"x"}, {"\xC3\xA9"}}));
  EXPECT_EQ(read.rejects, Rejects({{3, RejectReason::NotUtf8},
                                   {4, RejectReason::ControlCharacter},
                                   {5, RejectReason::ControlCharacter},
                                   {7, RejectReason::NotUtf8}}));
}

TEST(TableFile, SetsAsideALineOverTheLimitWhereverItStands) {
  const std::string lengthy(5'000'000, 'x');
  const auto read = read_csv("a,b\n1,x\n" + lengthy + "\n2,y\n" + lengthy, {.longest_line = 1000});
  EXPECT_EQ(read.cells, std::vector<Row>({{"1", "x"}, {"2", "y"}}));
  EXPECT_EQ(read.rejects,
            Rejects({{3, RejectReason::LineTooLong}, {5, RejectReason::LineTooLong}}));
}

TEST(TableFile, SaysWhatIsWrongWithAFileThatIsNone) {
  EXPECT_EQ(read_csv("").fault, FileFault::Empty);
  EXPECT_EQ(read_csv("\n1,2\n").fault, FileFault::NoHeader);
  EXPECT_EQ(read_csv("\"a,b\n1,2\n").fault, FileFault::NoHeader);
  EXPECT_EQ(read_csv(std::string_view("\xFF\xFE"
                                      "a\0",
                                      4))
                .fault,
            FileFault::NotUtf8);
  EXPECT_EQ(read_csv("a,b").fault, std::nullopt);
}

TEST(TableFile, CannotOpenWhatIsNotThere) {
  auto database = std::move(Database::open(1).value());
  const TemporaryFolder folder;
  EXPECT_FALSE(TableFile::open(database, folder.path() / "none.csv"));
  EXPECT_FALSE(TableFile::open(database, folder.path()));
}

// The rows a writer of CSV would make of any cells come back, whatever is in them.
RC_GTEST_PROP(TableFile, ReadsBackAnyCells,
              (std::vector<std::pair<std::string, std::string>> cells)) {
  std::string bytes = "a,b\n";
  std::vector<Row> expected;
  const auto quoted = [](std::string text) {
    std::erase_if(text, [](char c) { return c == '\0' || c == '\r' || c < 0; });
    std::string all = "\"";
    for (const char c : text) all += c == '"' ? "\"\"" : std::string(1, c);
    return std::pair(all + "\"", text);
  };
  for (const auto& [a, b] : cells) {
    bytes += quoted(a).first + "," + quoted(b).first + "\n";
    expected.push_back({quoted(a).second, quoted(b).second});
  }
  RC_ASSERT(read_csv(bytes).cells == expected);
}

// Whatever the bytes, every row is delivered or set aside (read_all checks the sum).
RC_GTEST_PROP(TableFile, AccountsForAnyBytes, ()) {
  const auto bytes =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,,\"\"\"\n\n\r\xC3\xA9")));
  read_csv("a,b\n" + bytes, {.longest_line = 20});
}

class ParquetFile : public ::testing::Test {
 protected:
  std::filesystem::path write(const Sql& query) {
    auto database = std::move(Database::open(2).value());
    const auto path = folder.path() / "t [1].parquet";
    const auto written = write_file(database, query, path, FileFormat::Parquet);
    EXPECT_TRUE(written) << written.error().message;
    return path;
  }
  TemporaryFolder folder;
};

TEST_F(ParquetFile, ComesInOurTypes) {
  const auto path = write(sql(
      "select 1::smallint as a, 2.5::decimal(4,1) as b, date '2024-01-02' as c, 'x' as d, true as "
      "e, timestamp '2024-01-02 00:00:00' as f, timestamp '2024-01-02 10:00:00' as g"));
  auto database = std::move(Database::open(1).value());
  auto file = TableFile::open(database, path).value();
  std::vector<ColumnType> types;
  for (const auto& column : file.columns()) types.push_back(column.type);
  EXPECT_EQ(types, std::vector<ColumnType>({ColumnType::Int64, ColumnType::Double, ColumnType::Date,
                                            ColumnType::Text, ColumnType::Boolean, ColumnType::Text,
                                            ColumnType::Text}));
  const Chunk* chunk = file.next().value();
  EXPECT_EQ(chunk->int64s(0)[0], 1);
  EXPECT_EQ(chunk->text(5, 0), "2024-01-02");
  EXPECT_EQ(chunk->text(6, 0), "2024-01-02 10:00:00");
}

TEST_F(ParquetFile, NumbersItsRowsInOrder) {
  const auto read = read_all(write(sql("select range::varchar as n from range(300000)")));
  ASSERT_EQ(read.cells.size(), 300000u);
  for (std::size_t i = 0; i < read.cells.size(); ++i) {
    ASSERT_EQ(read.cells[i][0], std::to_string(i));
    ASSERT_EQ(read.row_numbers[i], static_cast<std::int64_t>(i + 2));
  }
}

TEST_F(ParquetFile, IsDamagedWhenCutShort) {
  const auto path = write(sql("select range as n from range(1000)"));
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  const auto read = read_all(path);
  EXPECT_EQ(read.fault, FileFault::Damaged);
  EXPECT_TRUE(read.cells.empty());
}

TEST_F(ParquetFile, AccountsForTheRowsAfterADamagedPage) {
  const auto path = write(sql("select hash(range)::varchar as n from range(300000)"));
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) / 2));
  file << std::string(5000, '\xEE');
  file.close();
  const auto read = read_all(path);
  EXPECT_EQ(read.fault, FileFault::Damaged);
  EXPECT_EQ(read.rows, 300000);
}

TEST_F(ParquetFile, MayBeEmptyButNotWithoutAByte) {
  EXPECT_EQ(read_all(write(sql("select 1 as n where false"))).fault, std::nullopt);
  EXPECT_EQ(read_all(folder.write("e.parquet", "")).fault, FileFault::Empty);
  EXPECT_EQ(read_all(folder.write("e.parquet", "PAR1PAR1PAR1")).fault, FileFault::Damaged);
}

}  // namespace
}  // namespace hearth
