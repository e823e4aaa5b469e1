#include "language/check_catalogue.h"

#include <algorithm>

#include "base/text.h"
#include "language/check_value.h"

namespace hearth {
namespace {

// The columns every record's file has beside its fields.
const std::vector<std::string>& own_columns() {
  static const std::vector<std::string> kNames = {
      "person_id", "family_id", "date", "start_date", "end_date", "term", "known_on", "source"};
  return kNames;
}

struct TypeCheck {
  Checking& checking;
  const Tree& tree;
  RecordType& type;

  std::optional<double> limit(const std::optional<written::Value>& value) const {
    if (!value || value->kind == written::ValueKind::Invalid) return std::nullopt;
    return value->number;
  }

  void add_codes(const written::FieldLine& line, Field& field) const {
    for (const auto& code : line.codes) {
      if (!code.exists()) continue;
      if (field.code(code.text)) {
        checking.report(kDuplicateName, tree, code.span, "code of `" + field.name + "`", code.text);
      } else {
        field.codes.push_back(code.text);
      }
    }
  }

  void add_field(const written::FieldLine& line) const {
    if (!line.name.exists()) return;
    if (std::ranges::count(own_columns(), line.name.text) > 0) {
      checking.report(kReservedField, tree, line.name.span, type.name, line.name.text);
    }
    if (type.field(line.name.text)) {
      checking.report(kDuplicateName, tree, line.name.span, "field of `" + type.name + "`",
                      line.name.text);
      return;
    }
    Field field{line.name.text,    line.kind,       {}, line.open, line.in_order,
                limit(line.least), limit(line.most)};
    if (field.least && field.most && *field.least > *field.most) {
      checking.report(kRangeBackwards, tree, cover(line.least->span, line.most->span));
    }
    add_codes(line, field);
    type.fields.push_back(std::move(field));
  }

  // A field that can be added up; reports one that cannot.
  std::optional<FieldId> number_field(const written::Word& name) const {
    return number_field_of(checking, tree, type, name);
  }

  void add_check(const written::CheckLine& line) const {
    RowCheck check;
    bool good = !line.parts.empty();
    for (const auto& part : line.parts) {
      const auto field = number_field(part);
      good = good && field;
      if (field) check.parts.push_back(*field);
    }
    const auto whole = number_field(line.whole);
    if (!good || !whole) return;
    check.whole = *whole;
    type.checks.push_back(std::move(check));
  }

  static std::optional<FieldId> number_field_of(Checking& checking, const Tree& tree,
                                                const RecordType& type, const written::Word& name) {
    if (!name.exists()) return std::nullopt;
    const auto field = type.field(name.text);
    if (!field) {
      checking.report(kUnknownField, tree, name.span, type.name, name.text).hint =
          did_you_mean(name.text, field_names(type));
      return std::nullopt;
    }
    const auto kind = type[*field].kind;
    if (kind == FieldKind::Number || kind == FieldKind::Money) return field;
    checking.report(kNotANumber, tree, name.span, name.text,
                    to_text(quantity_of(type, type[*field])));
    return std::nullopt;
  }
};

void check_measure(Checking& checking, const Tree& tree, const written::MeasureItem& item) {
  const bool named = checking.claim_name("measure", tree, item.name);
  if (!item.type.exists()) return;
  const auto type_id = checking.plan.catalogue.record_type(item.type.text);
  if (!type_id) {
    checking.report(kUnknownRecordType, tree, item.type.span, item.type.text).hint =
        did_you_mean(item.type.text, record_type_names(checking));
    return;
  }
  const auto& type = checking.plan.catalogue[*type_id];
  Measure measure{item.name.text, *type_id, {}, {}};
  bool good = named && !item.top.empty();
  for (const auto& part : item.top) {
    const auto field = TypeCheck::number_field_of(checking, tree, type, part.field);
    good = good && field;
    if (field) measure.top.push_back({*field, part.sign});
  }
  const auto bottom = TypeCheck::number_field_of(checking, tree, type, item.bottom);
  if (!good || !bottom) return;
  measure.bottom = *bottom;
  checking.plan.catalogue.measures.push_back(std::move(measure));
}

bool is_number(const written::Value& value) { return value.kind == written::ValueKind::Number; }

void check_instrument(Checking& checking, const Tree& tree, const written::InstrumentItem& item) {
  if (!checking.claim_name("instrument", tree, item.code)) return;
  const bool scale = is_number(item.low) && is_number(item.high);
  const double width = item.high.number - item.low.number;
  if (scale && width <= 0) {
    checking.report(kRangeBackwards, tree, cover(item.low.span, item.high.span));
  } else if (scale && is_number(item.least_change) &&
             (item.least_change.number <= 0 || item.least_change.number > width)) {
    checking.report(kChangeOffScale, tree, item.least_change.span, item.least_change.number);
  }
  checking.plan.catalogue.instruments.push_back({item.code.text, item.title.text, item.low.number,
                                                 item.high.number, item.higher_is_better,
                                                 item.least_change.number});
}

template <typename Node, typename Check>
void each(const Tree& tree, Check check) {
  for (const auto& item : tree.items) {
    if (const auto* node = std::get_if<Node>(&item.node)) check(*node);
  }
}

}  // namespace

void check_record_types(Checking& checking, const Tree& tree) {
  each<written::RecordItem>(tree, [&](const written::RecordItem& item) {
    const bool named = checking.claim_name("record type", tree, item.name);
    RecordType type;
    type.name = item.name.text;
    type.shape = item.shape;
    type.about = item.about.text;
    type.always_covered = item.always_covered;
    type.carry_days = item.carry_days;
    const TypeCheck check{checking, tree, type};
    for (const auto& line : item.fields) check.add_field(line);
    for (const auto& line : item.checks) check.add_check(line);
    if (named) checking.plan.catalogue.record_types.push_back(std::move(type));
  });
}

void check_measures(Checking& checking, const Tree& tree) {
  each<written::MeasureItem>(
      tree, [&](const written::MeasureItem& item) { check_measure(checking, tree, item); });
}

void check_instruments(Checking& checking, const Tree& tree) {
  each<written::InstrumentItem>(
      tree, [&](const written::InstrumentItem& item) { check_instrument(checking, tree, item); });
  auto& catalogue = checking.plan.catalogue;
  const auto score = catalogue.record_type("score");
  const auto field = score ? catalogue[*score].field("instrument") : std::nullopt;
  if (!field) return;
  auto& codes = catalogue.record_types[score->index].fields[field->index];
  for (const auto& instrument : catalogue.instruments) {
    if (codes.kind == FieldKind::Code && !codes.code(instrument.code)) {
      codes.codes.push_back(instrument.code);
    }
  }
}

}  // namespace hearth
