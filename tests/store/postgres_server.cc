#include "store/postgres_server.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin/";

// PostgreSQL refuses to run as root.
std::string as_nobody() {
  return geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
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
  const auto data = (folder_ / "data").string();
  running_ =
      run(fmt::format("initdb -D {} -U hearth -A trust -N --no-locale -E UTF8", data)) && start();
}

PostgresServer::~PostgresServer() {
  if (folder_.empty()) return;
  if (running_) run(fmt::format("pg_ctl -D {}/data -m immediate stop", folder_.string()));
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

bool PostgresServer::run(const std::string& words) const {
  const auto line = fmt::format("cd {} && {}{}{} >>{}/log 2>&1", folder_.string(), as_nobody(),
                                kPrograms, words, folder_.string());
  return std::system(line.c_str()) == 0;
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
