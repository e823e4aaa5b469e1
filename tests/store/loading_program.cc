#include "store/loading_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSpring = "2025-01-01..2025-04-20";
constexpr const char* kBefore = "Ann,2024-10-02,3.0\nBen,2024-10-09,1.0\n";
constexpr const char* kAfter = "Ann,2024-10-02,3.0\nBen,2024-10-09,1.0\nCal,2025-02-01,1.0\n";

}  // namespace

LoadingProgram::LoadingProgram(StoreWorld& world)
    : world_(world), base_(world.folder.path() / "base") {
  world_.load("Ann,2012-03-01,2024-10-02,3\nBen,,2024-10-09,1\n", "2024-09-01..2024-12-31",
              "2025-01-10");
  file_ = world_.folder.write("next/suspensions.csv",
                              std::string(kHeader) + "Cal,,2025-02-01,1\nDot,,2025-02-31,1\n");
  base_url_ = world_.url;
  fs::copy(world_.place, base_, fs::copy_options::recursive);
}

void LoadingProgram::back_to_base() {
  fs::remove_all(world_.place);
  fs::copy(base_, world_.place, fs::copy_options::recursive);
  if (world_.kind == StoreKind::Sqlite) return;
  world_.url = PostgresServer::get()->new_database(base_url_);
  world_.address = world_.url + "&lake=" + world_.place.string();
}

std::string LoadingProgram::words() const {
  return "\"$HEARTH\" load --store '" + world_.address + "' --feed '" +
         (world_.folder.path() / "suspensions.toml").string() + "' --catalogue '" + root() +
         "/plans/catalogue.md' --started 2024-01-01 --on 2025-05-10 --covers " + kSpring + " '" +
         file_ + "'";
}

std::string LoadingProgram::environment(const Mishap& mishap) const {
  if (mishap.how.empty()) return "";
  return "ASAN_OPTIONS=verify_asan_link_order=0 HEARTH_FAIL_AT=" + std::to_string(mishap.at) +
         " HEARTH_FAIL_HOW=" + mishap.how + " LD_PRELOAD='" HEARTH_FAIL_AT_LIBRARY "' ";
}

long LoadingProgram::calls() {
  back_to_base();
  const auto count = world_.folder.path() / "count";
  run_shell("ASAN_OPTIONS=verify_asan_link_order=0 HEARTH_FAIL_COUNT='" + count.string() +
            "' LD_PRELOAD='" HEARTH_FAIL_AT_LIBRARY "' " + words());
  const auto calls = std::atol(text_of(count.string()).c_str());
  EXPECT_GT(calls, 20) << "the program was not watched";
  return calls;
}

// Bash would say on its own streams that its child was killed: a shell in between hears it.
Ran LoadingProgram::load(const Mishap& mishap) {
  return run_shell("( " + environment(mishap) + words() + " )");
}

pid_t LoadingProgram::start(const Mishap& mishap) {
  const auto line = "export HEARTH='" HEARTH_PROGRAM "'; exec env " + environment(mishap) +
                    words() + " >'" + (world_.folder.path() / "out").string() + "' 2>'" +
                    (world_.folder.path() / "err").string() + "'";
  const pid_t child = fork();
  if (child != 0) return child;
  execl("/bin/bash", "bash", "-c", line.c_str(), nullptr);
  _exit(127);
}

void LoadingProgram::expect_sound(const std::string& when) {
  for (const auto& fault : world_.faults()) ADD_FAILURE() << fault << ", " << when;
  // A load may be committed while we look.
  const auto before = world_.loads().size();
  const auto stands = world_.stands();
  const auto after = world_.loads().size();
  EXPECT_TRUE((before == 1 && stands == kBefore) || (after == 2 && stands == kAfter))
      << when << ": " << before << " loads, then " << after << ",\n"
      << stands;
}

bool LoadingProgram::expect_sound_backup(const std::string& when) {
  const auto backup = (world_.folder.path() / "backup").string();
  const auto restored = (world_.folder.path() / "restored").string();
  const auto copied =
      run_shell("\"$HEARTH\" backup --store '" + world_.address + "' --out '" + backup + "'");
  if (copied.code != 0) {
    EXPECT_NE(copied.err.find("ask again"), std::string::npos) << when << ": " << copied.err;
    EXPECT_FALSE(fs::exists(backup)) << when;
    return false;
  }
  const auto back = run_shell("\"$HEARTH\" restore '" + backup + "' --store '" + restored +
                              "' && " + "\"$HEARTH\" verify --store '" + restored + "' && " +
                              "\"$HEARTH\" dump --store '" + restored + "'");
  EXPECT_EQ(back.code, 0) << when << ": " << back.err;
  const auto loads = back.out.find("\nload 2|") == std::string::npos ? 1 : 2;
  const auto now = static_cast<int>(world_.loads().size());
  EXPECT_EQ(loads, now) << when;
  fs::remove_all(backup);
  fs::remove_all(restored);
  return true;
}

void LoadingProgram::expect_whole(const std::string& when) {
  const auto ran = load();
  EXPECT_TRUE(ran.code == 4 || ran.code == 0) << when << ": " << ran.err;  // 4: a row was set aside
  EXPECT_EQ(world_.loads().size(), 2u) << when;
  EXPECT_EQ(world_.stands(), kAfter) << when;
  for (const auto& fault : world_.faults()) ADD_FAILURE() << fault << ", " << when;
  EXPECT_EQ(world_.segments().size(), 4u) << when;
  EXPECT_TRUE(fs::exists(world_.place / "rejects/000002/suspensions.csv")) << when;
}

std::vector<long> chosen(long calls, int few) {
  std::vector<long> at;
  const long step = soak_rounds() > 0 ? 1 : std::max(1L, calls / few);
  for (long call = 1 + step / 2; call <= calls; call += step) at.push_back(call);
  if (soak_rounds() > 0) std::printf("at each of %zu calls\n", at.size());
  return at;
}

int soak_rounds() {
  const char* rounds = std::getenv("HEARTH_SOAK");
  return rounds == nullptr ? 0 : std::atoi(rounds);
}

}  // namespace hearth
