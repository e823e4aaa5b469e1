#include "engine/record_words.h"

#include <fmt/format.h>

namespace hearth {
namespace {

std::string value_words(const Field& field, double value) {
  switch (field.kind) {
    case FieldKind::Number: return number_words(value);
    case FieldKind::Money: return fmt::format("£{:.2f}", value);
    case FieldKind::Flag: return value != 0 ? "yes" : "no";
    case FieldKind::Code: {
      const auto code = static_cast<std::size_t>(value);
      return code < field.codes.size() ? field.codes[code] : std::string();
    }
    case FieldKind::Date: return to_text(Date{static_cast<std::int32_t>(value)});
    case FieldKind::Text: return {};
  }
  return {};
}

}  // namespace

const RecordTable& table_of(const Facts& facts, const RecordRef& record) {
  return record.of == RecordRef::Of::People ? facts.of_people[record.type.index]
                                            : facts.of_families[record.type.index];
}

std::vector<std::pair<std::string, std::string>> known_fields(const Facts& facts,
                                                              const RecordRef& record) {
  std::vector<std::pair<std::string, std::string>> known;
  const auto& table = table_of(facts, record);
  const auto& fields = facts.catalogue[record.type].fields;
  for (std::size_t i = 0; i < fields.size() && i < table.fields.size(); ++i) {
    const double value = table.fields[i][record.row];
    if (!is_known(value) || fields[i].kind == FieldKind::Text) continue;
    known.emplace_back(fields[i].name, value_words(fields[i], value));
  }
  return known;
}

std::vector<std::string> unknown_figures(const Facts& facts, const RecordRef& record) {
  const auto& type = facts.catalogue[record.type];
  if (type.shape != Shape::Term) return {};
  std::vector<std::string> unknown;
  const auto& table = table_of(facts, record);
  for (std::size_t i = 0; i < type.fields.size() && i < table.fields.size(); ++i) {
    if (!is_known(table.fields[i][record.row])) unknown.push_back(type.fields[i].name);
  }
  return unknown;
}

const Member* member_on(const Facts& facts, FamilyId family, PersonId person, Date on) {
  for (const auto i : facts.members_of(family)) {
    const auto& member = facts.members[i];
    if (member.person == person && member.first <= on && on <= member.last) return &member;
  }
  return nullptr;
}

std::string to_text(Role role) {
  constexpr std::string_view kNames[] = {"parent", "child", "adult", "expectant", "other"};
  return std::string(kNames[static_cast<int>(role)]);
}

std::optional<int> age_of(const Person& person, Date on) {
  if (!person.born || *person.born > on) return std::nullopt;
  return age_on(*person.born, on);
}

std::string period_words(Date first, Date last) {
  if (first == last) return to_text(first);
  if (first <= kBeginning) return "up to " + to_text(last);
  if (last >= kForever) return to_text(first) + " onwards";
  return fmt::format("{} to {}", to_text(first), to_text(last));
}

std::string number_words(double value) { return fmt::format("{:.10g}", value); }

}  // namespace hearth
