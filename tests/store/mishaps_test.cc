// A load that is killed, runs out of disk, loses its server or meets another: all of it is there or
// nothing, and nothing that was there before is lost.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <random>
#include <thread>

#include "store/loading_program.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class Mishaps : public StoreTest {
 protected:
  // What a reader is told who is not let in.
  std::string refusal() const {
    auto store = Store::open_to_read(world.address);
    if (!store) return store.error().message;
    const auto loads = store->casebook.loads();
    return loads ? "" : loads.error().message;
  }
};
INSTANTIATE_TEST_SUITE_P(Either, Mishaps, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Mishaps, killed_before_any_call_a_load_is_whole_or_not_there) {
  LoadingProgram program(world);
  for (const auto at : chosen(program.calls(), 6)) {
    const auto when = "killed at call " + std::to_string(at);
    program.back_to_base();
    EXPECT_EQ(program.load({"kill", at}).code, 137) << when;
    program.expect_sound(when);
    program.expect_whole(when);
  }
}

TEST_P(Mishaps, a_full_disk_is_said_and_nothing_of_the_load_is_there) {
  LoadingProgram program(world);
  for (const auto at : chosen(program.calls(), 6)) {
    const auto when = "disk full at call " + std::to_string(at);
    program.back_to_base();
    const auto ran = program.load({"full", at});
    EXPECT_TRUE(ran.code == 5 || ran.code == 4) << when << ": " << ran.code << ran.err;
    EXPECT_TRUE(ran.code == 4 || ran.err.find("hearth: ") != std::string::npos) << when;
    EXPECT_EQ(ran.err.find("Cal"), std::string::npos) << when;
    program.expect_sound(when);
    program.expect_whole(when);
  }
}

TEST_P(Mishaps, a_file_that_may_not_grow_is_said) {
  LoadingProgram program(world);
  const auto ran = run_shell("ulimit -f 0; " + program.words());
  EXPECT_EQ(ran.code, 5) << ran.err;
  program.expect_sound("no file may grow");
  program.expect_whole("no file may grow");
}

TEST_P(Mishaps, two_loads_at_once_are_loaded_one_after_the_other) {
  LoadingProgram program(world);
  const auto other =
      world.folder.write("other/suspensions.csv", std::string(kHeader) + "Eve,,2025-06-01,1\n");
  auto words = program.words();
  const auto covers = words.find("2025-01-01..");
  auto others = words;
  others.replace(covers, 22, "2025-05-01..2025-07-31");
  others = others.substr(0, others.rfind(" '")) + " '" + other + "'";
  run_shell(words + " & " + others + " & " + words + " & wait");
  EXPECT_EQ(world.loads().size(), 3u) << "the base, the one given twice, the other";
  EXPECT_TRUE(world.faults().empty());
  EXPECT_NE(world.stands().find("Eve"), std::string::npos);
  EXPECT_NE(world.stands().find("Cal"), std::string::npos);
}

TEST_P(Mishaps, readers_see_all_of_a_load_or_nothing_of_it) {
  LoadingProgram program(world);
  for (const auto at : chosen(program.calls(), 4)) {
    program.back_to_base();
    const auto child = program.start({"stop", at});
    int status = 0;
    waitpid(child, &status, WUNTRACED);
    // A load that stands still just where it makes SQLite's shared index lets nobody in, and a
    // reader is told so; that is no half answer.
    const bool let_in = refusal().find("ask again") == std::string::npos;
    if (let_in) program.expect_sound("while a load stands at call " + std::to_string(at));
    if (WIFSTOPPED(status)) {
      kill(child, SIGCONT);
      waitpid(child, &status, 0);
    }
    program.expect_whole("after a reader came by at call " + std::to_string(at));
  }
}

TEST_P(Mishaps, a_backup_taken_while_a_load_stands_still_is_whole_and_the_load_goes_on) {
  LoadingProgram program(world);
  int taken = 0;
  for (const auto at : chosen(program.calls(), 4)) {
    const auto when = "while a load stands at call " + std::to_string(at);
    program.back_to_base();
    const auto child = program.start({"stop", at});
    int status = 0;
    waitpid(child, &status, WUNTRACED);
    taken += program.expect_sound_backup(when);
    if (WIFSTOPPED(status)) {
      kill(child, SIGCONT);
      waitpid(child, &status, 0);
    }
    EXPECT_EQ(world.loads().size(), 2u) << "the load was not kept from its end, " << when;
    program.expect_whole("after a backup at call " + std::to_string(at));
  }
  EXPECT_GT(taken, 2) << "a load that stands still keeps backups out";
}

// The longest wait follows the load's own length, so that most kills meet it alive.
TEST_P(Mishaps, killed_at_random_moments_with_readers_running) {
  if (soak_rounds() == 0) GTEST_SKIP() << "./dev soak does this, some hundred times";
  LoadingProgram program(world);
  std::mt19937 random(20250510);
  useconds_t most = 200'000;
  int met = 0;
  for (int round = 0; round < soak_rounds(); ++round) {
    const auto when = "round " + std::to_string(round);
    program.back_to_base();
    const auto child = program.start({});
    std::jthread reader([&](std::stop_token enough) {
      while (!enough.stop_requested()) program.expect_sound(when + ", while it loads");
    });
    usleep(std::uniform_int_distribution<useconds_t>(0, most)(random));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    met += WIFSIGNALED(status);
    most = WIFSIGNALED(status) ? most + most / 16 : most - most / 16;
    reader.request_stop();
    reader.join();
    program.expect_sound(when);
    program.expect_whole(when);
  }
  RecordProperty("kills_that_met_a_load", met);
  std::printf("%d of %d kills met a load that was not done\n", met, soak_rounds());
  EXPECT_GT(met, soak_rounds() / 4);
}

TEST(Mishap, a_server_that_restarts_in_the_middle_costs_the_load_and_nothing_else) {
  StoreWorld world(StoreKind::Postgres);
  if (!world.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here; ./dev test installs it";
  LoadingProgram program(world);
  for (const auto at : chosen(program.calls(), 3)) {
    const auto when = "restarted at call " + std::to_string(at);
    program.back_to_base();
    const auto child = program.start({"stop", at});
    int status = 0;
    waitpid(child, &status, WUNTRACED);
    if (WIFSTOPPED(status)) {
      PostgresServer::get()->restart();
      kill(child, SIGCONT);
      waitpid(child, &status, 0);
    }
    ASSERT_TRUE(WIFEXITED(status)) << when;
    const auto said = text_of((world.folder.path() / "err").string());
    EXPECT_TRUE(WEXITSTATUS(status) == 5 || WEXITSTATUS(status) == 4) << when << said;
    EXPECT_TRUE(WEXITSTATUS(status) == 4 || said.find("casebook") != std::string::npos) << said;
    program.expect_sound(when);
    program.expect_whole(when);
  }
}

TEST(Mishap, a_folder_that_is_read_only_answers_and_takes_nothing) {
  StoreWorld world(StoreKind::Sqlite);
  LoadingProgram program(world);
  const auto place = world.folder.path().string();
  run_shell("chmod -R a=rX '" + place + "'");
  const std::string nobody =
      geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
  if (run_shell(nobody + "\"$HEARTH\" --version").code != 0) {
    GTEST_SKIP() << "nobody else can run the program where it was built";
  }
  const auto verified = run_shell(nobody + "\"$HEARTH\" verify --store '" + place + "/store'");
  EXPECT_EQ(verified.code, 0) << verified.err << verified.out;
  const auto status = run_shell(nobody + "\"$HEARTH\" status --store '" + place + "/store'");
  EXPECT_NE(status.out.find("suspensions: 1 loads"), std::string::npos) << status.err;
  const auto asked = run_shell(nobody + "\"$HEARTH\" families --store '" + place + "/store'");
  EXPECT_EQ(asked.code, 5) << asked.err;
  EXPECT_TRUE(asked.out.empty()) << "who looks leaves a trace, or sees nothing";
  EXPECT_NE(asked.err.find("nothing is shown"), std::string::npos) << asked.err;
  const auto ran = run_shell(nobody + program.words());
  EXPECT_EQ(ran.code, 5) << ran.err;
  EXPECT_NE(ran.err.find("cannot write"), std::string::npos) << ran.err;
  run_shell("chmod -R u+w '" + place + "'");
  program.expect_sound("read-only");
}

}  // namespace
}  // namespace hearth
