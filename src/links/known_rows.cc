#include "links/known_rows.h"

#include <algorithm>

#include "casebook/people_book.h"
#include "link/texts.h"
#include "links/value_counts.h"

namespace hearth::links {
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
  std::vector<std::int64_t> last_loads, runs;
  for (const auto& file : files) {
    last_loads.push_back(file.of().last_load);
    runs.push_back(file.of().run);
  }
  auto seals = casebook.seals_of(last_loads);
  if (!seals) return std::unexpected(seals.error());
  auto run_seals = PeopleBook(casebook).seals_of(runs);
  if (!run_seals) return std::unexpected(run_seals.error());
  std::erase_if(files, [&](const KeysFile& file) {
    return file.of().last_load > last_load || (*seals)[file.of().last_load] != file.of().seal ||
           (*run_seals)[file.of().run] != file.of().run_seal;
  });
  KnownRows known;
  std::int64_t next = 1;
  while (next <= last_load) {
    const KeysFile* longest = nullptr;
    for (const auto& file : files) {
      if (file.of().first_load != next || file.of().first_row != known.size() ||
          file.of().values_before != known.values()) {
        continue;
      }
      if (longest == nullptr || file.of().last_load > longest->of().last_load) longest = &file;
    }
    if (longest == nullptr) return std::nullopt;
    next = longest->of().last_load + 1;
    known.files_.push_back(*longest);
    known.take_changes_of(*longest);
  }
  return known;
}

KnownRows KnownRows::and_those_at(KeysFile hand) const {
  auto all = *this;
  all.take_changes_of(hand);
  all.files_.push_back(std::move(hand));
  return all;
}

// A file says it of rows of files before it; of two that say it of one row the later one holds.
void KnownRows::take_changes_of(const KeysFile& file) {
  apart_.insert(apart_.end(), file.apart().begin(), file.apart().end());
  std::ranges::sort(apart_);
  regrouped_.insert(regrouped_.begin(), file.regrouped().begin(), file.regrouped().end());
  std::ranges::stable_sort(regrouped_, {}, &RowGroup::row);
  const auto repeated = std::ranges::unique(regrouped_, {}, &RowGroup::row);
  regrouped_.erase(repeated.begin(), repeated.end());
}

RowId KnownRows::size() const {
  return files_.empty() ? 0 : files_.back().of().first_row + files_.back().rows();
}

std::size_t KnownRows::count(std::uint64_t key) const {
  std::size_t count = 0;
  for (const auto& file : files_) count += file.with(key).size();
  return count;
}

void KnownRows::fetch(std::uint64_t key) const {
  for (const auto& file : files_) file.fetch(key);
}

void KnownRows::with(std::uint64_t key, std::vector<RowId>& rows) const {
  for (const auto& file : files_) {
    const auto found = file.with(key);
    rows.insert(rows.end(), found.begin(), found.end());
  }
}

bool KnownRows::few_with(std::uint64_t key, std::size_t most, std::vector<RowId>& rows) const {
  const auto before = rows.size();
  auto room = most;
  for (const auto& file : files_) {
    const auto found = file.with(key);
    if (found.size() > room) {
      rows.resize(before);
      return false;
    }
    room -= found.size();
    rows.insert(rows.end(), found.begin(), found.end());
  }
  return true;
}

void KnownRows::likely_with(RowId row, std::vector<LikelyPair>& found) const {
  for (const auto& file : files_) file.likely_with(row, found);
  leave_out_apart(found);
}

std::vector<LikelyPair> KnownRows::likely_with(RowId row) const {
  std::vector<LikelyPair> found;
  likely_with(row, found);
  return found;
}

void KnownRows::leave_out_apart(std::vector<LikelyPair>& pairs) const {
  if (apart_.empty()) return;
  std::erase_if(
      pairs, [&](const LikelyPair& pair) { return std::ranges::binary_search(apart_, pair.rows); });
}

std::vector<LikelyPair> KnownRows::pairs_below(double bits) const {
  std::vector<LikelyPair> found;
  for (const auto& file : files_) file.pairs_below(static_cast<float>(bits), found);
  leave_out_apart(found);
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
  const auto place = file_of(row).place(row);
  return {place.load, place.part, place.row};
}

void KnownRows::of_person(PersonNumber person, std::vector<RowId>& rows) const {
  const auto first = static_cast<std::ptrdiff_t>(rows.size());
  with(person_key(person), rows);
  const auto of_another = [&](RowId row) { return this->person(row) != person; };
  rows.erase(std::remove_if(rows.begin() + first, rows.end(), of_another), rows.end());
}

RowId KnownRows::group(RowId row) const {
  const auto at = std::ranges::lower_bound(regrouped_, row, {}, &RowGroup::row);
  return at != regrouped_.end() && at->row == row ? at->group : file_of(row).group(row);
}

ValueId KnownRows::values() const {
  return files_.empty() ? 0 : files_.back().of().values_before + files_.back().values();
}

void KnownRows::fetch_value(std::uint64_t hash) const {
  for (const auto& file : files_) file.fetch_hashed(hash);
}

std::optional<ValueId> KnownRows::value(std::uint64_t hash, std::string_view text) const {
  for (const auto& file : files_) {
    for (const auto value : file.hashed(hash)) {
      if (file.text(value) == text) return value;
    }
  }
  return std::nullopt;
}

const KeysFile& KnownRows::file_of(RowId row) const {
  auto file = files_.end() - 1;
  while (file->of().first_row > row) --file;
  return *file;
}

const KeysFile& KnownRows::file_with(ValueId value) const {
  auto file = files_.end() - 1;
  while (file->of().values_before >= value) --file;
  return *file;
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
std::uint64_t person_key(PersonNumber person) { return link::mixed(person, 3); }

}  // namespace hearth::links
