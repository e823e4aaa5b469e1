// SHA-256 of files and texts, as `sha256sum` prints it: so that a byte that changed is noticed.
//
// It says that something is what it was, not who wrote it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth {

struct FileSum {
  std::string sha256;  // 64 hexadecimal digits
  std::int64_t bytes = 0;
};

Result<FileSum> checksum_of(const std::filesystem::path& file);
std::string checksum_of_text(std::string_view text);

}  // namespace hearth
