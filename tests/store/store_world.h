// A store of its own for a test, of either kind, and a feed small enough to write by hand:
// suspensions of pupils, a row each, with the days they lasted.
#pragma once

#include <gtest/gtest.h>

#include "program/run_program.h"
#include "store/load_files.h"
#include "store/postgres_server.h"

namespace hearth {

enum class StoreKind { Sqlite, Postgres };
std::string to_text(StoreKind kind);

class StoreWorld {
 public:
  explicit StoreWorld(StoreKind kind);

  bool possible() const { return !address.empty(); }  // false: there is no PostgreSQL here

  // Loads rows `Ann,2012-03-01,2024-10-02,3` under the header, for the days FROM..TO.
  LoadAnswer load(const std::string& rows, const std::string& covers, const std::string& on,
                  std::int64_t mends = 0);
  LoadAnswer load_file(const std::string& path, const std::string& covers, const std::string& on,
                       std::int64_t mends = 0);

  // `Ann 2024-10-02 3`: the suspensions that stand, a line each.
  std::string stands(const std::string& known = "");
  std::string people(const std::string& known = "");
  std::string file_of_view(const std::string& name, const std::string& known);
  std::vector<std::string> faults();  // as verify finds them
  std::vector<LoadEntry> loads();
  std::vector<std::filesystem::path> segments() const;  // files in the lake

  TemporaryFolder folder;
  StoreKind kind;
  std::string address;          // for --store
  std::string url;              // of PostgreSQL, without the lake
  std::filesystem::path place;  // of the lake's folder
  Catalogue catalogue;
  Feed feed;

 private:
  int files_ = 0;
};

inline constexpr const char* kHeader = "person,born,day,days\n";
inline constexpr const char* kFeedToml = R"(name   = "suspensions"
title  = "Suspensions, a row each"
format = "csv"
source = "schools"
dates  = ["YYYY-MM-DD"]

[tables.rows.person]
id         = "person"
birth_date = "born"
role       = "child"

[records.suspension]
table = "rows"
date  = "day"
fields.days = "days"
)";

// The suite: each test with either kind.
class StoreTest : public testing::TestWithParam<StoreKind> {
 protected:
  StoreTest() : world(GetParam()) {}
  void SetUp() override {
    if (!world.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here; ./dev test installs it";
  }
  StoreWorld world;
};

}  // namespace hearth
