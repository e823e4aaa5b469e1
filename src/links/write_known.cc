#include "links/write_known.h"

#include <algorithm>

namespace hearth::links {

namespace fs = std::filesystem;

Result<void> write_known(const fs::path& folder, const KnownRows& known, KeysOf of,
                         KeysContent content) {
  auto size = content.size();
  for (auto file = known.files().rbegin(); file != known.files().rend(); ++file) {
    if (file->size() >= 2 * size) break;
    auto longer = file->content();
    append(longer, file->of().first_row, std::move(content));
    content = std::move(longer);
    of.first_load = file->of().first_load;
    of.first_row = file->of().first_row;
    of.values_before = file->of().values_before;
    size += file->size();
  }
  return write_keys(folder / keys_name(of.first_load, of.last_load), of, content);
}

void sweep_links(const fs::path& folder, const std::vector<std::string>& needed) {
  std::error_code code;
  std::vector<fs::path> useless;
  for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    const auto name = entry->path().filename().string();
    if (std::ranges::find(needed, name) == needed.end()) useless.push_back(entry->path());
  }
  for (const auto& path : useless) fs::remove(path, code);
}

}  // namespace hearth::links
