// Loaded before everything else into a program under test (LD_PRELOAD): at the n-th call that would
// change a file or speak to a server, the process is killed, or stops to be continued, or the disk
// is full from then on.
//
// Between two such calls nothing outside the process changes, so to be killed before each of them
// in turn is to be killed at every moment there is.
//   HEARTH_FAIL_AT=12           the call, from 1
//   HEARTH_FAIL_HOW=kill|stop|full
//   HEARTH_FAIL_COUNT=FILE      instead: write how many calls there were
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

std::atomic<long> calls{0};
const char* const kAtText = std::getenv("HEARTH_FAIL_AT");
const char* const kHowText = std::getenv("HEARTH_FAIL_HOW");
const long kAt = kAtText == nullptr ? 0 : std::atol(kAtText);
const bool kFull = kHowText != nullptr && std::strcmp(kHowText, "full") == 0;
const bool kStop = kHowText != nullptr && std::strcmp(kHowText, "stop") == 0;

struct Count {
  ~Count() {
    if (const char* file = std::getenv("HEARTH_FAIL_COUNT")) {
      if (std::FILE* out = std::fopen(file, "w")) {
        std::fprintf(out, "%ld\n", calls.load());
        std::fclose(out);
      }
    }
  }
} count;

// Whether the call must fail for want of room.
bool fails(bool needs_room) {
  const long now = ++calls;
  if (kAt == 0 || now < kAt) return false;
  if (kFull) return needs_room;
  if (kStop) return now == kAt && ::raise(SIGSTOP) != 0;
  ::kill(::getpid(), SIGKILL);
  ::pause();
  return true;
}

int no_room() {
  errno = ENOSPC;
  return -1;
}

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto kReal = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (file > 2 && fails(true)) return no_room();
  return kReal(file, bytes, size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static const auto kReal = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  if (fails(true)) return no_room();
  return kReal(file, bytes, size, offset);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

int fsync(int file) {
  static const auto kReal = next<int (*)(int)>("fsync");
  if (fails(true)) return no_room();
  return kReal(file);
}

int fdatasync(int file) {
  static const auto kReal = next<int (*)(int)>("fdatasync");
  if (fails(true)) return no_room();
  return kReal(file);
}

int rename(const char* from, const char* to) {
  static const auto kReal = next<int (*)(const char*, const char*)>("rename");
  if (fails(true)) return no_room();
  return kReal(from, to);
}

int unlink(const char* path) {
  static const auto kReal = next<int (*)(const char*)>("unlink");
  if (fails(false)) return no_room();
  return kReal(path);
}

int mkdir(const char* path, mode_t mode) {
  static const auto kReal = next<int (*)(const char*, mode_t)>("mkdir");
  if (fails(true)) return no_room();
  return kReal(path, mode);
}

int ftruncate64(int file, off64_t size) {
  static const auto kReal = next<int (*)(int, off64_t)>("ftruncate64");
  if (fails(false)) return no_room();
  return kReal(file, size);
}

ssize_t send(int socket, const void* bytes, size_t size, int flags) {
  static const auto kReal = next<ssize_t (*)(int, const void*, size_t, int)>("send");
  if (fails(false)) return no_room();
  return kReal(socket, bytes, size, flags);
}

}  // extern "C"
