#include "store/postgres_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin/";

// PostgreSQL refuses to run as root.
std::string as_nobody() {
  return geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
}

// None of our open files is theirs: a server would hold them for as long as it runs.
[[noreturn]] void run_shell_alone(const std::string& line) {
  close_range(3, ~0U, 0);
  execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
  _exit(127);
}

}  // namespace

PostgresServer* PostgresServer::get() {
  static PostgresServer server;
  return server.running_ ? &server : nullptr;
}

PostgresServer::PostgresServer() {
  if (!fs::exists(std::string(kPrograms) + "initdb")) return;
  folder_ = fs::temp_directory_path() / ("hearth-postgres-" + std::to_string(getpid()));
  fs::create_directories(folder_);
  if (geteuid() == 0 && chown(folder_.c_str(), 65534, 65534) != 0) return;
  watch();
  const auto data = (folder_ / "data").string();
  running_ =
      run(fmt::format("initdb -D {} -U hearth -A trust -N --no-locale -E UTF8", data)) && start();
}

PostgresServer::~PostgresServer() {
  if (watcher_ < 0) return;
  close(alive_);
  waitpid(watcher_, nullptr, 0);
}

// A process of its own that waits until nobody holds the other end of a pipe any more, which is
// when we end, even if we are killed. Then it ends the server.
void PostgresServer::watch() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return;
  const auto line =
      fmt::format("cat >/dev/null; {}{}pg_ctl -D {}/data -m immediate stop; rm -rf {}", as_nobody(),
                  kPrograms, folder_.string(), folder_.string());
  alive_ = ends[1];
  watcher_ = fork();
  if (watcher_ == 0) {
    setsid();  // whoever kills our group leaves it alive
    dup2(ends[0], 0);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    run_shell_alone(line);
  }
  close(ends[0]);
}

bool PostgresServer::run(const std::string& words) const {
  const auto line = fmt::format("cd {} && {}{}{} >>{}/log 2>&1", folder_.string(), as_nobody(),
                                kPrograms, words, folder_.string());
  const pid_t child = fork();
  if (child == 0) run_shell_alone(line);
  int status = 0;
  return waitpid(child, &status, 0) == child && status == 0;
}

bool PostgresServer::start() const {
  return run(
      fmt::format("pg_ctl -D {0}/data -w -l {0}/server -o \"-k {0} -c listen_addresses=''"
                  " -c fsync=off -c shared_buffers=16MB\" start",
                  folder_.string()));
}

void PostgresServer::restart() {
  run(fmt::format("pg_ctl -D {}/data -m immediate stop", folder_.string()));
  running_ = start();
}

void PostgresServer::run_sql(const std::string& url, const std::string& statement) const {
  run(fmt::format("psql -q -c \"{}\" '{}'", statement, url));
}

std::string PostgresServer::new_database(const std::string& like) {
  const auto place = fmt::format("?host={}", folder_.string());
  const auto name = fmt::format("council{}", ++databases_);
  const auto begin = like.rfind('/', like.find('?')) + 1;
  const auto copied = like.empty() ? "" : " template " + like.substr(begin, like.find('?') - begin);
  run_sql("postgresql://hearth@/postgres" + place, "create database " + name + copied);
  return "postgresql://hearth@/" + name + place;
}

}  // namespace hearth
