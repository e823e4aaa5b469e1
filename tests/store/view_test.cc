// The facts that questions over a store read: made once, the same for every reader, and never
// believed where the store or they themselves are not what they were.
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "store/loading_program.h"
#include "store/view.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAutumn = "2024-09-01..2024-12-31";
constexpr const char* kSpring = "2025-01-01..2025-04-20";

class Views : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (IsSkipped()) return;
    world.load("Ann,2012-03-01,2024-10-02,3\n", kAutumn, "2025-01-10");
  }

  Result<View> open(const std::string& known = "") {
    auto store = Store::open_to_read(world.address);
    if (!store) return std::unexpected(store.error());
    return View::open(*store, {.known = parse_date(known)});
  }

  // Where the view lies, once nobody uses it.
  fs::path place(const std::string& known = "") {
    const auto view = open(known);
    EXPECT_TRUE(view.has_value()) << (view ? "" : view.error().message);
    return view ? view->facts().parent_path() : fs::path();
  }

  std::size_t views() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(world.place / "views"), fs::directory_iterator()));
  }

  static void spoil(const fs::path& path) {
    auto bytes = text_of(path.string());
    bytes[bytes.size() / 2] ^= 0x01;
    std::ofstream(path, std::ios::binary) << bytes;
  }

  // The bytes of the suspensions in the view: the same facts make the same.
  std::string suspensions() {
    const auto view = open();
    return view ? text_of((view->facts() / "suspension.parquet").string()) : view.error().message;
  }
};
INSTANTIATE_TEST_SUITE_P(Either, Views, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Views, are_made_once_and_read_by_all) {
  const auto first = open();
  const auto second = open();
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->facts(), second->facts());
  EXPECT_EQ(views(), 1u);
}

TEST_P(Views, are_made_anew_once_there_is_another_load) {
  const auto before = place();
  const auto told = suspensions();
  world.load("Ann,,2025-02-02,1\n", kSpring, "2025-05-10");
  EXPECT_FALSE(fs::exists(before)) << "a load removes what it made stale";
  EXPECT_NE(place(), before);
  EXPECT_NE(suspensions(), told);
  EXPECT_EQ(views(), 1u);
}

TEST_P(Views, stay_where_a_load_changed_nothing) {
  const auto before = place();
  world.load("Ann,2012-03-01,2024-10-02,3\n", kAutumn, "2025-02-10");
  EXPECT_TRUE(fs::exists(before));
}

TEST_P(Views, are_one_for_all_days_on_which_the_same_was_known) {
  world.load("Ann,,2025-02-02,1\n", kSpring, "2025-05-10");
  EXPECT_EQ(place("2025-01-10"), place("2025-05-09"));
  EXPECT_NE(place("2025-01-10"), place("2025-05-10"));
  EXPECT_EQ(place("2025-05-10"), place());
  EXPECT_EQ(views(), 2u);
}

TEST_P(Views, are_few) {
  for (int month = 1; month <= 6; ++month) {
    const auto days = "2025-0" + std::to_string(month);
    world.load("Ann,," + days + "-05,1\n", days + "-01.." + days + "-28", days + "-28");
  }
  for (int month = 1; month <= 6; ++month) place("2025-0" + std::to_string(month) + "-28");
  EXPECT_LE(views(), 5u);
}

TEST_P(Views, in_use_are_left_alone_until_a_later_load) {
  fs::path stale;
  {
    const auto used = open();
    ASSERT_TRUE(used.has_value());
    stale = used->facts().parent_path();
    world.load("Ann,,2025-02-02,1\n", kSpring, "2025-05-10");
    EXPECT_TRUE(fs::exists(used->facts() / "people.parquet"));
  }
  world.load("Ann,,2025-05-02,1\n", "2025-04-21..2025-07-31", "2025-09-10");
  EXPECT_FALSE(fs::exists(stale));
}

TEST_P(Views, are_their_owners_alone) {
  const auto folder = place();
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
}

TEST_P(Views, of_somebody_else_are_not_believed) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can give a file to somebody else";
  const auto folder = place();
  ASSERT_EQ(chown((folder / "lock").c_str(), 65534, 65534), 0);
  const auto ours = open();
  ASSERT_TRUE(ours.has_value());
  EXPECT_NE(ours->facts().parent_path(), folder);
}

TEST_P(Views, do_not_hide_a_segment_that_changed_or_is_gone) {
  place();
  for (const auto& path : world.segments()) {
    const auto name = path.lexically_relative(world.place / "lake").string();
    if (name.starts_with("sightings/")) continue;  // questions read none
    const auto sound = text_of(path.string());
    spoil(path);
    EXPECT_EQ(suspensions().find(name + ": its bytes have changed"), 0u);
    fs::remove(path);
    EXPECT_EQ(suspensions().find(name + ": it is gone"), 0u);
    std::ofstream(path, std::ios::binary) << sound;  // from a backup
    EXPECT_TRUE(open().has_value()) << name;
  }
}

TEST_P(Views, that_are_spoilt_are_made_anew) {
  const auto folder = place();
  const auto told = suspensions();
  const auto damages = std::vector<std::function<void()>>{
      [&] { spoil(folder / "facts/suspension.parquet"); },
      [&] { spoil(folder / "made_of"); },
      [&] { fs::remove(folder / "facts/coverage.parquet"); },
      [&] { std::ofstream(folder / "facts/arrest.parquet") << "PAR1"; },
      [&] { fs::resize_file(folder / "made_of", 0); },
      [&] { fs::remove_all(folder / "facts"); },
      [&] { fs::remove(folder / "lock"); },
  };
  for (std::size_t i = 0; i < damages.size(); ++i) {
    damages[i]();
    EXPECT_EQ(suspensions(), told) << "damage " << i;
    const auto view = open();
    ASSERT_TRUE(view.has_value()) << "damage " << i;
    EXPECT_TRUE(fs::exists(view->facts() / "coverage.parquet")) << "damage " << i;
    EXPECT_FALSE(fs::exists(view->facts() / "arrest.parquet")) << "damage " << i;
  }
}

class AskedStore : public Views {
 protected:
  std::string question() const {
    return "\"$HEARTH\" evaluate --store '" + world.address + "' --plan '" + root() +
           "/plans/national-2022.md' --on 2025-03-31 --all --format csv";
  }
};
INSTANTIATE_TEST_SUITE_P(Either, AskedStore,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(AskedStore, answers_readers_at_once_alike) {
  const auto alone = run_shell(question());
  ASSERT_EQ(alone.code, 0) << alone.err;
  fs::remove_all(world.place / "views");
  fs::create_directory(world.place / "views");
  const auto out = (world.folder.path() / "out").string();
  run_shell("for i in 1 2 3 4 5; do " + question() + " >'" + out + "'$i 2>/dev/null & done; wait");
  for (int i = 1; i <= 5; ++i) EXPECT_TRUE(text_of(out + std::to_string(i)) == alone.out) << i;
  EXPECT_EQ(views(), 1u);
}

TEST_P(AskedStore, is_none_the_worse_for_a_question_that_was_killed) {
  const auto sound = run_shell(question()).out;
  const auto views_only = world.place / "views";
  const auto count = world.folder.path() / "count";
  const auto watched = [&](const std::string& how) {
    fs::remove_all(views_only);
    fs::create_directory(views_only);
    return run_shell("( ASAN_OPTIONS=verify_asan_link_order=0 " + how +
                     " LD_PRELOAD='" HEARTH_FAIL_AT_LIBRARY "' " + question() + " )");
  };
  watched("HEARTH_FAIL_COUNT='" + count.string() + "'");
  const auto calls = std::atol(text_of(count.string()).c_str());
  ASSERT_GT(calls, 5);
  for (const auto at : chosen(calls, 5)) {
    const auto when = "at call " + std::to_string(at);
    watched("HEARTH_FAIL_HOW=kill HEARTH_FAIL_AT=" + std::to_string(at));
    EXPECT_TRUE(run_shell(question()).out == sound) << when;
    EXPECT_EQ(views(), 1u) << when << ": what was left behind is swept";
    EXPECT_TRUE(world.faults().empty()) << when;
  }
}

TEST_P(AskedStore, says_so_where_the_disk_is_full) {
  const auto ran = run_shell("ulimit -f 0; " + question());
  EXPECT_EQ(ran.code, 5) << ran.err;
  EXPECT_TRUE(world.faults().empty());
  EXPECT_EQ(run_shell(question()).code, 0);
}

}  // namespace
}  // namespace hearth
