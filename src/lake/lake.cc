#include "lake/lake.h"

#include <fmt/format.h>

namespace hearth {
namespace {

namespace fs = std::filesystem;

Result<void> make_folder(const fs::path& folder) {
  std::error_code code;
  const bool made = fs::create_directories(folder, code);
  if (made)
    fs::permissions(folder, fs::perms::owner_all, code);  // one that was there is its owner's
  if (!code) return {};
  return failed(fmt::format("cannot make the folder {} of the store: {}",
                            folder.filename().string(), code.message()));
}

Result<void> add_unlisted(const fs::path& folder, const std::set<std::string>& listed,
                          std::vector<fs::path>& found) {
  std::error_code code;
  if (!fs::exists(folder, code)) return {};
  fs::recursive_directory_iterator entry(folder, code);
  for (; !code && entry != fs::recursive_directory_iterator(); entry.increment(code)) {
    if (entry->is_directory(code)) continue;
    const auto name = entry->path().lexically_relative(folder).string();
    if (!listed.contains(name)) found.push_back(entry->path());
  }
  if (!code) return {};
  return failed(fmt::format("cannot look into {}: {}", folder.filename().string(), code.message()));
}

}  // namespace

Result<void> Lake::make() const {
  HEARTH_TRY(make_folder(folder_));
  HEARTH_TRY(make_folder(folder_ / "lake"));
  HEARTH_TRY(make_folder(folder_ / "rejects"));
  HEARTH_TRY(make_folder(folder_ / "views"));
  return make_folder(folder_ / "links");
}

std::string Lake::fault_of(const Kept& kept) const {
  std::error_code code;
  const auto path = path_of(kept);
  const auto bytes = fs::file_size(path, code);
  if (code) return fmt::format("{}: it is gone", kept.name);
  if (bytes != static_cast<std::uintmax_t>(kept.bytes)) {
    return fmt::format("{}: it has {} bytes and had {}", kept.name, bytes, kept.bytes);
  }
  const auto sum = checksum_of(path);
  if (!sum) return fmt::format("{}: {}", kept.name, sum.error().message);
  return sum->sha256 == kept.sha256 ? "" : fmt::format("{}: its bytes have changed", kept.name);
}

Result<std::vector<fs::path>> Lake::leftovers(const std::set<std::string>& segments,
                                              const std::set<std::string>& rejects) const {
  std::vector<fs::path> found;
  HEARTH_TRY(add_unlisted(folder_ / "lake", segments, found));
  HEARTH_TRY(add_unlisted(folder_ / "rejects", rejects, found));
  return found;
}

Result<int> Lake::sweep(const std::set<std::string>& segments,
                        const std::set<std::string>& rejects) const {
  const auto found = leftovers(segments, rejects);
  if (!found) return std::unexpected(found.error());
  for (const auto& path : *found) {
    std::error_code code;
    fs::remove(path, code);
    if (code) {
      return failed(
          fmt::format("cannot remove what an unfinished load left behind: {}", code.message()));
    }
  }
  return static_cast<int>(found->size());
}

std::string load_name(std::int64_t load) { return fmt::format("{:06}", load); }

std::string segment_name(std::string_view kind, std::int64_t load, int part) {
  return fmt::format("{}/{}-{:03}.parquet", kind, load_name(load), part);
}

}  // namespace hearth
