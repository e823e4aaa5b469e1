// The parts of a zip archive, each read as a stream. Nothing is unpacked to disk.
//
// An archive may be built to unpack to a thousand times its size. So a part that claims or turns
// out to be far larger than it is packed is refused, and so is one beyond any honest size.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "intake/xml_scanner.h"

namespace hearth {

struct ZipLimits {
  std::uint64_t part = std::uint64_t{4} << 30;  // unpacked bytes of one part
  std::uint64_t ratio = 300;                    // unpacked to packed, beyond the first megabytes
  std::uint64_t always = std::uint64_t{16} << 20;
};

class ZipFile {
 public:
  // nullopt inside: it is no zip archive.
  static std::optional<ZipFile> open(const std::filesystem::path& path, ZipLimits limits = {});
  ~ZipFile();
  ZipFile(ZipFile&&) noexcept;

  bool has(const std::string& part) const;
  // The part's bytes, one piece after another; an Error for one that is damaged or too large. Good
  // while the ZipFile is there.
  NextBytes bytes(const std::string& part) const;

 private:
  struct Archive;
  explicit ZipFile(std::unique_ptr<Archive> archive);
  std::unique_ptr<Archive> archive_;
};

}  // namespace hearth
