#include "store/store.h"

#include "store/view.h"

namespace hearth {
namespace {

constexpr std::string_view kLakeWord = "lake=";

Result<LoadingLock> lock_of(const StoreAddress& address, Casebook& casebook,
                            const std::function<void()>& wait) {
  if (Casebook::is_url(address.casebook)) {
    return LoadingLock::take_session(casebook.session(), wait);
  }
  return LoadingLock::take_file(address.folder / "loading.lock", wait);
}

}  // namespace

Result<StoreAddress> StoreAddress::of(const std::string& text) {
  if (!Casebook::is_url(text)) {
    return StoreAddress{(std::filesystem::path(text) / "casebook.sqlite").string(), text};
  }
  const auto question = text.find('?');
  const auto word = question == std::string::npos ? question : text.find(kLakeWord, question);
  if (word == std::string::npos || (text[word - 1] != '?' && text[word - 1] != '&')) {
    return failed("a store in PostgreSQL needs a folder too: end its URL in ?lake=FOLDER");
  }
  const auto begin = word + kLakeWord.size();
  const auto end = std::min(text.find('&', begin), text.size());
  auto url = text.substr(0, word) + text.substr(std::min(end + 1, text.size()));
  while (url.ends_with('?') || url.ends_with('&')) url.pop_back();
  return StoreAddress{std::move(url), text.substr(begin, end - begin)};
}

Result<Store> Store::open_to_read(const std::string& text) {
  const auto address = StoreAddress::of(text);
  if (!address) return std::unexpected(address.error());
  auto casebook = Casebook::open(address->casebook, Access::Read);
  if (!casebook) return std::unexpected(casebook.error());
  return Store{std::move(*casebook), Lake(address->folder), std::nullopt};
}

// What is nobody's is left to the next load: looking for it takes longer the more loads there are.
Result<Store> Store::open_to_link(const std::string& text, const std::function<void()>& wait) {
  if (const auto there = open_to_read(text); !there) return std::unexpected(there.error());
  const auto address = StoreAddress::of(text);
  auto casebook = Casebook::open(address->casebook, Access::Write);
  if (!casebook) return std::unexpected(casebook.error());
  auto lock = lock_of(*address, *casebook, wait);
  if (!lock) return std::unexpected(lock.error());
  const Lake lake(address->folder);
  HEARTH_TRY(lake.make());
  return Store{std::move(*casebook), lake, std::move(*lock)};
}

Result<Store> Store::open_to_load(const std::string& text, Date on,
                                  const std::function<void()>& wait) {
  const auto address = StoreAddress::of(text);
  if (!address) return std::unexpected(address.error());
  const Lake lake(address->folder);
  HEARTH_TRY(lake.make());
  auto casebook = Casebook::open(address->casebook, Access::Write);
  if (!casebook) return std::unexpected(casebook.error());
  auto lock = lock_of(*address, *casebook, wait);
  if (!lock) return std::unexpected(lock.error());
  HEARTH_TRY(casebook->make(on));
  const auto loads = casebook->loads();
  if (!loads) return std::unexpected(loads.error());
  const auto names = listed(*loads);
  if (const auto swept = lake.sweep(names.segments, names.rejects); !swept) {
    return std::unexpected(swept.error());
  }
  sweep_views(lake, view_stem(*loads));
  return Store{std::move(*casebook), lake, std::move(*lock)};
}

Kept kept(const SegmentEntry& segment) {
  return {segment.name, segment.kind == kRejects, segment.bytes, segment.sha256};
}

Listed listed(const std::vector<LoadEntry>& loads) {
  Listed names;
  for (const auto& load : loads) {
    for (const auto& segment : load.segments) {
      (segment.kind == kRejects ? names.rejects : names.segments).insert(segment.name);
    }
  }
  return names;
}

}  // namespace hearth
