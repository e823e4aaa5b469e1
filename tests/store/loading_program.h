// The program `hearth`, loading into a store while something happens to it.
#pragma once

#include <sys/types.h>

#include "store/store_world.h"

namespace hearth {

// What befalls a process at its n-th call that changes something: see preload/fail_at.cc.
struct Mishap {
  std::string how;  // `kill`, `stop`, `full`; empty: nothing
  long at = 0;
};

class LoadingProgram {
 public:
  // A base with one load, and the file of the next.
  explicit LoadingProgram(StoreWorld& world);

  long calls();               // how many a whole load makes
  void back_to_base();        // the store as it was after its first load
  std::string words() const;  // of the shell, to load the next file

  Ran load(const Mishap& mishap = {});
  pid_t start(const Mishap& mishap);  // and goes on at once

  // What must hold whatever happened: the store is sound, and has all of the second load or none.
  void expect_sound(const std::string& when);
  // After one more, undisturbed: the second load is there, once, and nothing is left over.
  void expect_whole(const std::string& when);
  // A backup, if the casebook lets us in, has all of the second load or none, and is restored.
  bool expect_sound_backup(const std::string& when);

 private:
  std::string environment(const Mishap& mishap) const;

  StoreWorld& world_;
  std::string file_, base_url_;
  std::filesystem::path base_;
};

// The calls to fail at: all of them in a soak (HEARTH_SOAK), a few spread over all otherwise.
std::vector<long> chosen(long calls, int few);
int soak_rounds();  // 0 unless this is a soak

}  // namespace hearth
