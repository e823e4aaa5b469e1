#include "identity/known_rows.h"

#include <algorithm>

#include "link/texts.h"

namespace hearth::identity {
namespace {

namespace fs = std::filesystem;

std::vector<KeysFile> files_in(const fs::path& folder, std::string_view model_sum) {
  std::vector<KeysFile> files;
  std::error_code code;
  for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    if (entry->path().extension() != ".keys" ||
        entry->path().filename().string().starts_with('.')) {
      continue;
    }
    auto file = KeysFile::open(entry->path());
    if (file && file->of().model_sum == model_sum) files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace

Result<std::optional<KnownRows>> KnownRows::open(const fs::path& folder, Casebook& casebook,
                                                 std::int64_t last_load,
                                                 std::string_view model_sum) {
  auto files = files_in(folder, model_sum);
  std::vector<std::int64_t> last_loads;
  for (const auto& file : files) last_loads.push_back(file.of().last_load);
  auto seals = casebook.seals_of(last_loads);
  if (!seals) return std::unexpected(seals.error());
  std::erase_if(files, [&](const KeysFile& file) {
    return file.of().last_load > last_load || (*seals)[file.of().last_load] != file.of().seal;
  });
  KnownRows known;
  std::int64_t next = 1;
  while (next <= last_load) {
    const KeysFile* longest = nullptr;
    for (const auto& file : files) {
      if (file.of().first_load != next || file.of().first_row != known.size()) continue;
      if (longest == nullptr || file.of().last_load > longest->of().last_load) longest = &file;
    }
    if (longest == nullptr) return std::nullopt;
    next = longest->of().last_load + 1;
    known.files_.push_back(*longest);
  }
  for (const auto& file : known.files_) {
    known.apart_.insert(known.apart_.end(), file.apart().begin(), file.apart().end());
  }
  std::ranges::sort(known.apart_);
  return known;
}

RowId KnownRows::size() const {
  return files_.empty() ? 0 : files_.back().of().first_row + files_.back().rows();
}

std::size_t KnownRows::count(std::uint64_t key) const {
  std::size_t count = 0;
  for (const auto& file : files_) count += file.with(key).size();
  return count;
}

void KnownRows::with(std::uint64_t key, std::vector<RowId>& rows) const {
  for (const auto& file : files_) {
    const auto found = file.with(key);
    rows.insert(rows.end(), found.begin(), found.end());
  }
}

std::vector<LikelyPair> KnownRows::likely_with(RowId row) const {
  std::vector<LikelyPair> found;
  for (const auto& file : files_) file.likely_with(row, found);
  std::erase_if(
      found, [&](const LikelyPair& pair) { return std::ranges::binary_search(apart_, pair.rows); });
  return found;
}

std::vector<LikelyPair> KnownRows::pairs_below(double bits) const {
  std::vector<LikelyPair> found;
  for (const auto& file : files_) file.pairs_below(static_cast<float>(bits), found);
  std::erase_if(
      found, [&](const LikelyPair& pair) { return std::ranges::binary_search(apart_, pair.rows); });
  return found;
}

std::optional<RowId> KnownRows::saying(std::uint64_t content) const {
  std::vector<RowId> rows;
  with(content_key(content), rows);
  return rows.empty() ? std::nullopt : std::optional(rows.front());
}

std::optional<RowId> KnownRows::at(const SightingPlace& where) const {
  std::vector<RowId> rows;
  with(place_key(where), rows);
  const auto found = std::ranges::find_if(rows, [&](RowId row) { return place(row) == where; });
  return found == rows.end() ? std::nullopt : std::optional(*found);
}

SightingPlace KnownRows::place(RowId row) const {
  const auto place = file_of(row).file->place(row);
  return {place.load, place.part, place.row};
}

KnownRows::Of KnownRows::file_of(RowId row) const {
  const auto after = std::ranges::upper_bound(
      files_, row, {}, [](const KeysFile& file) { return file.of().first_row; });
  const auto number = static_cast<std::uint32_t>(after - files_.begin()) - 1;
  return {number, &files_[number]};
}

std::uint64_t rule_key(std::size_t rule, std::uint64_t key) {
  return link::mixed(key, rule + 0x100);
}
std::uint64_t content_key(std::uint64_t content) { return link::mixed(content, 1); }
std::uint64_t place_key(const SightingPlace& place) {
  const auto load = link::mixed(static_cast<std::uint64_t>(place.load), 2);
  const auto part = link::mixed(load, static_cast<std::uint64_t>(place.part));
  return link::mixed(part, static_cast<std::uint64_t>(place.row));
}

void append_rows(KeysContent& content, const link::Sightings& sightings) {
  const auto fields = sightings.fields.size();
  for (link::RowNumber row = 0; row < sightings.size(); ++row) {
    const auto place = place_of(sightings.inputs[sightings.input_of[row]], sightings.row_ids[row]);
    content.places.push_back({static_cast<std::uint32_t>(place.load),
                              static_cast<std::uint32_t>(place.part),
                              static_cast<std::uint32_t>(place.row)});
  }
  content.cells.resize(sightings.size() * fields);
  auto& values = content.values;
  for (std::size_t i = 0; i < fields; ++i) {
    const auto& field = sightings.fields[i];
    std::vector<std::uint32_t> cell_of(field.values->size());
    for (link::RowNumber row = 0; row < sightings.size(); ++row) {
      const auto value = field.of_row[row];
      if (value == 0) continue;
      if (cell_of[value] == 0) {
        values.bytes += (*field.values)[value];
        values.ends.push_back(values.bytes.size());
        values.counts.push_back(field.counts[value]);
        cell_of[value] = static_cast<std::uint32_t>(values.ends.size());
      }
      content.cells[row * fields + i] = cell_of[value];
    }
  }
}

Result<void> write_known(const fs::path& folder, const KnownRows& known, KeysOf of,
                         KeysContent content) {
  auto size = content.size();
  for (auto file = known.files().rbegin(); file != known.files().rend(); ++file) {
    if (file->size() >= 2 * size) break;
    auto longer = file->content();
    append(longer, std::move(content));
    content = std::move(longer);
    of.first_load = file->of().first_load;
    of.first_row = file->of().first_row;
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

}  // namespace hearth::identity
