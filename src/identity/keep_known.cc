#include "identity/keep_known.h"

#include <algorithm>

#include "identity/kept_people.h"
#include "identity/sighted_rows.h"

namespace hearth::identity {
namespace {

// The numbers of a field's values, given to those that are new.
class FieldValues {
 public:
  FieldValues(std::size_t index, const link::FieldColumn& field, const links::KnownRows& known,
              links::KeysContent& content)
      : field_(field), known_(known), content_(content), value_of_(field.counts.size()) {
    for (link::ValueNumber value = 0; value < value_of_.size(); ++value) {
      hashes_.push_back(links::hash_of_value(index, (*field.values)[value]));
      known.fetch_value(hashes_.back());
    }
  }

  links::ValueId of(link::RowNumber row) {
    const auto value = field_.of_row[row];
    if (value == 0) return 0;
    auto& number = value_of_[value];
    if (number == 0) number = known_or_new(value);
    return number;
  }

 private:
  links::ValueId known_or_new(link::ValueNumber value) {
    const auto text = (*field_.values)[value];
    if (const auto known = known_.value(hashes_[value], text)) return *known;
    auto& values = content_.values;
    values.add(text, field_.counts[value]);
    const auto number = known_.values() + static_cast<links::ValueId>(values.texts.size());
    values.hashed.push_back({hashes_[value], number});
    return number;
  }

  const link::FieldColumn& field_;
  const links::KnownRows& known_;
  links::KeysContent& content_;
  std::vector<links::ValueId> value_of_;
  std::vector<std::uint64_t> hashes_;  // by value
};

}  // namespace

links::KeysContent content_of(const link::Sightings& sightings, const links::KnownRows& known) {
  links::KeysContent content;
  const auto fields = sightings.fields.size();
  for (link::RowNumber row = 0; row < sightings.size(); ++row) {
    const auto place = place_of(sightings.inputs[sightings.input_of[row]], sightings.row_ids[row]);
    content.places.push_back({static_cast<std::uint32_t>(place.load),
                              static_cast<std::uint32_t>(place.part),
                              static_cast<std::uint32_t>(place.row)});
    content.keys.push_back({links::content_key(sightings.content[row]), known.size() + row});
    content.keys.push_back({links::place_key(place), known.size() + row});
  }
  content.people.resize(sightings.size());
  content.groups.resize(sightings.size(), links::kNoGroup);
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

void put_keys(const RuleKeys& keys, links::RowId first, links::KeysContent& content) {
  for (const auto& of_rule : keys) {
    for (links::RowId row = 0; row < of_rule.size(); ++row) {
      if (of_rule[row] != 0) content.keys.push_back({of_rule[row], first + row});
    }
  }
  std::ranges::sort(content.keys);
}

// Each both ways.
void put_pairs(const FoundPairs& found, links::KeysContent& content) {
  for (const auto& pair : found.likely) {
    content.likely.push_back(pair);
    content.likely.push_back({{pair.rows.b, pair.rows.a}, pair.bits});
  }
  std::ranges::sort(content.likely, {}, &links::LikelyPair::rows);
  for (const auto& pair : found.apart) {
    content.apart.push_back(pair);
    content.apart.push_back({pair.b, pair.a});
  }
  std::ranges::sort(content.apart);
}

void put_people(const link::LastingPeople& people, links::RowId first,
                links::KeysContent& content) {
  const auto before = static_cast<std::ptrdiff_t>(content.keys.size());
  for (links::RowId row = 0; row < content.places.size(); ++row) {
    const auto& [load, part, number] = content.places[row];
    const auto* kept = people.find(key_of({load, part, number}));
    if (kept == nullptr) continue;
    content.people[row] = static_cast<links::PersonNumber>(link::person_number(kept->first_of));
    content.keys.push_back({links::person_key(content.people[row]), first + row});
  }
  std::sort(content.keys.begin() + before, content.keys.end());
  std::inplace_merge(content.keys.begin(), content.keys.begin() + before, content.keys.end());
}

}  // namespace hearth::identity
