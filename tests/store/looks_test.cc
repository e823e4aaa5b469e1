// Looks: the trace of who asked of which families, numbered, sealed, kept, and left beside a load.
#include <thread>

#include "casebook/look_book.h"
#include "store/copy_store.h"
#include "store/dump.h"
#include "store/leave_look.h"
#include "store/store_world.h"

namespace hearth {
namespace {

LookEntry look_at(std::vector<std::string> families, const std::string& by = "a.reader") {
  LookEntry look;
  look.day = *parse_date("2025-02-03");
  look.by = by;
  look.what = "evaluate small on 2025-01-31";
  look.families = std::move(families);
  return look;
}

class Looks : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!IsSkipped()) {
      world.load("Ann,2012-03-01,2024-10-02,3\n", "2024-09-01..2024-12-31", "2025-01-20");
    }
  }
  std::string dump(const std::string& address) {
    std::string text;
    auto store = Store::open_to_read(address);
    EXPECT_TRUE(dump_casebook(*store, [&](std::string_view line) {
      text += line;
      return true;
    }));
    return text.substr(std::min(text.find("\nlook "), text.size()));
  }
  std::string dump() { return dump(world.address); }
  void change(const std::string& statement) {
    auto store = Store::open_to_load(world.address, *parse_date("2025-02-05"), [] {});
    ASSERT_TRUE(store->casebook.session().run(statement).has_value()) << statement;
  }
};
INSTANTIATE_TEST_SUITE_P(Either, Looks, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Looks, name_who_asked_what_and_the_families_each_once_or_all) {
  ASSERT_TRUE(leave_look(world.address, look_at({"Cal", "Ann", "Cal"})));
  ASSERT_TRUE(leave_look(world.address, look_at({kAllFamilies}, "somebody else")));
  const auto text = dump();
  EXPECT_NE(text.find("\nlook 1|2025-02-03|a.reader|evaluate small on 2025-01-31|"),
            std::string::npos);
  EXPECT_NE(text.find("\nlook_family 1|Ann\nlook_family 1|Cal\nlook 2|2025-02-03|somebody else|"),
            std::string::npos)
      << text;
  EXPECT_TRUE(text.ends_with("\nlook_family 2|\n")) << text;
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Looks, that_are_changed_or_gone_are_noticed) {
  for (const auto* family : {"Ann", "Ben", "Cal"}) {
    ASSERT_TRUE(leave_look(world.address, look_at({family})));
  }
  change("update look_family set family_id = 'Dan' where look = 2");
  ASSERT_EQ(world.faults().size(), 1u);
  EXPECT_NE(world.faults()[0].find("casebook, look 2:"), std::string::npos);
  change("delete from look_family where look = 1");
  change("delete from look where look = 1");
  const auto faults = world.faults();
  ASSERT_EQ(faults.size(), 2u) << "the one that is gone, and the seal over it";
  EXPECT_NE(faults[0].find("casebook, look 1: it is gone"), std::string::npos) << faults[0];
}

TEST_P(Looks, go_into_a_backup_and_come_back) {
  ASSERT_TRUE(leave_look(world.address, look_at({"Ann", "Ben"})));
  ASSERT_TRUE(leave_look(world.address, look_at({kAllFamilies})));
  const auto backup = world.folder.path() / "backup", restored = world.folder.path() / "restored";
  auto store = Store::open_to_read(world.address);
  const auto on = *parse_date("2025-02-05");
  ASSERT_TRUE(back_up(*store, backup, on, [](auto, auto) {}));
  ASSERT_TRUE(restore(backup, restored.string(), on, [](auto, auto) {}));
  EXPECT_EQ(dump(backup.string()), dump());
  EXPECT_EQ(dump(restored.string()), dump());
  ASSERT_TRUE(leave_look(restored.string(), look_at({"Cal"})));
  EXPECT_NE(dump(restored.string()).find("\nlook 3|"), std::string::npos);
}

TEST_P(Looks, of_many_at_once_follow_one_another) {
  constexpr int kEach = 10, kLookers = 4;
  std::vector<std::thread> lookers;
  std::atomic<int> failures = 0;
  for (int i = 0; i < kLookers; ++i) {
    lookers.emplace_back([&] {
      for (int n = 0; n < kEach; ++n) failures += !leave_look(world.address, look_at({"Ann"}));
    });
  }
  for (auto& looker : lookers) looker.join();
  EXPECT_EQ(failures, 0);
  EXPECT_NE(dump().find("\nlook " + std::to_string(kEach * kLookers) + "|"), std::string::npos);
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Looks, wait_for_no_load) {
  const auto loading = Store::open_to_load(world.address, *parse_date("2025-02-05"), [] {});
  ASSERT_TRUE(loading.has_value());
  EXPECT_TRUE(leave_look(world.address, look_at({"Ann"})));
}

// A store in which pairs were reviewed before questions left a trace.
TEST_P(Looks, follow_those_of_a_store_that_knew_none_of_families) {
  ASSERT_TRUE(leave_look(world.address, look_at({})));
  change("drop table look_family");
  EXPECT_TRUE(world.faults().empty());
  ASSERT_TRUE(leave_look(world.address, look_at({"Ann"})));
  EXPECT_NE(dump().find("\nlook_family 2|Ann\n"), std::string::npos);
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Looks, make_no_store) {
  const auto nowhere = (world.folder.path() / "nowhere").string();
  EXPECT_FALSE(leave_look(nowhere, look_at({"Ann"})));
  EXPECT_FALSE(std::filesystem::exists(nowhere));
}

TEST(LooksInPostgres, are_left_by_who_may_add_rows_and_else_nothing_is_shown) {
  StoreWorld world(StoreKind::Postgres);
  if (!world.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here";
  world.load("Ann,2012-03-01,2024-10-02,3\n", "2024-09-01..2024-12-31", "2025-01-20");
  ASSERT_TRUE(leave_look(world.address, look_at({"Ann"})));
  const auto& server = *PostgresServer::get();
  server.run_sql(world.url, "create role reader login");
  server.run_sql(world.url, "grant select on all tables in schema public to reader");
  const auto as_reader = world.address + "&user=reader";
  const auto refused = leave_look(as_reader, look_at({"Ann"}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(refused.error().message.starts_with("nothing is shown")) << refused.error().message;
  EXPECT_NE(refused.error().message.find("the user may not do this"), std::string::npos);
  server.run_sql(world.url, "grant insert on look, look_person, look_family to reader");
  EXPECT_TRUE(leave_look(as_reader, look_at({"Ann"})));
  EXPECT_TRUE(world.faults().empty());
}

}  // namespace
}  // namespace hearth
