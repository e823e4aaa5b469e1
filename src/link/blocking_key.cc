#include "link/blocking_key.h"

#include <algorithm>
#include <array>

#include "link/folded.h"
#include "link/similarity.h"

namespace hearth::link {
namespace {

constexpr std::array<std::string_view, 10> kPartNames = {
    "",      " start",  " end",      " sound",  " year and month", " day and month",
    " year", " sector", " district", " mailbox"};

std::vector<KeyPart> parts_of(FieldKind kind) {
  using enum KeyPart;
  switch (kind) {
    case FieldKind::Forename: return {Whole, Start, End};
    case FieldKind::Surname: return {Whole, Start, End, Sound};
    case FieldKind::BirthDate: return {Whole, YearMonth, DayMonth, Year};
    case FieldKind::Postcode: return {Whole, Sector, District};
    case FieldKind::Email: return {Whole, Mailbox};
    case FieldKind::Sex:
    case FieldKind::Role: return {};
    default: return {Whole};
  }
}

std::string start_of(std::string_view value) {
  std::string start;
  for (int i = 0; i < 3 && !value.empty(); ++i) append_character(start, take_character(value));
  return start;
}

std::string_view without_last(std::string_view value, std::size_t count) {
  return value.size() < 5 ? std::string_view() : value.substr(0, value.size() - count);
}

// Names are one kind of thing, wherever they stand.
std::uint64_t salt(const Model& model, const KeySource& source) {
  const auto kind = model.fields[source.field].kind;
  const bool name = kind == FieldKind::Forename || kind == FieldKind::Surname;
  if (name && source.part == KeyPart::Whole) return 1;
  return mixed(source.field + 2, static_cast<std::uint64_t>(source.part));
}

}  // namespace

std::string key_part(KeyPart part, FieldKind kind, std::string_view value) {
  switch (part) {
    case KeyPart::Whole:
      return std::string(kind == FieldKind::Forename ? value.substr(0, value.find(' ')) : value);
    case KeyPart::Start: return start_of(value);
    case KeyPart::End:
      return std::string(value.substr(value.size() - std::min<std::size_t>(value.size(), 3)));
    case KeyPart::Sound: return sound(value);
    case KeyPart::YearMonth: return std::string(value.substr(0, 6));
    case KeyPart::DayMonth: return std::string(value.substr(4));
    case KeyPart::Year: return std::string(value.substr(0, 4));
    case KeyPart::Sector: return std::string(without_last(value, 2));
    case KeyPart::District: return std::string(without_last(value, 3));
    case KeyPart::Mailbox: return std::string(value.substr(0, value.find('@')));
  }
  return {};
}

std::vector<KeySource> key_sources(const Model& model, const Sightings& sightings) {
  std::vector<KeySource> sources;
  for (std::size_t field = 0; field < model.fields.size(); ++field) {
    const auto kind = model.fields[field].kind;
    const auto& column = sightings.fields[field];
    if (column.known == 0) continue;
    for (const auto part : parts_of(kind)) {
      KeySource source{field, part, std::vector<std::uint64_t>(column.values->size())};
      const auto salted = salt(model, source);
      for (ValueNumber value = 1; value < source.of_value.size(); ++value) {
        if (column.counts[value] == 0) continue;
        const auto text = key_part(part, kind, (*column.values)[value]);
        if (!text.empty()) source.of_value[value] = mixed(hash_of(text), salted) | 1;
      }
      sources.push_back(std::move(source));
    }
  }
  return sources;
}

std::uint64_t key_of(const BlockingRule& rule, const std::vector<KeySource>& sources,
                     const Sightings& sightings, RowNumber row) {
  std::uint64_t sum = 0;  // in any order
  for (const auto index : rule.sources) {
    const auto part = sources[index].of(sightings, row);
    if (part == 0) return 0;
    sum += part;
  }
  return mixed(sum, rule.sources.size()) | 1;
}

std::string to_text(const BlockingRule& rule, const std::vector<KeySource>& sources,
                    const Model& model) {
  std::string text;
  for (const auto index : rule.sources) {
    const auto& source = sources[index];
    if (!text.empty()) text += " + ";
    text += model.fields[source.field].name;
    text += kPartNames[static_cast<std::size_t>(source.part)];
  }
  return text;
}

}  // namespace hearth::link
