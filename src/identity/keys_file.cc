#include "identity/keys_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "identity/mapped_file.h"
#include "lake/lake.h"
#include "link/texts.h"

namespace hearth::identity {
namespace {

// A new one whenever rows would be cleaned, or keys made, otherwise than before.
constexpr std::uint64_t kMake = 0x32'79'65'6b'68'74'72'68;

struct Head {
  std::uint64_t make = kMake;
  std::uint64_t probe = link::hash_of("hearth");  // a hash that changes is another make
  std::int64_t first_load = 0, last_load = 0;
  char seal[64] = {}, model_sum[64] = {};
  std::uint64_t first_row = 0, rows = 0, cells = 0, values = 0, bytes = 0;
  std::uint64_t keys = 0, likely = 0, apart = 0;
};

void put_sum(char (&place)[64], std::string_view sum) {
  std::ranges::copy(sum.substr(0, sizeof(place)), place);
}

bool before(const LikelyPair& x, const LikelyPair& y) { return x.rows < y.rows; }

}  // namespace

struct KeysFile::Mapped {
  MappedFile file;
};

std::optional<KeysFile> KeysFile::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return std::nullopt;
  ListReader reader(file->bytes());
  const auto* found = reader.take_head<Head>();
  if (found == nullptr) return std::nullopt;
  const auto& head = *found;
  KeysFile keys;
  keys.of_ = {head.first_load, head.last_load, std::string(head.seal, sizeof(head.seal)),
              std::string(head.model_sum, sizeof(head.model_sum)),
              static_cast<RowId>(head.first_row)};
  keys.places_ = reader.take<RowPlace>(head.rows);
  keys.cells_ = reader.take<std::uint32_t>(head.cells);
  keys.counts_ = reader.take<std::uint32_t>(head.values);
  keys.ends_ = reader.take<std::uint64_t>(head.values);
  keys.bytes_ = reader.take<char>(head.bytes).data();
  keys.keys_ = reader.take<std::uint64_t>(head.keys);
  keys.key_rows_ = reader.take<RowId>(head.keys);
  keys.likely_ = reader.take<RowPair>(head.likely);
  keys.bits_ = reader.take<float>(head.likely);
  keys.apart_ = reader.take<RowPair>(head.apart);
  if (!reader.ended_well()) return std::nullopt;
  keys.size_ = file->bytes().size();
  keys.mapped_ = std::make_shared<Mapped>(std::move(*file));
  return keys;
}

std::span<const std::uint32_t> KeysFile::cells(RowId row) const {
  const auto fields = cells_.size() / places_.size();
  return cells_.subspan((row - of_.first_row) * fields, fields);
}

std::string_view KeysFile::value(std::uint32_t cell) const {
  const auto begin = cell == 1 ? 0 : ends_[cell - 2];
  return {bytes_ + begin, ends_[cell - 1] - begin};
}

std::span<const RowId> KeysFile::with(std::uint64_t key) const {
  const auto found = std::ranges::equal_range(keys_, key);
  const auto first = static_cast<std::size_t>(found.begin() - keys_.begin());
  return key_rows_.subspan(first, static_cast<std::size_t>(found.size()));
}

void KeysFile::likely_with(RowId row, std::vector<LikelyPair>& found) const {
  const auto pairs = std::ranges::equal_range(likely_, row, {}, &RowPair::a);
  auto at = static_cast<std::size_t>(pairs.begin() - likely_.begin());
  for (const auto& pair : pairs) found.push_back({pair, bits_[at++]});
}

void KeysFile::pairs_below(float bits, std::vector<LikelyPair>& found) const {
  for (std::size_t at = 0; at < likely_.size(); ++at) {
    if (bits_[at] < bits && likely_[at].a < likely_[at].b)
      found.push_back({likely_[at], bits_[at]});
  }
}

KeysContent KeysFile::content() const {
  KeysContent content;
  content.places.assign(places_.begin(), places_.end());
  content.cells.assign(cells_.begin(), cells_.end());
  content.values.bytes.assign(bytes_, ends_.empty() ? 0 : ends_.back());
  content.values.ends.assign(ends_.begin(), ends_.end());
  content.values.counts.assign(counts_.begin(), counts_.end());
  for (std::size_t i = 0; i < keys_.size(); ++i) content.keys.push_back({keys_[i], key_rows_[i]});
  for (std::size_t i = 0; i < likely_.size(); ++i) content.likely.push_back({likely_[i], bits_[i]});
  content.apart.assign(apart_.begin(), apart_.end());
  return content;
}

std::size_t KeysContent::size() const {
  return places.size() * sizeof(RowPlace) + cells.size() * sizeof(std::uint32_t) +
         values.bytes.size() + keys.size() * sizeof(KeyedRow);
}

namespace {

// The next's values follow; one that is there already is there twice.
void append_rows(KeysContent& content, const KeysContent& next) {
  const auto bytes = content.values.bytes.size();
  const auto values = static_cast<std::uint32_t>(content.values.ends.size());
  content.places.insert(content.places.end(), next.places.begin(), next.places.end());
  for (const auto cell : next.cells) content.cells.push_back(cell == 0 ? 0 : cell + values);
  content.values.bytes += next.values.bytes;
  for (const auto end : next.values.ends) content.values.ends.push_back(bytes + end);
  content.values.counts.insert(content.values.counts.end(), next.values.counts.begin(),
                               next.values.counts.end());
}

}  // namespace

void append(KeysContent& content, KeysContent next) {
  append_rows(content, next);
  const auto merge = [](auto& list, auto& more, auto less) {
    const auto middle = static_cast<std::ptrdiff_t>(list.size());
    list.insert(list.end(), more.begin(), more.end());
    std::inplace_merge(list.begin(), list.begin() + middle, list.end(), less);
  };
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

std::string keys_name(std::int64_t first_load, std::int64_t last_load) {
  return fmt::format("{}-{}.keys", load_name(first_load), load_name(last_load));
}

Result<void> write_keys(const std::filesystem::path& path, const KeysOf& of,
                        const KeysContent& content) {
  Head head;
  head.first_load = of.first_load;
  head.last_load = of.last_load;
  put_sum(head.seal, of.seal);
  put_sum(head.model_sum, of.model_sum);
  head.first_row = of.first_row;
  head.rows = content.places.size();
  head.cells = content.cells.size();
  head.values = content.values.ends.size();
  head.bytes = content.values.bytes.size();
  head.keys = content.keys.size();
  head.likely = content.likely.size();
  head.apart = content.apart.size();
  std::vector<std::uint64_t> keys;
  std::vector<RowId> rows;
  for (const auto& keyed : content.keys) {
    keys.push_back(keyed.key);
    rows.push_back(keyed.row);
  }
  std::vector<RowPair> likely;
  std::vector<float> bits;
  for (const auto& pair : content.likely) {
    likely.push_back(pair.rows);
    bits.push_back(pair.bits);
  }
  auto writer = ListWriter::create(path);
  if (!writer) return std::unexpected(writer.error());
  writer->put(std::span<const Head>(&head, 1));
  writer->put(std::span<const RowPlace>(content.places));
  writer->put(std::span<const std::uint32_t>(content.cells));
  writer->put(std::span<const std::uint32_t>(content.values.counts));
  writer->put(std::span<const std::uint64_t>(content.values.ends));
  writer->put_bytes(content.values.bytes);
  writer->put(std::span<const std::uint64_t>(keys));
  writer->put(std::span<const RowId>(rows));
  writer->put(std::span<const RowPair>(likely));
  writer->put(std::span<const float>(bits));
  writer->put(std::span<const RowPair>(content.apart));
  return writer->finish();
}

}  // namespace hearth::identity
