#include "identity/keep_known.h"

#include <algorithm>

#include "identity/kept_people.h"

namespace hearth::identity {
namespace {

namespace fs = std::filesystem;

// The numbers of a field's values, given to those that are new.
class FieldValues {
 public:
  FieldValues(std::size_t index, const link::FieldColumn& field, const KnownRows& known,
              KeysContent& content)
      : field_(field), known_(known), content_(content), value_of_(field.counts.size()) {
    for (link::ValueNumber value = 0; value < value_of_.size(); ++value) {
      hashes_.push_back(hash_of_value(index, (*field.values)[value]));
      known.fetch_value(hashes_.back());
    }
  }

  ValueId of(link::RowNumber row) {
    const auto value = field_.of_row[row];
    if (value == 0) return 0;
    auto& number = value_of_[value];
    if (number == 0) number = known_or_new(value);
    return number;
  }

 private:
  ValueId known_or_new(link::ValueNumber value) {
    const auto text = (*field_.values)[value];
    if (const auto known = known_.value(hashes_[value], text)) return *known;
    auto& values = content_.values;
    values.add(text, field_.counts[value]);
    const auto number = known_.values() + static_cast<ValueId>(values.texts.size());
    values.hashed.push_back({hashes_[value], number});
    return number;
  }

  const link::FieldColumn& field_;
  const KnownRows& known_;
  KeysContent& content_;
  std::vector<ValueId> value_of_;
  std::vector<std::uint64_t> hashes_;  // by value
};

}  // namespace

KeysContent content_of(const link::Sightings& sightings, const KnownRows& known) {
  KeysContent content;
  const auto fields = sightings.fields.size();
  for (link::RowNumber row = 0; row < sightings.size(); ++row) {
    const auto place = place_of(sightings.inputs[sightings.input_of[row]], sightings.row_ids[row]);
    content.places.push_back({static_cast<std::uint32_t>(place.load),
                              static_cast<std::uint32_t>(place.part),
                              static_cast<std::uint32_t>(place.row)});
    content.keys.push_back({content_key(sightings.content[row]), known.size() + row});
    content.keys.push_back({place_key(place), known.size() + row});
  }
  content.people.resize(sightings.size());
  content.groups.resize(sightings.size(), kNoGroup);
  content.contents = sightings.content;
  content.cells.resize(sightings.size() * fields);
  for (std::size_t i = 0; i < fields; ++i) {
    FieldValues values(i, sightings.fields[i], known, content);
    for (link::RowNumber row = 0; row < sightings.size(); ++row) {
      content.cells[row * fields + i] = values.of(row);
    }
  }
  std::ranges::sort(content.values.hashed);
  return content;
}

void put_keys(const RuleKeys& keys, RowId first, KeysContent& content) {
  for (const auto& of_rule : keys) {
    for (RowId row = 0; row < of_rule.size(); ++row) {
      if (of_rule[row] != 0) content.keys.push_back({of_rule[row], first + row});
    }
  }
  std::ranges::sort(content.keys);
}

// Each both ways.
void put_pairs(const FoundPairs& found, KeysContent& content) {
  for (const auto& pair : found.likely) {
    content.likely.push_back(pair);
    content.likely.push_back({{pair.rows.b, pair.rows.a}, pair.bits});
  }
  std::ranges::sort(content.likely, {}, &LikelyPair::rows);
  for (const auto& pair : found.apart) {
    content.apart.push_back(pair);
    content.apart.push_back({pair.b, pair.a});
  }
  std::ranges::sort(content.apart);
}

void put_groups(const std::vector<RowGroup>& groups, RowId first, KeysContent& content) {
  for (const auto& group : groups) {
    if (group.row < first) {
      content.regrouped.push_back(group);
    } else {
      content.groups[group.row - first] = group.group;
    }
  }
}

void put_people(const link::LastingPeople& people, RowId first, KeysContent& content) {
  const auto before = static_cast<std::ptrdiff_t>(content.keys.size());
  for (RowId row = 0; row < content.places.size(); ++row) {
    const auto& [load, part, number] = content.places[row];
    const auto* kept = people.find(key_of({load, part, number}));
    if (kept == nullptr) continue;
    content.people[row] = static_cast<PersonNumber>(link::person_number(kept->first_of));
    content.keys.push_back({person_key(content.people[row]), first + row});
  }
  std::sort(content.keys.begin() + before, content.keys.end());
  std::inplace_merge(content.keys.begin(), content.keys.begin() + before, content.keys.end());
}

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

}  // namespace hearth::identity
