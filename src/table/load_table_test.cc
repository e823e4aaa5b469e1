#include "table/load_table.h"

#include <gtest/gtest.h>

#include "table/write_file.h"
#include "temporary_folder.h"

namespace hearth {
namespace {

class LoadTable : public ::testing::Test {
 protected:
  std::int64_t number(const Sql& query) { return database.number(query, "ask").value(); }
  TemporaryFolder folder;
  Database database = std::move(Database::open(2).value());
};

TEST_F(LoadTable, MakesAFileATableWithRowNumbers) {
  const auto path = folder.write("t.csv", "a,b\n1,some text of length\n2,\n\n3,z\n");
  const auto loaded = load_table(database, path, "t").value();
  EXPECT_EQ(loaded.rows, 3);
  EXPECT_EQ(loaded.kept, 3);
  EXPECT_EQ(number(sql("select \"#row\" from t where a = '3'")), 5);
  EXPECT_EQ(number(sql("select count(*) from t where b is null")), 1);
  EXPECT_EQ(number(sql("select length(b) from t where a = '1'")), 19);
}

TEST_F(LoadTable, TellsTwoColumnsOfOneNameApart) {
  const auto path = folder.write("t.csv", "a,A,\n1,2,3\n");
  const auto loaded = load_table(database, path, "t").value();
  EXPECT_EQ(loaded.sql_names, std::vector<std::string>({"a", "A (2)", "column"}));
  EXPECT_EQ(number(sql("select \"A (2)\"::bigint from t")), 2);
}

TEST_F(LoadTable, HoldsEveryRowThatIsNotARejectOfALargeFile) {
  std::string bytes = "n,text\n";
  for (int i = 0; i < 200000; ++i) {
    bytes += std::to_string(i) + (i % 1000 == 7 ? ",\"odd\n" : ",quite an ordinary cell\n");
  }
  const auto loaded = load_table(database, folder.write("t.csv", bytes), "t").value();
  EXPECT_EQ(loaded.rows, 200000);
  EXPECT_EQ(loaded.kept, 199800);
  EXPECT_EQ(loaded.rejects.size(), 200u);
  EXPECT_EQ(number(sql("select count(*) from t where \"#row\" = n::bigint + 2")), 199800);
}

TEST_F(LoadTable, LoadsParquetAlike) {
  const auto path = folder.path() / "t.parquet";
  ASSERT_TRUE(
      write_file(database,
                 sql("select range as n, case when range % 2 = 0 then date '2024-01-01' end "
                     "as d from range(10000)"),
                 path, FileFormat::Parquet));
  EXPECT_EQ(load_table(database, path, "t").value().kept, 10000);
  EXPECT_EQ(number(sql("select count(*) from t where \"#row\" = n + 2")), 10000);
  EXPECT_EQ(number(sql("select count(d) from t")), 5000);
}

TEST_F(LoadTable, MakesAnEmptyTableOfAFileWithAFault) {
  const auto loaded = load_table(database, folder.write("t.csv", ""), "t").value();
  EXPECT_EQ(loaded.fault, FileFault::Empty);
  EXPECT_EQ(number(sql("select count(*) from t")), 0);
}

TEST_F(LoadTable, FailsWhereTheTableIsAlreadyThere) {
  const auto path = folder.write("t.csv", "a\n1\n");
  ASSERT_TRUE(load_table(database, path, "t"));
  EXPECT_FALSE(load_table(database, path, "t"));
}

TEST_F(LoadTable, LeavesNothingBehindWhenAFileCannotBeWritten) {
  EXPECT_FALSE(
      write_file(database, sql("select 1 as n"), folder.path() / "no" / "t.csv", FileFormat::Csv));
  EXPECT_FALSE(
      write_file(database, sql("select error('no')"), folder.path() / "t.csv", FileFormat::Csv));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace hearth
