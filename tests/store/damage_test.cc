// A store somebody or something spoilt: noticed, named, survived.
#include <fstream>

#include "store/copy_store.h"
#include "store/dump.h"
#include "store/store_world.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAutumn = "2024-09-01..2024-12-31";
constexpr const char* kSpring = "2025-01-01..2025-04-20";

class Damage : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (IsSkipped()) return;
    world.load("Ann,2012-03-01,2024-10-02,3\nBen,,2024-10-09,x\n", kAutumn, "2025-01-10");
    world.load("Ann,,2025-02-02,1\n", kSpring, "2025-05-10");
  }

  void run_sql(const std::string& statement) {
    auto store = Store::open_to_read(world.address);
    ASSERT_TRUE(store.has_value());
    const auto done = store->casebook.session().run(statement);
    ASSERT_TRUE(done.has_value()) << done.error().message;
  }

  std::string dump() {
    std::string text;
    auto store = Store::open_to_read(world.address);
    EXPECT_TRUE(dump_casebook(*store, [&](std::string_view line) {
      text += line;
      return true;
    }));
    return text;
  }
};
INSTANTIATE_TEST_SUITE_P(Either, Damage, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Damage, a_flipped_byte_in_any_segment_is_named_and_never_answered_from) {
  for (const auto& path : world.segments()) {
    const auto sound = text_of(path.string());
    auto spoilt = sound;
    spoilt[spoilt.size() / 2] ^= 0x01;
    std::ofstream(path, std::ios::binary) << spoilt;
    const auto name = path.lexically_relative(world.place / "lake").string();
    const auto faults = world.faults();
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults.front(), "lake/" + name + ": its bytes have changed");
    EXPECT_NE(world.stands().find(name + ": its bytes have changed"), std::string::npos);
    std::ofstream(path, std::ios::binary) << sound;
  }
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Damage, a_deleted_segment_is_named_and_later_loads_go_on) {
  fs::remove(world.segments().front());
  EXPECT_EQ(world.faults().size(), 1u);
  EXPECT_EQ(world.load("Cal,,2025-05-02,1\n", "2025-04-21..2025-07-31", "2025-09-01").loaded, 1);
  EXPECT_EQ(world.faults().size(), 1u);
}

TEST_P(Damage, a_question_about_before_the_damage_is_still_answered) {
  for (const auto& path : world.segments()) {
    if (path.filename().string().starts_with("000002")) fs::remove(path);
  }
  EXPECT_EQ(world.stands("2025-01-31"), "Ann,2024-10-02,3.0\n");
  EXPECT_NE(world.stands().find("it is gone"), std::string::npos);
}

TEST_P(Damage, a_changed_row_of_the_casebook_breaks_the_seal_of_its_load) {
  run_sql("update covered set last_day = '2025-12-31' where load = 2");
  ASSERT_EQ(world.faults().size(), 1u);
  EXPECT_NE(world.faults().front().find("casebook, load 2"), std::string::npos);
}

TEST_P(Damage, a_load_taken_out_of_the_casebook_is_missed) {
  for (const auto* table : {"load_file", "segment", "covered", "outcome", "filled", "load"}) {
    run_sql(std::string("delete from ") + table + " where load = 1");
  }
  const auto faults = world.faults();
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults.front(), "casebook, load 1: it is gone");
}

TEST_P(Damage, leftovers_are_no_fault_and_the_next_load_sweeps_them) {
  const auto left = world.place / "lake/suspension/.000003-001.parquet.99";
  std::ofstream(left) << "half a segment";
  EXPECT_TRUE(world.faults().empty());
  world.load("Cal,,2025-05-02,1\n", "2025-04-21..2025-07-31", "2025-09-01");
  EXPECT_FALSE(fs::exists(left));
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Damage, a_store_of_a_later_format_is_refused) {
  run_sql("update store set format = 3");
  EXPECT_NE(world.stands().find("format 3"), std::string::npos);
}

TEST_P(Damage, a_store_of_an_earlier_format_is_refused) {
  run_sql("update store set format = 1");
  EXPECT_NE(world.stands().find("format 1"), std::string::npos);
}

TEST_P(Damage, a_backup_is_a_store_and_is_restored_into_one_of_the_other_kind) {
  const auto before = dump();
  const auto backup = world.folder.path() / "backup";
  {
    auto store = Store::open_to_read(world.address);
    const auto copied =
        back_up(*store, backup, *parse_date("2025-06-01"), [](std::size_t, std::size_t) {});
    ASSERT_TRUE(copied.has_value()) << copied.error().message;
    EXPECT_EQ(copied->loads, 2);
  }
  StoreWorld other(world.kind == StoreKind::Sqlite ? StoreKind::Postgres : StoreKind::Sqlite);
  if (!other.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here";
  const auto restored =
      restore(backup, other.address, *parse_date("2025-06-02"), [](std::size_t, std::size_t) {});
  ASSERT_TRUE(restored.has_value()) << restored.error().message;
  EXPECT_TRUE(other.faults().empty());
  EXPECT_EQ(other.stands(), world.stands());
  world.address = other.address;
  EXPECT_EQ(dump(), before);
  EXPECT_FALSE(
      restore(backup, other.address, *parse_date("2025-06-02"), [](std::size_t, std::size_t) {})
          .has_value())
      << "into a store with loads";
}

TEST_P(Damage, a_damaged_store_is_not_backed_up_as_if_it_were_sound) {
  std::ofstream(world.segments().front(), std::ios::app) << "x";
  auto store = Store::open_to_read(world.address);
  const auto backup = world.folder.path() / "backup";
  EXPECT_FALSE(back_up(*store, backup, *parse_date("2025-06-01"), [](std::size_t, std::size_t) {}));
  EXPECT_FALSE(fs::exists(backup));
  EXPECT_FALSE(fs::exists(backup.string() + ".unfinished"));
}

TEST(StoreAddress, of_a_url_names_a_folder_too) {
  const auto address =
      StoreAddress::of("postgresql://hearth@db/council?sslmode=require&lake=/srv/council");
  ASSERT_TRUE(address.has_value());
  EXPECT_EQ(address->casebook, "postgresql://hearth@db/council?sslmode=require");
  EXPECT_EQ(address->folder, "/srv/council");
  EXPECT_FALSE(StoreAddress::of("postgresql://hearth@db/council").has_value());
  EXPECT_FALSE(StoreAddress::of("postgresql://hearth@db/council?snowflake=x").has_value());
}

TEST(StoreAddress, of_no_store_is_an_error_that_says_so) {
  const TemporaryFolder folder;
  EXPECT_FALSE(Store::open_to_read((folder.path() / "none").string()).has_value());
  const auto unreachable = Store::open_to_read("postgresql://nobody@/x?host=/nowhere&lake=/tmp");
  ASSERT_FALSE(unreachable.has_value());
  EXPECT_NE(unreachable.error().message.find("PostgreSQL does not answer"), std::string::npos);
}

}  // namespace
}  // namespace hearth
