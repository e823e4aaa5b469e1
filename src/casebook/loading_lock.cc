#include "casebook/loading_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace hearth {
namespace {

constexpr const char* kKey = "7522525896799420417";  // 0x6865617274680001: "hearth", 1

}  // namespace

struct LoadingLock::Descriptor {
  int number = -1;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

Result<LoadingLock> LoadingLock::take_file(const std::string& path,
                                           const std::function<void()>& wait) {
  LoadingLock lock;
  lock.descriptor_ = std::make_shared<Descriptor>();
  const int number = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  lock.descriptor_->number = number;
  if (number < 0) {
    return failed(std::string("cannot write into the store's folder: ") + std::strerror(errno));
  }
  if (::flock(number, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK) wait();
  while (::flock(number, LOCK_EX) != 0) {
    if (errno != EINTR) {
      return failed(std::string("cannot lock the store: ") + std::strerror(errno));
    }
  }
  return lock;
}

Result<LoadingLock> LoadingLock::take_session(SqlSession& session,
                                              const std::function<void()>& wait) {
  const auto tried =
      session.run(std::string("select pg_try_advisory_lock(") + kKey + ")::int::text");
  if (!tried) return std::unexpected(tried.error());
  if (tried->front().front() == "1") return LoadingLock();
  wait();
  const auto taken = session.run(std::string("select 1 from pg_advisory_lock(") + kKey + ")");
  if (!taken) return std::unexpected(taken.error());
  return LoadingLock();
}

}  // namespace hearth
