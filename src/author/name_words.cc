#include "author/name_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "author/criterion_words.h"
#include "base/text.h"
#include "language/describe_number.h"

namespace hearth {
namespace {

std::string_view shape_words(Shape shape) {
  static constexpr std::array<std::string_view, 5> kWords = {
      "an event: it has one day", "a spell: from a day to a day, or still open",
      "a reading: it stands until the next one", "a term's record: one for each school term",
      "a statement: somebody said so on a day"};
  return kWords[static_cast<std::size_t>(shape)];
}

std::string range_words(const Field& field) {
  if (!field.least || !field.most) return {};
  return fmt::format(" from {} to {}", *field.least, *field.most);
}

std::string kind_words(const Field& field) {
  switch (field.kind) {
    case FieldKind::Number: return "a number" + range_words(field);
    case FieldKind::Money: return "a sum of money";
    case FieldKind::Flag: return "yes or no";
    case FieldKind::Date: return "a day";
    case FieldKind::Text: return "a text, which no rule can test";
    case FieldKind::Code: return "one of " + join(field.codes, ", ");
  }
  return {};
}

std::string open_words(const Field& field) {
  return field.open ? "; agencies may add codes of their own" : "";
}

std::string in_document(const DeclaredName& name) {
  return "\n\nDeclared in `" + name.tree->source->name() + "`";
}

std::string as_written(const DeclaredName& name) {
  return fmt::format("```plan\n{}\n```", name.tree->source->text(name.whole));
}

std::string record_words(const PlanReading& reading, const DeclaredName& name) {
  const auto id = reading.catalogue.record_type(name.name);
  return id ? words_of(reading.catalogue[*id]) : "**" + name.name + "**, a record type";
}

std::string field_words(const PlanReading& reading, const DeclaredName& name) {
  const auto id = reading.catalogue.record_type(name.of);
  const auto field = id ? reading.catalogue[*id].field(name.name) : std::nullopt;
  if (!field) return fmt::format("**{}**, a field of `{}`", name.name, name.of);
  const auto& type = reading.catalogue[*id];
  return words_of(FieldOf{&type, &type[*field]});
}

std::string code_words(const PlanReading& reading, const DeclaredName& name) {
  const auto dot = name.of.find('.');
  const auto type_name = name.of.substr(0, dot);
  const auto field_name = name.of.substr(dot + 1);
  const auto id = reading.catalogue.record_type(type_name);
  const auto field = id ? reading.catalogue[*id].field(field_name) : std::nullopt;
  auto text = fmt::format("**{}**, a code of `{}` of `{}`", name.name, field_name, type_name);
  if (field) text += ": " + kind_words(reading.catalogue[*id][*field]);
  return text;
}

std::string instrument_words(const PlanReading& reading, const DeclaredName& name) {
  const auto* instrument = reading.catalogue.instrument(name.name);
  return instrument ? words_of(*instrument) : "**" + name.name + "**, an instrument";
}

std::string title_words(const DeclaredName& name, std::string_view kind) {
  std::string title;
  std::visit(
      [&](const auto& node) {
        if constexpr (requires { node.title.text; }) title = node.title.text;
      },
      name.item->node);
  return fmt::format("**{}**, {}: {}", name.name, kind, title);
}

}  // namespace

std::string words_of(const RecordType& type) {
  auto text = fmt::format("**{}**, {}", type.name, shape_words(type.shape));
  if (!type.about.empty()) text += "\n\n" + type.about;
  if (!type.fields.empty()) text += "\n";
  for (const auto& field : type.fields) {
    text += fmt::format("\n- `{}`: {}{}", field.name, kind_words(field), open_words(field));
  }
  if (type.always_covered) text += "\n\nWhat is not recorded did not happen: no feed is needed.";
  if (type.carry_days > 0) {
    text += fmt::format("\n\nCoverage is taken to stand {} days longer, provisionally.",
                        type.carry_days);
  }
  return text;
}

std::string words_of(const FieldOf& of) {
  return fmt::format("**{}**, a field of `{}`: {}{}", of.field->name, of.type->name,
                     kind_words(*of.field), open_words(*of.field));
}

std::string words_of(const Instrument& instrument) {
  return fmt::format(
      "**{}**, {}\n\nScores from {} to {}; {} is better. A change of {} or more counts.",
      instrument.code, instrument.title, instrument.low, instrument.high,
      instrument.higher_is_better ? "higher" : "lower", instrument.least_change);
}

std::string words_of(const PlanReading& reading, const DeclaredName& name) {
  switch (name.kind) {
    case NameKind::Plan: return title_words(name, "the plan");
    case NameKind::Headline: return title_words(name, "a headline");
    case NameKind::Criterion: return criterion_words(reading, name);
    case NameKind::Definition: return as_written(name) + in_document(name);
    case NameKind::Parameter: return as_written(name) + in_document(name);
    case NameKind::Measure: return as_written(name) + in_document(name);
    case NameKind::RecordType: return record_words(reading, name) + in_document(name);
    case NameKind::Field: return field_words(reading, name) + in_document(name);
    case NameKind::Code: return code_words(reading, name);
    case NameKind::Instrument: return instrument_words(reading, name) + in_document(name);
    case NameKind::Argument:
      return fmt::format("**{}**, an argument of `{}`: each use says its value", name.name,
                         name.of);
    case NameKind::Term: return fmt::format("**{}**, a school term", name.name) + in_document(name);
    case NameKind::Person:
      return fmt::format("**{}**, of this example", name.tree->source->text(name.whole));
  }
  return {};
}

}  // namespace hearth
