#include "facts/facts_folder.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "base/text.h"
#include "facts/facts_diagnostics.h"
#include "table/table_file.h"

namespace hearth {
namespace {

constexpr std::array kOwnFiles = {kPeopleFile, kFamiliesFile, kMembersFile, kTermsFile,
                                  kCoverageFile};

std::vector<std::string> known_names(const Catalogue& catalogue) {
  std::vector<std::string> names(kOwnFiles.begin(), kOwnFiles.end());
  for (const auto& type : catalogue.record_types) names.push_back(type.name);
  return names;
}

Place place_of(const std::filesystem::path& path) {
  Place place;
  place.file = path.filename().string();
  return place;
}

Result<std::vector<std::filesystem::path>> paths_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code code;
  std::filesystem::directory_iterator entry(folder, code);
  for (; !code && entry != std::filesystem::directory_iterator(); entry.increment(code)) {
    if (!entry->path().filename().string().starts_with('.')) paths.push_back(entry->path());
  }
  if (code) {
    return failed(
        fmt::format("cannot look into the facts folder {}: {}", folder.string(), code.message()));
  }
  std::ranges::sort(paths);
  return paths;
}

void sort_out(FactsFolder& folder, const std::filesystem::path& path,
              const std::vector<std::string>& names) {
  const auto name = path.stem().string();
  std::error_code code;
  if (!file_format(path) || !std::filesystem::is_regular_file(path, code)) {
    folder.diagnostics.add(kNotATable, place_of(path));
  } else if (std::ranges::find(names, name) == names.end()) {
    auto& diagnostic = folder.diagnostics.add(kUnknownFile, place_of(path), name);
    const auto near = nearest(name, names);
    if (!near.empty()) diagnostic.hint = fmt::format("did you mean `{}`?", near);
    folder.unread.push_back(path);
  } else if (!folder.files.emplace(name, path).second) {
    folder.unread.push_back(path);
  }
}

}  // namespace

const std::filesystem::path* FactsFolder::find(std::string_view name) const {
  const auto found = files.find(name);
  return found == files.end() ? nullptr : &found->second;
}

bool FactsFolder::has_parquet() const {
  const auto is_parquet = [](const std::filesystem::path& path) {
    return file_format(path) == FileFormat::Parquet;
  };
  return std::ranges::any_of(files | std::views::values, is_parquet) ||
         std::ranges::any_of(unread, is_parquet);
}

Result<FactsFolder> list_facts_folder(const std::filesystem::path& path,
                                      const Catalogue& catalogue) {
  const auto paths = paths_in(path);
  if (!paths) return std::unexpected(paths.error());
  const auto names = known_names(catalogue);
  FactsFolder folder;
  for (const auto& file : *paths) sort_out(folder, file, names);

  for (std::size_t i = 0; i < folder.unread.size(); ++i) {
    const auto twin = folder.files.find(folder.unread[i].stem().string());
    if (twin == folder.files.end()) continue;
    folder.diagnostics.add(kTwoFilesOfOneName, place_of(twin->second), twin->first);
    folder.unread.push_back(twin->second);
    folder.files.erase(twin);
  }
  for (const auto name : {kPeopleFile, kFamiliesFile, kMembersFile}) {
    const bool unread = std::ranges::find(folder.unread, name, [](const auto& file) {
                          return file.stem().string();
                        }) != folder.unread.end();
    if (folder.find(name) == nullptr && !unread) {
      folder.diagnostics.add(kMissingFile, place_of(path / name), name);
    }
  }
  return folder;
}

}  // namespace hearth
