#include "table/open_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hearth {

Result<OpenFile> OpenFile::open(const std::filesystem::path& path) {
  const auto name = path.filename().string();
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return failed(fmt::format("cannot open {}: {}", name, std::strerror(errno)));
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return failed(fmt::format("cannot open {}: it is not a file", name));
  }
  return OpenFile(descriptor, name, static_cast<std::uintmax_t>(status.st_size));
}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      size_(other.size_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(name_, other.name_);
  std::swap(size_, other.size_);
  return *this;
}

Result<std::size_t> OpenFile::read(std::span<char> into) {
  std::size_t done = 0;
  while (done < into.size()) {
    const auto count = ::read(descriptor_, into.data() + done, into.size() - done);
    if (count == 0) break;
    if (count > 0) {
      done += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      return failed(fmt::format("cannot read {}: {}", name_, std::strerror(errno)));
    }
  }
  return done;
}

std::string OpenFile::path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

}  // namespace hearth
