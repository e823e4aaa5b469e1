#include "link/fillers.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "link/link_diagnostics.h"

namespace hearth::link {
namespace {

constexpr std::array<std::string_view, 6> kFormDates = {"19000101", "18991230", "18991231",
                                                        "18000101", "19010101", "11111111"};
constexpr std::uint32_t kManyRows = 30;   // of one birth date
constexpr double kManyTimes = 20;         // as often as birth dates are on average
constexpr std::uint32_t kManyPeople = 5;  // of one number
constexpr double kMostlyStrangers = 0.5;  // different surnames, as a share of the rows

using ValueSet = std::unordered_set<ValueNumber>;

ValueSet listed(const FieldColumn& field, const auto& words) {
  ValueSet found;
  for (std::size_t i = 1; i < field.counts.size(); ++i) {
    const auto value = static_cast<ValueNumber>(i);
    if (field.counts[i] > 0 && std::ranges::find(words, (*field.values)[value]) != words.end()) {
      found.insert(value);
    }
  }
  return found;
}

ValueSet more_often_than(const FieldColumn& field, double count) {
  ValueSet found;
  for (std::size_t i = 1; i < field.counts.size(); ++i) {
    if (field.counts[i] >= count) found.insert(static_cast<ValueNumber>(i));
  }
  return found;
}

// Those of the values whose rows have so many different surnames that they are of strangers.
ValueSet of_strangers(const ValueSet& values, const FieldColumn& field,
                      const FieldColumn* surname) {
  ValueSet found;
  if (values.empty() || surname == nullptr) return found;
  std::unordered_map<ValueNumber, ValueSet> surnames;
  for (std::size_t row = 0; row < field.of_row.size(); ++row) {
    if (values.contains(field.of_row[row]))
      surnames[field.of_row[row]].insert(surname->of_row[row]);
  }
  for (const auto& [value, names] : surnames) {
    const auto rows = static_cast<double>(field.counts[value]);
    const auto different = static_cast<double>(names.size());
    if (different >= kManyPeople && different >= kMostlyStrangers * rows) found.insert(value);
  }
  return found;
}

ValueSet fillers_of(const FieldColumn& field, const FieldColumn* surname, const Model& model) {
  const auto kind = field.kind;
  if (kind == FieldKind::Forename || kind == FieldKind::Surname) {
    return listed(field, model.fillers);
  }
  if (kind == FieldKind::BirthDate) {
    auto found = listed(field, kFormDates);
    const auto different = std::ranges::count_if(field.counts, [](auto n) { return n > 0; });
    const auto average =
        static_cast<double>(field.known) / std::max(1.0, static_cast<double>(different));
    const auto often = std::max<double>(kManyRows, kManyTimes * average);
    found.merge(of_strangers(more_often_than(field, often), field, surname));
    return found;
  }
  if (names_one_person(kind)) {
    return of_strangers(more_often_than(field, kManyPeople), field, surname);
  }
  return {};
}

}  // namespace

bool is_always_filler(FieldKind kind, std::string_view value, const Model& model) {
  const auto is_in = [&](const auto& words) {
    return std::ranges::find(words, value) != words.end();
  };
  if (kind == FieldKind::BirthDate) return is_in(kFormDates);
  return (kind == FieldKind::Forename || kind == FieldKind::Surname) && is_in(model.fillers);
}

Diagnostics drop_fillers(Sightings& sightings, const Model& model) {
  Diagnostics diagnostics;
  const auto surname = std::ranges::find(sightings.fields, FieldKind::Surname, &FieldColumn::kind);
  const auto* surnames = surname == sightings.fields.end() ? nullptr : &*surname;
  std::vector<ValueSet> found;
  for (const auto& field : sightings.fields) found.push_back(fillers_of(field, surnames, model));
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::int64_t rows = 0;
    for (auto& value : sightings.fields[i].of_row) {
      if (!found[i].contains(value)) continue;
      value = 0;
      ++rows;
    }
    if (rows == 0) continue;
    diagnostics.add(kFiller, {}, model.fields[i].name, static_cast<std::int64_t>(found[i].size()),
                    rows);
  }
  if (!diagnostics.empty()) count_values(sightings);
  return diagnostics;
}

}  // namespace hearth::link
