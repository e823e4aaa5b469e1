#include "store/view_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostKept = 4;  // one for today, and some for days asked about by --known
constexpr std::string_view kNew = "hearth-";

std::optional<fs::path> folder_in(const fs::path& place) {
  auto pattern = (place / (std::string(kNew) + "XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) return std::nullopt;
  return fs::path(pattern);
}

// The lock, or -1. A folder may have been removed, or its name given to another, between the moment
// its lock was opened and the moment it was held: then this is no lock of it.
int locked(const fs::path& folder, int flags, int how) {
  const auto path = folder / "lock";
  const int lock = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (lock < 0) return -1;
  struct stat held{}, there{};
  const bool good = ::flock(lock, how | LOCK_NB) == 0 && ::fstat(lock, &held) == 0 &&
                    ::stat(path.c_str(), &there) == 0 && held.st_ino == there.st_ino &&
                    held.st_dev == there.st_dev && held.st_uid == ::geteuid();
  if (good) return lock;
  ::close(lock);
  return -1;
}

// One without a lock was left by a process that was killed as it began.
void remove_unused(const fs::path& folder) {
  const int lock = locked(folder, O_RDWR | O_CREAT, LOCK_EX);
  if (lock < 0) return;  // in use, or somebody else's
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  ::close(lock);
}

}  // namespace

Result<ViewFolder> ViewFolder::make(const Lake& lake) {
  constexpr int kTries = 3;  // somebody may take a folder that has no lock yet for a leftover
  std::error_code code;
  for (int i = 0; i < kTries; ++i) {
    auto folder = folder_in(lake.folder() / "views");
    if (!folder) folder = folder_in(fs::temp_directory_path(code));
    if (!folder) break;
    ViewFolder view(*folder, locked(*folder, O_RDWR | O_CREAT, LOCK_SH), true);
    if (view.lock_ >= 0) return view;
  }
  return failed("cannot make a folder for the facts of this question");
}

std::optional<ViewFolder> ViewFolder::kept(const Lake& lake, const std::string& name) {
  const auto folder = lake.folder() / "views" / name;
  const int lock = locked(folder, O_RDONLY, LOCK_SH);
  if (lock < 0) return std::nullopt;
  (void)::futimens(lock, nullptr);  // used last
  return ViewFolder(folder, lock, false);
}

void ViewFolder::keep(const Lake& lake, const std::string& name) {
  const auto kept = lake.folder() / "views" / name;
  if (folder_.parent_path() != kept.parent_path()) return;
  std::error_code code;
  fs::rename(folder_, kept, code);
  if (code) return;
  folder_ = kept;
  goes_ = false;
}

ViewFolder::~ViewFolder() {
  std::error_code ignored;
  if (goes_ && !folder_.empty()) fs::remove_all(folder_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

ViewFolder::ViewFolder(ViewFolder&& other) noexcept
    : folder_(std::exchange(other.folder_, {})),
      lock_(std::exchange(other.lock_, -1)),
      goes_(other.goes_) {}

void sweep_views(const Lake& lake, std::string_view stands) {
  std::vector<std::pair<fs::file_time_type, fs::path>> kept;
  std::error_code code;
  fs::directory_iterator entry(lake.folder() / "views", code);
  for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
    const auto name = entry->path().filename().string();
    if (name.starts_with(kNew) || !name.starts_with(stands)) {
      remove_unused(entry->path());
      continue;
    }
    std::error_code unknown;
    kept.emplace_back(fs::last_write_time(entry->path() / "lock", unknown), entry->path());
  }
  std::ranges::sort(kept, std::greater());
  for (std::size_t i = kMostKept; i < kept.size(); ++i) remove_unused(kept[i].second);
}

}  // namespace hearth
