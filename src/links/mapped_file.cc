#include "links/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace hearth::links {
namespace {

constexpr std::size_t kAtOnce = 1 << 20;

Error cannot_write(const std::filesystem::path& path, int fault) {
  return {fmt::format("cannot write links/{}: {}", path.filename().string(), std::strerror(fault))};
}

}  // namespace

std::optional<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat is{};
  void* mapped = MAP_FAILED;
  if (::fstat(descriptor, &is) == 0 && is.st_size > 0) {
    mapped =
        ::mmap(nullptr, static_cast<std::size_t>(is.st_size), PROT_READ, MAP_SHARED, descriptor, 0);
  }
  ::close(descriptor);
  if (mapped == MAP_FAILED) return std::nullopt;
  // What is looked at lies anywhere. In large pages, where the system has them, that costs half.
  ::madvise(mapped, static_cast<std::size_t>(is.st_size), MADV_HUGEPAGE);
  return MappedFile({static_cast<const char*>(mapped), static_cast<std::size_t>(is.st_size)});
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Result<ListWriter> ListWriter::create(const std::filesystem::path& path) {
  const auto passing =
      path.parent_path() / fmt::format(".{}.{}", path.filename().string(), ::getpid());
  const int descriptor = ::open(passing.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) return std::unexpected(cannot_write(path, errno));
  return ListWriter(path, passing, descriptor);
}

ListWriter::ListWriter(ListWriter&& other) noexcept
    : path_(std::move(other.path_)),
      passing_(std::move(other.passing_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      fault_(other.fault_),
      waiting_(std::move(other.waiting_)) {}

ListWriter::~ListWriter() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(passing_.c_str());
}

void ListWriter::write_all(std::string_view bytes) {
  while (fault_ == 0 && !bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fault_ = errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ListWriter::put_bytes(std::string_view bytes) {
  const auto fill = rounded(bytes.size()) - bytes.size();
  if (bytes.size() > kAtOnce) {
    write_all(std::exchange(waiting_, {}));
    write_all(bytes);
  } else {
    waiting_ += bytes;
  }
  waiting_.append(fill, '\0');
  if (waiting_.size() > kAtOnce) write_all(std::exchange(waiting_, {}));
}

Result<void> ListWriter::finish() {
  write_all(std::exchange(waiting_, {}));
  if (fault_ == 0 && ::fsync(descriptor_) != 0) fault_ = errno;
  if (fault_ == 0 && ::rename(passing_.c_str(), path_.c_str()) != 0) fault_ = errno;
  if (fault_ != 0) return std::unexpected(cannot_write(path_, fault_));
  ::close(std::exchange(descriptor_, -1));
  return {};
}

}  // namespace hearth::links
