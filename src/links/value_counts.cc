#include "links/value_counts.h"

#include <algorithm>
#include <utility>

#include "lake/lake.h"
#include "link/fillers.h"

namespace hearth::links {
namespace {

constexpr std::uint64_t kMake = 0x33'74'6e'63'68'74'72'68;

struct Head {
  std::uint64_t make = kMake;
  std::uint64_t probe = link::hash_of("hearth");
  char model_sum[64] = {};
  std::uint64_t fields = 0, values = 0;
};

using HashedCount = std::pair<std::uint64_t, std::uint32_t>;

}  // namespace

std::uint64_t hash_of_value(std::size_t field, std::string_view value) {
  return link::mixed(link::hash_of(value), field + 1);
}

std::string counts_name(std::int64_t model) { return load_name(model) + ".counts"; }

Result<void> ValueCounts::write(const std::filesystem::path& path, std::string_view model_sum,
                                const link::Sightings& sightings,
                                const std::vector<std::vector<link::ValueNumber>>& before) {
  std::vector<HashedCount> counts;
  std::vector<std::uint64_t> known;
  std::vector<double> same;
  for (std::size_t i = 0; i < sightings.fields.size(); ++i) {
    const auto& field = sightings.fields[i];
    known.push_back(field.known);
    same.push_back(field.same);
    for (link::ValueNumber value = 1; value < field.counts.size(); ++value) {
      if (field.counts[value] == 0) continue;
      counts.emplace_back(hash_of_value(i, (*field.values)[value]), field.counts[value]);
    }
    for (std::size_t row = 0; row < before[i].size(); ++row) {
      if (before[i][row] == 0 || field.of_row[row] != 0) continue;
      counts.emplace_back(hash_of_value(i, (*field.values)[before[i][row]]), 0);
    }
  }
  std::ranges::sort(counts);
  counts.erase(std::unique(counts.begin(), counts.end(),
                           [](const auto& x, const auto& y) { return x.first == y.first; }),
               counts.end());
  std::vector<std::uint64_t> values;
  std::vector<std::uint32_t> numbers;
  for (const auto& [value, number] : counts) {
    values.push_back(value);
    numbers.push_back(number);
  }
  Head head;
  std::ranges::copy(model_sum.substr(0, sizeof(head.model_sum)), head.model_sum);
  head.fields = known.size();
  head.values = values.size();
  auto writer = ListWriter::create(path);
  if (!writer) return std::unexpected(writer.error());
  writer->put(std::span<const Head>(&head, 1));
  writer->put(std::span<const std::uint64_t>(known));
  writer->put(std::span<const double>(same));
  const auto begins = HashedList::begins_of(values);
  writer->put(std::span<const std::uint32_t>(begins));
  writer->put(std::span<const std::uint64_t>(values));
  writer->put(std::span<const std::uint32_t>(numbers));
  return writer->finish();
}

std::optional<ValueCounts> ValueCounts::open(const std::filesystem::path& path,
                                             std::string_view model_sum) {
  auto file = MappedFile::open(path);
  if (!file) return std::nullopt;
  ListReader reader(file->bytes());
  const auto* found = reader.take_head<Head>();
  if (found == nullptr) return std::nullopt;
  const auto& head = *found;
  const std::string_view sum(head.model_sum, sizeof(head.model_sum));
  if (sum != model_sum) return std::nullopt;
  const auto known = reader.take<std::uint64_t>(head.fields);
  const auto same = reader.take<double>(head.fields);
  const auto begins = reader.take<std::uint32_t>(HashedList::count_of_begins(head.values));
  const auto values = reader.take<std::uint64_t>(head.values);
  const auto numbers = reader.take<std::uint32_t>(head.values);
  if (!reader.ended_well()) return std::nullopt;
  ValueCounts counts(std::move(*file));
  counts.known_ = known;
  counts.same_ = same;
  counts.counts_ = {begins, values, numbers};
  return counts;
}

void ValueCounts::apply(link::Sightings& sightings, const link::Model& model) const {
  std::vector<std::vector<std::uint32_t>> counts;  // by field and value
  for (std::size_t i = 0; i < sightings.fields.size(); ++i) {
    counts.push_back(counts_of(i, sightings.fields[i], model));
    for (auto& value : sightings.fields[i].of_row) {
      if (value != 0 && counts[i][value] == 0) value = 0;
    }
  }
  link::count_values(sightings);
  for (std::size_t i = 0; i < sightings.fields.size(); ++i) {
    auto& field = sightings.fields[i];
    for (link::ValueNumber value = 1; value < field.counts.size(); ++value) {
      if (field.counts[value] != 0) field.counts[value] = counts[i][value];
    }
  }
  tell_of_all(sightings);
}

void ValueCounts::tell_of_all(link::Sightings& sightings) const {
  for (std::size_t i = 0; i < sightings.fields.size(); ++i) {
    sightings.fields[i].known = known_[i];
    sightings.fields[i].same = same_[i];
  }
}

// Of the values that rows have; of fillers 0. What the model has never met is as common as what it
// met once.
std::vector<std::uint32_t> ValueCounts::counts_of(std::size_t index, const link::FieldColumn& field,
                                                  const link::Model& model) const {
  std::vector<bool> asked(field.values->size());
  for (const auto value : field.of_row) asked[value] = true;
  std::vector<std::uint64_t> hashes(asked.size());
  for (link::ValueNumber value = 1; value < asked.size(); ++value) {
    if (!asked[value]) continue;
    hashes[value] = hash_of_value(index, (*field.values)[value]);
    counts_.fetch(hashes[value]);
  }
  std::vector<std::uint32_t> counts(asked.size());
  for (link::ValueNumber value = 1; value < asked.size(); ++value) {
    if (!asked[value] || link::is_always_filler(field.kind, (*field.values)[value], model))
      continue;
    const auto found = counts_.with(hashes[value]);
    counts[value] = found.empty() ? 1 : found.front();
  }
  return counts;
}

}  // namespace hearth::links
