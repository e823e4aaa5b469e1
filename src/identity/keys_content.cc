#include "identity/keys_content.h"

#include <algorithm>
#include <cstring>

namespace hearth::identity {
namespace {

bool before(const LikelyPair& x, const LikelyPair& y) { return x.rows < y.rows; }

void append_rows(KeysContent& content, const KeysContent& next) {
  const auto put_after = [](auto& list, const auto& more) {
    list.insert(list.end(), more.begin(), more.end());
  };
  put_after(content.places, next.places);
  put_after(content.cells, next.cells);
  put_after(content.people, next.people);
  put_after(content.contents, next.contents);
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

std::uint64_t KeptText::place() const {
  std::uint64_t place = 0;
  std::memcpy(&place, begin.data(), sizeof(place));
  return place;
}

std::string_view KeptText::text(const char* long_texts) const {
  return {is_long() ? long_texts + place() : begin.data(), size};
}

void KeptValues::add(std::string_view text, std::uint32_t count) {
  auto& kept = texts.emplace_back(count, static_cast<std::uint32_t>(text.size()));
  if (!kept.is_long()) {
    std::ranges::copy(text, kept.begin.begin());
    return;
  }
  const std::uint64_t place = long_texts.size();
  std::memcpy(kept.begin.data(), &place, sizeof(place));
  long_texts += text;
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

void append(KeysContent& content, KeysContent next) {
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

}  // namespace hearth::identity
