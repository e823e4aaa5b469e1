// A real PostgreSQL for the tests: made in a temporary folder, run by nobody in particular, reached
// by a socket in that folder alone, gone with the test program, even if that is killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace hearth {

class PostgresServer {
 public:
  // The one of this program, started when first asked for; null where PostgreSQL is not installed.
  static PostgresServer* get();
  ~PostgresServer();

  // Its URL, without a lake; a copy of another one's, which nobody may be using.
  std::string new_database(const std::string& like = "");
  void restart();  // at once, as after a power cut; whoever was connected is not
  void run_sql(const std::string& url, const std::string& statement) const;

 private:
  PostgresServer();
  bool run(const std::string& words) const;
  bool start() const;
  void watch();

  std::filesystem::path folder_;
  pid_t watcher_ = -1;
  int alive_ = -1;  // closed by our end, whatever that is
  bool running_ = false;
  int databases_ = 0;
};

}  // namespace hearth
