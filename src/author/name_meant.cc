#include "author/name_meant.h"

#include <algorithm>

#include "author/written_tests.h"

namespace hearth {
namespace {

// In this order of what a name of the kind may turn out to be.
struct Candidates {
  std::string_view named;  // as the parser calls what it reads there
  std::vector<NameKind> kinds;
};

const std::vector<Candidates>& candidates() {
  using enum NameKind;
  static const std::vector<Candidates> kCandidates = {
      {"a record type", {RecordType, Definition}},
      {"a record type or a role", {RecordType}},
      {"a condition", {Definition, Argument}},
      {"a definition", {Definition}},
      {"an argument", {Argument}},
      {"a parameter", {Parameter}},
      {"a measure", {Measure}},
      {"an instrument", {Instrument}},
      {"a plan", {Plan}},
      {"a ref, such as `2a`", {Criterion, Headline}},
      {"a person", {Person}},
      {"a value", {Argument, Parameter}},
      {"a day such as 2024-04-01, or a term", {Term}},
      {"the name of a term, such as 2024-autumn", {Term}},
  };
  return kCandidates;
}

// What a name of the kind belongs to here.
std::string owner(NameKind kind, const WordAt& word) {
  if (kind == NameKind::Argument) return word.name;
  return kind == NameKind::Person ? word.item : std::string();
}

const DeclaredName* find_first(const PlanReading& reading, const WordAt& word,
                               std::span<const NameKind> kinds) {
  for (const auto kind : kinds) {
    if (kind == NameKind::Headline && word.item != "headline") continue;
    if (const auto* found = reading.names.find(kind, word.text, owner(kind, word))) return found;
  }
  return nullptr;
}

std::string named_field(const FieldOf& of) { return of.type->name + "." + of.field->name; }

const DeclaredName* find_field(const PlanReading& reading, const WordAt& word) {
  auto types = reading.names.record_types(word.records);
  if (types.empty() && word.item == "record") types.push_back(word.name);
  for (const auto& type : types) {
    if (const auto* found = reading.names.find(NameKind::Field, word.text, type)) return found;
  }
  return nullptr;
}

const DeclaredName* find_code(const PlanReading& reading, const WordAt& word) {
  for (const auto& of : fields_of_value(reading, word)) {
    const auto field = named_field(of);
    const bool scale = field == "score.instrument";
    const auto* instrument = scale ? reading.names.find(NameKind::Instrument, word.text) : nullptr;
    if (instrument) return instrument;
    if (const auto* found = reading.names.find(NameKind::Code, word.text, field)) return found;
  }
  return nullptr;
}

std::vector<FieldOf> fields_named(const Catalogue& catalogue,
                                  std::span<const std::string> type_names,
                                  std::string_view field_name) {
  std::vector<FieldOf> found;
  for (const auto& name : type_names) {
    const auto id = catalogue.record_type(name);
    if (!id) continue;
    const auto& type = catalogue[*id];
    if (const auto field = type.field(field_name)) found.push_back({&type, &type[*field]});
  }
  return found;
}

std::vector<FieldOf> fields_of_statement(const PlanReading& reading, std::string_view field) {
  const std::vector<std::string> type = {"statement"};
  return fields_named(reading.catalogue, type, field);
}

// The fields with which the called definition compares its argument.
std::vector<FieldOf> fields_of_argument(const PlanReading& reading, const WordAt& place) {
  const auto* declared = reading.names.find(NameKind::Definition, place.called);
  if (!declared) return {};
  const auto& arguments = std::get<written::Define>(declared->item->node).arguments;
  if (place.argument >= arguments.size()) return {};
  const auto& argument = arguments[place.argument].text;
  std::vector<FieldOf> found;
  for (const auto& test : tests_within(*declared->tree, declared->whole)) {
    const auto uses = std::ranges::find(test.test->values, argument, &written::Value::text);
    if (uses == test.test->values.end()) continue;
    const auto types = reading.names.record_types(test.records);
    std::ranges::copy(fields_named(reading.catalogue, types, test.test->field.text),
                      std::back_inserter(found));
  }
  return found;
}

}  // namespace

std::vector<FieldOf> fields_in_reach(const PlanReading& reading, const WordAt& place) {
  const auto& catalogue = reading.catalogue;
  const auto types = reading.names.record_types(place.records);
  std::vector<FieldOf> found;
  for (const auto& type : catalogue.record_types) {
    const bool wanted = types.empty() || std::ranges::find(types, type.name) != types.end();
    if (!wanted) continue;
    for (const auto& field : type.fields) found.push_back({&type, &field});
  }
  return found;
}

std::vector<FieldOf> fields_of_value(const PlanReading& reading, const WordAt& place) {
  if (place.names_a("who says it")) return fields_of_statement(reading, "by");
  if (place.names_a("a kind of statement, such as `improved`")) {
    return fields_of_statement(reading, "kind");
  }
  if (!place.called.empty()) return fields_of_argument(reading, place);
  if (place.field.empty()) return {};
  const auto types = reading.names.record_types(place.records);
  return fields_named(reading.catalogue, types, place.field);
}

const DeclaredName* name_meant(const PlanReading& reading, const WordAt& word) {
  if (word.is_word || word.text.empty()) return nullptr;
  if (word.names_a("a field")) {
    if (const auto* found = find_field(reading, word)) return found;
  }
  if (const auto* found = find_code(reading, word)) return found;
  for (const auto& [named, kinds] : candidates()) {
    if (!word.names_a(named)) continue;
    if (const auto* found = find_first(reading, word, kinds)) return found;
  }
  if (!word.names.empty()) return nullptr;
  // Behind a mistake: any name will do, the most particular first.
  using enum NameKind;
  static const std::vector<NameKind> kAny = {Person,  Argument,  RecordType, Definition,
                                             Measure, Parameter, Instrument, Criterion};
  return find_first(reading, word, kAny);
}

}  // namespace hearth
