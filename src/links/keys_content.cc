#include "links/keys_content.h"

#include <algorithm>
#include <cstring>

namespace hearth::links {
namespace {

// A long text among all such.
struct Lies {
  std::uint64_t place = 0, size = 0;
};

bool before(const LikelyPair& x, const LikelyPair& y) { return x.rows < y.rows; }

void append_rows(KeysContent& content, const KeysContent& next) {
  const auto put_after = [](auto& list, const auto& more) {
    list.insert(list.end(), more.begin(), more.end());
  };
  put_after(content.places, next.places);
  put_after(content.cells, next.cells);
  put_after(content.people, next.people);
  put_after(content.contents, next.contents);
  put_after(content.groups, next.groups);
  content.values.add(next.values);
}

// Two lists in order become one.
template <typename List, typename Less>
void merge(List& list, const List& more, Less less) {
  const auto middle = static_cast<std::ptrdiff_t>(list.size());
  list.insert(list.end(), more.begin(), more.end());
  std::inplace_merge(list.begin(), list.begin() + middle, list.end(), less);
}

}  // namespace

KeptText KeptText::of(std::string_view text, std::uint32_t count, std::uint64_t place) {
  KeptText kept{.count = count};
  if (text.size() <= kept.bytes.size()) {
    kept.size = static_cast<std::uint8_t>(text.size());
    std::ranges::copy(text, kept.bytes.begin());
    return kept;
  }
  kept.size = kLong;
  const Lies lies{place, text.size()};
  std::memcpy(kept.bytes.data(), &lies, sizeof(lies));
  return kept;
}

std::string_view KeptText::text(const char* long_texts) const {
  if (size != kLong) return {bytes.data(), size};
  Lies lies;
  std::memcpy(&lies, bytes.data(), sizeof(lies));
  return {long_texts + lies.place, lies.size};
}

void KeptValues::add(std::string_view text, std::uint32_t count) {
  texts.push_back(KeptText::of(text, count, long_texts.size()));
  if (texts.back().size == KeptText::kLong) long_texts += text;
}

void KeptValues::add(const KeptValues& next) {
  texts.reserve(texts.size() + next.texts.size());
  for (const auto& kept : next.texts) add(kept.text(next.long_texts.data()), kept.count);
  merge(hashed, next.hashed, std::less());
}

std::size_t KeysContent::size() const {
  return places.size() * (sizeof(RowPlace) + sizeof(PersonNumber)) +
         cells.size() * sizeof(ValueId) + values.texts.size() * sizeof(KeptText) +
         keys.size() * sizeof(KeyedRow);
}

void regroup(KeysContent& content, RowId first, const std::vector<RowGroup>& regrouped) {
  std::vector<RowGroup> earlier;
  for (const auto& row : regrouped) {
    if (row.row < first) {
      earlier.push_back(row);
    } else {
      content.groups[row.row - first] = row.group;
    }
  }
  // Of two that say it of one row the later one holds.
  std::erase_if(content.regrouped, [&](const RowGroup& before) {
    return std::ranges::binary_search(earlier, before.row, {}, &RowGroup::row);
  });
  merge(content.regrouped, earlier, [](const auto& x, const auto& y) { return x.row < y.row; });
}

void append(KeysContent& content, RowId first, KeysContent next) {
  regroup(content, first, next.regrouped);
  append_rows(content, next);
  merge(content.keys, next.keys, std::less());
  // What the next takes apart is of this one, or of one before it.
  std::vector<RowPair> elsewhere;
  const auto is_apart = [&](const LikelyPair& pair) {
    return std::ranges::binary_search(next.apart, pair.rows);
  };
  for (const auto& pair : next.apart) {
    const auto at = std::ranges::lower_bound(content.likely, pair, {}, &LikelyPair::rows);
    if (at == content.likely.end() || at->rows != pair) elsewhere.push_back(pair);
  }
  if (!next.apart.empty()) std::erase_if(content.likely, is_apart);
  merge(content.likely, next.likely, before);
  merge(content.apart, elsewhere, std::less());
}

}  // namespace hearth::links
