#include "cli/shipped.h"

#include <filesystem>
#include <system_error>

namespace hearth {

std::string shipped(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::exists(path, error)) return path;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  if (error) return path;
  const auto beside = program.parent_path().parent_path() / path;
  return fs::exists(beside, error) ? beside.string() : path;
}

}  // namespace hearth
