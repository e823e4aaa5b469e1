// Disks as they are: one that has no room left, one that can only be read. Both are mounted for the
// program alone, in a view of the file system of its own.
#include <unistd.h>

#include "store/loading_program.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

bool may_mount() {
  return geteuid() == 0 && run_shell("unshare -m mount -t tmpfs tmpfs /mnt").code == 0;
}

class Disks : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    if (!IsSkipped() && !may_mount()) GTEST_SKIP() << "nobody but root may mount a disk";
  }

  // Runs lines of the shell where the store lies on another disk; the exit code is the last one's.
  Ran on_disk(const std::string& mounting, const std::string& lines) const {
    const auto script = world.folder.write(
        "on_disk.sh", "STORE='" + world.place.string() + "'\n" + mounting + "\n" + lines + "\n");
    return run_shell("export HEARTH; unshare -m bash -e '" + script + "'");
  }
};
INSTANTIATE_TEST_SUITE_P(Either, Disks, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

// Room for more and more of the load, until it fits.
TEST_P(Disks, without_room_take_nothing_of_a_load_and_lose_nothing) {
  LoadingProgram program(world);
  const auto after = (world.folder.path() / "after").string();
  int refused = 0;
  for (int spare = 0; spare <= 512; spare = spare == 0 ? 4 : spare * 2) {
    const auto when = std::to_string(spare) + " KiB to spare";
    program.back_to_base();
    fs::remove_all(after);
    const auto ran =
        on_disk("cp -a $STORE/. '" + after + "'\nmount -t tmpfs tmpfs $STORE\ncp -a '" + after +
                    "'/. $STORE\nused=$(df -k --output=used $STORE | tail -n 1)\n" +
                    "mount -o remount,size=$((used + " + std::to_string(spare) + "))k $STORE",
                program.words() + " && code=0 || code=$?\n" + "rm -r '" + after +
                    "'\ncp -a $STORE/. '" + after + "'\nexit $code");
    ASSERT_TRUE(ran.code == 5 || ran.code == 4) << when << ": " << ran.code << ran.err;
    refused += ran.code == 5;
    EXPECT_EQ(ran.err.find("Cal"), std::string::npos) << when;
    fs::remove_all(world.place);
    fs::rename(after, world.place);
    program.expect_sound(when);
    program.expect_whole(when);
  }
  EXPECT_GT(refused, 0) << "no disk was too small";
}

// PostgreSQL lies elsewhere: a question's trace can be left, and so it is answered.
TEST_P(Disks, that_can_only_be_read_answer_what_leaves_its_trace_and_take_nothing) {
  LoadingProgram program(world);
  program.back_to_base();
  const std::string read_only = "mount --bind $STORE $STORE\nmount -o remount,bind,ro $STORE";
  const auto store = " --store '" + world.address + "' ";
  const auto asked =
      on_disk(read_only, "\"$HEARTH\" verify" + store + "\n\"$HEARTH\" status" + store);
  EXPECT_EQ(asked.code, 0) << asked.err;
  EXPECT_NE(asked.out.find("suspensions: 1 loads"), std::string::npos) << asked.out;
  const auto evaluated =
      on_disk(read_only, "\"$HEARTH\" evaluate" + store + "--plan '" + root() +
                             "/plans/national-2022.md' --on 2025-03-31 --format csv --all");
  const bool told = evaluated.out.find("Ann,national-2022,1.2") != std::string::npos;
  EXPECT_EQ(told, GetParam() == StoreKind::Postgres) << evaluated.out;
  EXPECT_EQ(evaluated.code, told ? 0 : 5) << evaluated.err;
  EXPECT_EQ(evaluated.err.find("nothing is shown") == std::string::npos, told) << evaluated.err;
  const auto ran = on_disk(read_only, program.words());
  EXPECT_EQ(ran.code, 5) << ran.err;
  EXPECT_NE(ran.err.find("hearth: "), std::string::npos);
  program.expect_sound("read-only");
  program.expect_whole("read-only no more");
}

}  // namespace
}  // namespace hearth
