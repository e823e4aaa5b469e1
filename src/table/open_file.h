// A file open for reading, closed when it goes.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "base/result.h"

namespace hearth {

class OpenFile {
 public:
  // Only a regular file: a folder or a pipe of that name is an Error.
  static Result<OpenFile> open(const std::filesystem::path& path);
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;

  // The number of bytes read, fewer than asked for only at the end of the file.
  Result<std::size_t> read(std::span<char> into);
  std::uintmax_t size() const { return size_; }

  // A path to this very file, whatever happens to its name meanwhile, and one that no database can
  // take for a pattern of several names.
  std::string path() const;

 private:
  OpenFile(int descriptor, std::string name, std::uintmax_t size)
      : descriptor_(descriptor), name_(std::move(name)), size_(size) {}

  int descriptor_ = -1;
  std::string name_;
  std::uintmax_t size_ = 0;
};

}  // namespace hearth
