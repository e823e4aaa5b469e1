#include "language/check_value.h"

#include <algorithm>

#include "base/text.h"
#include "language/describe_number.h"

namespace hearth {
namespace {

std::vector<std::string> instrument_codes(const Checking& checking) {
  std::vector<std::string> codes;
  for (const auto& instrument : checking.plan.catalogue.instruments)
    codes.push_back(instrument.code);
  return codes;
}

bool is_instrument(const RecordType& type, const Field& field) {
  return type.name == "score" && field.name == "instrument";
}

// A record was true on its day; a parameter has another value on each.
bool report_parameter(Checking& checking, const GivenValue& given) {
  const auto& value = *given.value;
  if (std::ranges::count(checking.plan.parameters, value.text, &Parameter::name) == 0) return false;
  report(checking, *given.context, kParameterTested, value.span, value.text);
  return true;
}

std::optional<double> check_code(Checking& checking, const GivenValue& given, RecordTypeId type_id,
                                 FieldId field_id) {
  auto& type = checking.plan.catalogue.record_types[type_id.index];
  auto& field = type.fields[field_id.index];
  const auto& value = *given.value;
  if (const auto code = field.code(value.text)) return static_cast<double>(*code);
  if (report_parameter(checking, given)) return std::nullopt;
  const bool instrument = is_instrument(type, field);
  const auto hint = did_you_mean(value.text, instrument ? instrument_codes(checking) : field.codes);
  if (field.open && hint.empty() && !instrument) {
    field.codes.push_back(value.text);
    return static_cast<double>(field.codes.size() - 1);
  }
  auto& diagnostic =
      instrument
          ? report(checking, *given.context, kUnknownInstrument, value.span, value.text)
          : report(checking, *given.context, kUnknownCode, value.span, field.name, value.text);
  diagnostic.hint = hint;
  return std::nullopt;
}

}  // namespace

GivenValue given_value(const Context& context, const written::Value& value) {
  GivenValue given{&value, &context};
  while (given.value && given.value->kind == written::ValueKind::Word) {
    const auto argument = given.context->arguments.find(given.value->text);
    if (argument == given.context->arguments.end()) break;
    given = {argument->second.value, argument->second.context};
  }
  return given;
}

Quantity quantity_of(const written::Value& value) {
  switch (value.kind) {
    case written::ValueKind::Percent: return Quantity::Percentage;
    case written::ValueKind::Money: return Quantity::Money;
    case written::ValueKind::Date: return Quantity::Date;
    case written::ValueKind::String: return Quantity::Text;
    case written::ValueKind::Word:
      return value.text == "yes" || value.text == "no" ? Quantity::Truth : Quantity::Code;
    default: return Quantity::Plain;
  }
}

double plain_value(const written::Value& value) {
  if (value.kind == written::ValueKind::Date) return value.date.days;
  if (value.kind == written::ValueKind::Word) return value.text == "yes" ? 1 : 0;
  return value.number;
}

std::optional<double> check_field_value(Checking& checking, const Context& context,
                                        RecordTypeId type_id, FieldId field_id,
                                        const written::Value& written_value) {
  const auto given = given_value(context, written_value);
  if (!given.value || given.value->kind == written::ValueKind::Invalid) return std::nullopt;
  const auto& type = checking.plan.catalogue[type_id];
  const auto& field = type[field_id];
  const auto& value = *given.value;
  const auto wanted = quantity_of(type, field);
  // A code may be called `no` or `none`; whether it is one, its own field knows.
  const bool word = value.kind == written::ValueKind::Word;
  const bool code = wanted == Quantity::Code || wanted == Quantity::Grade;
  if (code && word) return check_code(checking, given, type_id, field_id);
  if (word && report_parameter(checking, given)) return std::nullopt;
  const auto found = quantity_of(value);
  if (found != Quantity::Code && alike(found, wanted)) return plain_value(value);
  report(checking, *given.context, kUnlikeValue, value.span, value.text, to_text(found),
         to_text(wanted))
      .hint = sign_hint(value, wanted);
  return std::nullopt;
}

std::string sign_hint(const written::Value& value, Quantity wanted) {
  using enum written::ValueKind;
  if (value.kind != Number && value.kind != Percent && value.kind != Money) {
    return wanted == Quantity::Truth ? "say yes or no" : "";
  }
  const double number = value.kind == Percent ? value.number * 100 : value.number;
  if (wanted == Quantity::Percentage) return fmt::format("did you mean `{:.6g}%`?", number);
  if (wanted == Quantity::Money) {
    return fmt::format("did you mean `{}`?", value_words(number, Quantity::Money, nullptr));
  }
  const bool bare = alike(Quantity::Plain, wanted);
  return bare && value.kind != Number ? fmt::format("did you mean `{:.6g}`?", number) : "";
}

}  // namespace hearth
