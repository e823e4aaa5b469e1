// A file of numbers: mapped into memory to be read, written whole or not at all.
//
// Numbers lie as they do in memory, little-endian, each list beginning at a multiple of 64 bytes:
// as much as memory gives at once.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth::links {

static_assert(std::endian::native == std::endian::little);

inline constexpr std::size_t kLine = 64;
inline constexpr std::size_t rounded(std::size_t bytes) {
  return (bytes + kLine - 1) / kLine * kLine;
}

class MappedFile {
 public:
  static std::optional<MappedFile> open(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

// Takes lists from the front of a file; once one is not there, none is.
class ListReader {
 public:
  explicit ListReader(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  std::span<const Number> take(std::uint64_t count) {
    if (failed_ || count > rest_.size() / sizeof(Number)) return fail<Number>();
    const auto size = rounded(count * sizeof(Number));
    if (size > rest_.size()) return fail<Number>();
    const auto* first = reinterpret_cast<const Number*>(rest_.data());
    rest_.remove_prefix(size);
    return {first, count};
  }
  // The file's head, if it was written by a hearth that would write it so today: a Head has a
  // `make`, and a `probe` of the hashes in the file.
  template <typename Head>
  const Head* take_head() {
    const auto heads = take<Head>(1);
    const Head ours;
    const bool is_ours =
        !heads.empty() && heads[0].make == ours.make && heads[0].probe == ours.probe;
    return is_ours ? &heads[0] : nullptr;
  }
  bool ended_well() const { return !failed_ && rest_.empty(); }

 private:
  template <typename Number>
  std::span<const Number> fail() {
    failed_ = true;
    return {};
  }

  std::string_view rest_;
  bool failed_ = false;
};

// The bytes of such a file that is not written.
class ListBytes {
 public:
  template <typename Number>
  void put(std::span<const Number> list) {
    bytes_.append(reinterpret_cast<const char*>(list.data()), list.size_bytes());
    bytes_.resize(rounded(bytes_.size()));
  }
  std::string_view all() const { return bytes_; }

 private:
  std::string bytes_;
};

// Writes under a passing name, brings it to the disk, and gives it its own.
class ListWriter {
 public:
  static Result<ListWriter> create(const std::filesystem::path& path);
  ~ListWriter();
  ListWriter(ListWriter&& other) noexcept;
  ListWriter& operator=(ListWriter&&) = delete;

  template <typename Number>
  void put(std::span<const Number> list) {
    put_bytes({reinterpret_cast<const char*>(list.data()), list.size_bytes()});
  }
  Result<void> finish();

 private:
  void put_bytes(std::string_view bytes);  // and fills up the last line
  ListWriter(std::filesystem::path path, std::filesystem::path passing, int descriptor)
      : path_(std::move(path)), passing_(std::move(passing)), descriptor_(descriptor) {}
  void write_all(std::string_view bytes);

  std::filesystem::path path_, passing_;
  int descriptor_ = -1;
  int fault_ = 0;
  std::string waiting_;
};

}  // namespace hearth::links
