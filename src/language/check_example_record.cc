#include "language/check_example_record.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "language/check_value.h"
#include "language/describe_number.h"
#include "language/example_diagnostics.h"

namespace hearth {
namespace {

struct RecordCheck {
  Checking& checking;
  ExampleFacts& facts;
  const written::RecordLine& line;
  RecordTypeId type_id;

  const RecordType& type() const { return facts.builder.catalogue()[type_id]; }

  std::optional<double> code(FieldId field_id, const written::Value& value) const {
    const auto& field = type()[field_id];
    if (const auto known = field.code(value.text)) return static_cast<double>(*known);
    const auto hint = did_you_mean(value.text, field.codes);
    if (field.open && hint.empty()) {
      return static_cast<double>(facts.builder.open_code(type_id, field_id, value.text));
    }
    checking.report(kUnknownCode, *facts.tree, value.span, field.name, value.text).hint = hint;
    return std::nullopt;
  }

  // A text that is kept as it is; what `about` names must be a criterion.
  double text(const Field& field, const written::Value& value) const {
    if (field.name == "about" && !checking.plan.criterion(value.text)) {
      checking.report(kUnknownCriterion, *facts.tree, value.span, value.text);
    }
    return facts.builder.text(value.text);
  }

  std::optional<double> plain(const Field& field, const written::Value& value) const {
    const auto wanted = quantity_of(type(), field);
    const auto found = quantity_of(value);
    if (found == Quantity::Code || !alike(found, wanted)) {
      checking
          .report(kUnlikeValue, *facts.tree, value.span, value.text, to_text(found),
                  to_text(wanted))
          .hint = sign_hint(value, wanted);
      return std::nullopt;
    }
    const double number = plain_value(value);
    const bool below = field.least && number < *field.least;
    const bool above = field.most && number > *field.most;
    if (below || above) {
      checking.report(kOutOfRange, *facts.tree, value.span, value.text, field.name);
    }
    return number;
  }

  std::optional<double> value_of(FieldId id, const written::Value& value) const {
    if (value.kind == written::ValueKind::Invalid) return std::nullopt;
    const auto& field = type()[id];
    if (field.kind == FieldKind::Text) return text(field, value);
    const bool word = value.kind == written::ValueKind::Word;
    if (field.kind == FieldKind::Code && word) return code(id, value);
    return plain(field, value);
  }

  std::vector<double> fields() const {
    std::vector<double> values(type().fields.size(), kNotKnown);
    for (const auto& [name, value] : line.fields) {
      if (!name.exists()) continue;
      const auto field = type().field(name.text);
      if (!field) {
        checking.report(kUnknownField, *facts.tree, name.span, type().name, name.text).hint =
            did_you_mean(name.text, field_names(type()));
        continue;
      }
      if (is_known(values[field->index])) {
        checking.report(kFieldTwice, *facts.tree, name.span, name.text, type().name);
      }
      if (const auto known = value_of(*field, value)) values[field->index] = *known;
    }
    return values;
  }

  void report_broken_checks(const std::vector<double>& values) const {
    for (const auto& check : type().checks) {
      double sum = 0;
      std::vector<std::string> names;
      for (const auto part : check.parts) {
        if (is_known(values[part.index])) sum += values[part.index];
        names.push_back("`" + type()[part].name + "`");
      }
      if (!is_known(values[check.whole.index]) || sum <= values[check.whole.index]) continue;
      checking.report(kRowBreaksCheck, *facts.tree, line.span, join(names, " and "),
                      type()[check.whole].name);
    }
  }

  bool report_wrong_dates(const char* wanted) const {
    checking.report(kWrongDates, *facts.tree, line.type.span, type().name, wanted);
    return false;
  }

  bool term_dates(Record& record) const {
    const auto* term = facts.terms.find(line.term.text);
    if (term) {
      record.start = term->first;
      record.end = term->last;
      return true;
    }
    std::vector<std::string> names;
    for (const auto& each : facts.terms.terms()) names.push_back(each.name);
    checking.report(kUnknownTerm, *facts.tree, line.term.span, line.term.text).hint =
        did_you_mean(line.term.text, std::move(names));
    return false;
  }

  bool dates(Record& record) const {
    const bool has_term = line.term.exists();
    if (type().shape == Shape::Term) {
      if (!has_term) return report_wrong_dates("a term, such as `2024-spring`");
      return term_dates(record);
    }
    if (type().shape == Shape::Spell) {
      if (has_term || !line.start || (!line.end && !line.open)) {
        return report_wrong_dates("two dates, or `from` and a date while it is open");
      }
      record.start = line.start->date;
      record.end = line.end ? line.end->date : kForever;
      if (record.end >= record.start) return true;
      checking.report(kEndBeforeStart, *facts.tree, cover(line.start->span, line.end->span),
                      "spell");
      return false;
    }
    if (has_term || !line.start || line.end || line.open) return report_wrong_dates("one date");
    record.start = record.end = line.start->date;
    return true;
  }

  void add() const {
    Record record;
    const bool dated = dates(record);
    record.fields = fields();
    report_broken_checks(record.fields);
    record.lineage = facts.lineage_of(line.span);
    if (!dated) return;
    if (line.of_family) {
      facts.builder.add_record(type_id, facts.family, record);
      return;
    }
    const auto person = facts.people.find(line.person.text);
    if (person != facts.people.end()) {
      facts.builder.add_record(type_id, person->second, record);
    } else if (line.person.exists()) {
      report_unknown_person();
    }
  }

  void report_unknown_person() const {
    std::vector<std::string> names;
    for (const auto& [name, id] : facts.people) names.push_back(name);
    checking.report(kUnknownPerson, *facts.tree, line.person.span, line.person.text).hint =
        did_you_mean(line.person.text, std::move(names));
  }
};

}  // namespace

Lineage ExampleFacts::lineage_of(Span span) const {
  return {0, static_cast<std::uint32_t>(tree->source->line_column(span.offset).line)};
}

void check_record_line(Checking& checking, ExampleFacts& facts, const written::RecordLine& line) {
  if (!line.type.exists()) return;
  const auto type = checking.plan.catalogue.record_type(line.type.text);
  if (!type) {
    checking.report(kUnknownRecordType, *facts.tree, line.type.span, line.type.text).hint =
        did_you_mean(line.type.text, record_type_names(checking));
    return;
  }
  RecordCheck{checking, facts, line, *type}.add();
}

}  // namespace hearth
