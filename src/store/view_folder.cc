#include "store/view_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <utility>

namespace hearth {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> folder_in(const fs::path& place) {
  auto pattern = (place / "hearth-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return std::nullopt;
  return fs::path(pattern);
}

int locked(const fs::path& folder, int flags) {
  const int lock = ::open((folder / "lock").c_str(), flags | O_CLOEXEC, 0600);
  if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
  ::close(lock);
  return -1;
}

}  // namespace

Result<ViewFolder> ViewFolder::make(const Lake& lake) {
  std::error_code code;
  auto folder = folder_in(lake.folder() / "views");
  if (!folder) folder = folder_in(fs::temp_directory_path(code));
  if (!folder) return failed("cannot make a folder for the facts of this question");
  const int lock = locked(*folder, O_RDWR | O_CREAT);
  ViewFolder view(*folder, lock);
  if (lock < 0) return failed("cannot make a file in the folder for the facts of this question");
  return view;
}

ViewFolder::~ViewFolder() {
  if (folder_.empty()) return;
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

ViewFolder::ViewFolder(ViewFolder&& other) noexcept
    : folder_(std::exchange(other.folder_, {})), lock_(std::exchange(other.lock_, -1)) {}

void sweep_views(const Lake& lake) {
  std::error_code code;
  fs::directory_iterator entry(lake.folder() / "views", code);
  for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
    const int lock = locked(entry->path(), O_RDWR);
    if (lock < 0) continue;  // in use, or about to be
    std::error_code ignored;
    fs::remove_all(entry->path(), ignored);
    ::close(lock);
  }
}

}  // namespace hearth
