#include "intake/gathered_records.h"

#include <algorithm>

namespace hearth {

std::size_t GatheredRecords::ThingHash::operator()(const Thing& thing) const {
  const auto person_and_type = (std::uint64_t{thing.person} << 16) ^ thing.type;
  const auto mixed = (person_and_type << 20) ^ static_cast<std::uint32_t>(thing.start);
  return std::hash<std::uint64_t>{}(mixed * 0x9E3779B97F4A7C15u);
}

void GatheredRecords::add(GatheredRecord record) {
  const Thing thing{record.type.index, record.person, record.record.start.days};
  auto& told = told_[thing];
  if (!told.empty() && records_[told.front()].load != record.load) {
    for (const auto earlier : told) replaced_[earlier] = true;
    told_again_ += static_cast<std::int64_t>(told.size());
    told.clear();
  }
  told.push_back(static_cast<std::uint32_t>(records_.size()));
  auto& last_load = last_load_of_[record.type.index];
  last_load = std::max(last_load, record.load);
  records_.push_back(std::move(record));
  replaced_.push_back(false);
}

std::map<std::string, std::int64_t> GatheredRecords::counts(const Catalogue& catalogue) const {
  std::map<std::string, std::int64_t> counts;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (!replaced_[i]) ++counts[catalogue[records_[i].type].name];
  }
  return counts;
}

void GatheredRecords::put_into(FactsBuilder& builder,
                               const std::function<std::string(Lineage)>& source) const {
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (replaced_[i]) continue;
    auto record = records_[i].record;
    const auto where = source(record.lineage);
    record.source = where;
    const bool gone = records_[i].load < last_load_of_.at(records_[i].type.index);
    if (records_[i].last_seen && gone) record.end = std::max(record.start, *records_[i].last_seen);
    builder.add_record(records_[i].type, PersonId(records_[i].person), record);
  }
}

}  // namespace hearth
