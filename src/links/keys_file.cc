#include "links/keys_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "lake/lake.h"
#include "link/texts.h"
#include "links/mapped_file.h"

namespace hearth::links {
namespace {

// A new one whenever rows would be cleaned, or keys made, otherwise than before.
constexpr std::uint64_t kMake = 0x34'79'65'6b'68'74'72'68;

struct Head {
  std::uint64_t make = kMake;
  std::uint64_t probe = link::hash_of("hearth");  // a hash that changes is another make
  std::int64_t first_load = 0, last_load = 0, run = 0;
  char seal[64] = {}, run_seal[64] = {}, model_sum[64] = {};
  std::uint64_t first_row = 0, values_before = 0;
  std::uint64_t rows = 0, cells = 0, values = 0, bytes = 0, keys = 0, likely = 0, apart = 0;
  std::uint64_t regrouped = 0;
};

void put_sum(char (&place)[64], std::string_view sum) {
  std::ranges::copy(sum.substr(0, sizeof(place)), place);
}
std::string sum_in(const char (&place)[64]) { return {place, sizeof(place)}; }

Head head_of(const KeysOf& of, const KeysContent& content) {
  Head head;
  head.first_load = of.first_load;
  head.last_load = of.last_load;
  put_sum(head.seal, of.seal);
  head.run = of.run;
  put_sum(head.run_seal, of.run_seal);
  put_sum(head.model_sum, of.model_sum);
  head.first_row = of.first_row;
  head.values_before = of.values_before;
  head.rows = content.places.size();
  head.cells = content.cells.size();
  head.values = content.values.texts.size();
  head.bytes = content.values.long_texts.size();
  head.keys = content.keys.size();
  head.likely = content.likely.size();
  head.apart = content.apart.size();
  head.regrouped = content.regrouped.size();
  return head;
}

// Where the pairs of its own rows begin, and where the last one's end: those of earlier rows are
// first.
std::vector<std::uint32_t> likely_from(const KeysOf& of, const KeysContent& content) {
  std::vector<std::uint32_t> from;
  std::size_t at = 0;
  for (auto row = of.first_row; from.size() <= content.places.size(); ++row) {
    while (at < content.likely.size() && content.likely[at].rows.a < row) ++at;
    from.push_back(static_cast<std::uint32_t>(at));
  }
  return from;
}

template <typename Each, typename Member>
std::vector<Member> members(const std::vector<Each>& list, Member Each::* member) {
  std::vector<Member> values;
  values.reserve(list.size());
  for (const auto& each : list) values.push_back(each.*member);
  return values;
}

// The lists in their order; `Sink` is a ListWriter, or ListBytes.
template <typename Sink>
void put(const KeysOf& of, const KeysContent& content, Sink& sink) {
  const auto put_list = [&](const auto& list) { sink.put(std::span(list.data(), list.size())); };
  const auto put_hashed = [&](const auto& list, auto hash, auto number) {
    const auto hashes = members(list, hash);
    put_list(HashedList::begins_of(hashes));
    put_list(hashes);
    put_list(members(list, number));
  };
  put_list(std::vector{head_of(of, content)});
  put_list(content.places);
  put_list(content.cells);
  put_list(content.people);
  put_list(content.contents);
  put_list(content.groups);
  put_list(content.values.texts);
  put_list(content.values.long_texts);
  put_hashed(content.values.hashed, &HashedValue::hash, &HashedValue::value);
  put_hashed(content.keys, &KeyedRow::key, &KeyedRow::row);
  put_list(likely_from(of, content));
  put_list(members(content.likely, &LikelyPair::rows));
  put_list(members(content.likely, &LikelyPair::bits));
  put_list(content.apart);
  put_list(content.regrouped);
}

template <typename Take>
void each_hashed(const HashedList& list, Take take) {
  for (std::size_t i = 0; i < list.hashes().size(); ++i) {
    take(list.hashes()[i], list.numbers()[i]);
  }
}

HashedList take_hashed(ListReader& reader, std::size_t count) {
  const auto begins = reader.take<std::uint32_t>(HashedList::count_of_begins(count));
  const auto hashes = reader.take<std::uint64_t>(count);
  return {begins, hashes, reader.take<std::uint32_t>(count)};
}

}  // namespace

std::optional<KeysFile> KeysFile::in(std::string_view bytes) {
  ListReader reader(bytes);
  const auto* found = reader.take_head<Head>();
  if (found == nullptr) return std::nullopt;
  const auto& head = *found;
  KeysFile keys;
  keys.of_ = {head.first_load,
              head.last_load,
              sum_in(head.seal),
              head.run,
              sum_in(head.run_seal),
              sum_in(head.model_sum),
              static_cast<RowId>(head.first_row),
              static_cast<ValueId>(head.values_before)};
  keys.places_ = reader.take<RowPlace>(head.rows);
  keys.cells_ = reader.take<ValueId>(head.cells);
  keys.fields_ = head.rows == 0 ? 0 : head.cells / head.rows;
  keys.people_ = reader.take<PersonNumber>(head.rows);
  keys.contents_ = reader.take<std::uint64_t>(head.rows);
  keys.groups_ = reader.take<RowId>(head.rows);
  keys.texts_ = reader.take<KeptText>(head.values);
  keys.long_texts_ = reader.take<char>(head.bytes);
  keys.values_ = take_hashed(reader, head.values);
  keys.keys_ = take_hashed(reader, head.keys);
  keys.likely_from_ = reader.take<std::uint32_t>(head.rows + 1);
  keys.likely_ = reader.take<RowPair>(head.likely);
  keys.bits_ = reader.take<float>(head.likely);
  keys.apart_ = reader.take<RowPair>(head.apart);
  keys.regrouped_ = reader.take<RowGroup>(head.regrouped);
  if (!reader.ended_well()) return std::nullopt;
  keys.size_ = bytes.size();
  return keys;
}

std::optional<KeysFile> KeysFile::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return std::nullopt;
  auto keys = in(file->bytes());
  if (keys) keys->bytes_lie_in_ = std::make_shared<MappedFile>(std::move(*file));
  return keys;
}

KeysFile KeysFile::at_hand(const KeysOf& of, const KeysContent& content) {
  const auto bytes = std::make_shared<ListBytes>();
  put(of, content, *bytes);
  auto keys = *in(bytes->all());
  keys.bytes_lie_in_ = bytes;
  return keys;
}

const ValueId* KeysFile::cells(RowId row) const {
  return cells_.data() + (row - of_.first_row) * fields_;
}

void KeysFile::fetch_row(RowId row) const {
  const auto at = row - of_.first_row;
  __builtin_prefetch(likely_from_.data() + at);
  __builtin_prefetch(people_.data() + at);
  __builtin_prefetch(contents_.data() + at);
  __builtin_prefetch(groups_.data() + at);
  fetch_cells(row);
}

void KeysFile::fetch_cells(RowId row) const {
  __builtin_prefetch(cells(row));
  __builtin_prefetch(cells(row) + fields_ - 1);
}

void KeysFile::likely_with(RowId row, std::vector<LikelyPair>& found) const {
  std::size_t first = 0, last = 0;
  if (row < of_.first_row) {
    const auto earlier = likely_.first(likely_from_.front());
    const auto pairs = std::ranges::equal_range(earlier, row, {}, &RowPair::a);
    first = static_cast<std::size_t>(pairs.begin() - earlier.begin());
    last = first + pairs.size();
  } else if (row - of_.first_row < rows()) {
    first = likely_from_[row - of_.first_row];
    last = likely_from_[row - of_.first_row + 1];
  }
  for (; first < last; ++first) found.push_back({likely_[first], bits_[first]});
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
  content.people.assign(people_.begin(), people_.end());
  content.contents.assign(contents_.begin(), contents_.end());
  content.groups.assign(groups_.begin(), groups_.end());
  content.values.texts.assign(texts_.begin(), texts_.end());
  content.values.long_texts.assign(long_texts_.begin(), long_texts_.end());
  each_hashed(values_,
              [&](auto hash, auto value) { content.values.hashed.push_back({hash, value}); });
  each_hashed(keys_, [&](auto key, auto row) { content.keys.push_back({key, row}); });
  for (std::size_t i = 0; i < likely_.size(); ++i) content.likely.push_back({likely_[i], bits_[i]});
  content.apart.assign(apart_.begin(), apart_.end());
  content.regrouped.assign(regrouped_.begin(), regrouped_.end());
  return content;
}

std::string keys_name(std::int64_t first_load, std::int64_t last_load) {
  return fmt::format("{}-{}.keys", load_name(first_load), load_name(last_load));
}

Result<void> write_keys(const std::filesystem::path& path, const KeysOf& of,
                        const KeysContent& content) {
  auto writer = ListWriter::create(path);
  if (!writer) return std::unexpected(writer.error());
  put(of, content, *writer);
  return writer->finish();
}

}  // namespace hearth::links
