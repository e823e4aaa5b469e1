#include "intake/map_row.h"

#include <algorithm>
#include <cmath>

#include "intake/intake_diagnostics.h"
#include "intake/told_relation.h"

namespace hearth {
namespace {

using Conditions = std::vector<std::pair<std::size_t, std::vector<std::string>>>;

bool meets(const RowValues& values, const Conditions& conditions) {
  return std::ranges::all_of(conditions, [&](const auto& condition) {
    return std::ranges::find(condition.second, values.cell(condition.first)) !=
           condition.second.end();
  });
}

// Any column's value is enough.
bool is_left_out(const RowValues& values, const Conditions& conditions) {
  return std::ranges::any_of(conditions,
                             [&](const auto& condition) { return meets(values, {condition}); });
}

// What the parts add up to at the least; a part that is not known may be 0.
double least_sum(const RowCheck& check, const std::vector<double>& fields) {
  double sum = 0;
  for (const auto part : check.parts) {
    if (is_known(fields[part.index])) sum += fields[part.index];
  }
  return sum;
}

std::string names_of_parts(const RecordType& type, const RowCheck& check) {
  std::string names;
  for (const auto part : check.parts) {
    names += (names.empty() ? "`" : " and `") + type[part].name + "`";
  }
  return names;
}

std::optional<std::size_t> column_behind(const RecordRule& rule, FieldId field) {
  for (const auto& candidate : rule.fields) {
    if (candidate.field == field && !candidate.value.empty()) return candidate.value.front().column;
  }
  return std::nullopt;
}

class RecordMapping {
 public:
  RecordMapping(RowValues& values, const RecordRule& rule, std::uint32_t person,
                const RowContext& context)
      : values_(values),
        rule_(rule),
        person_(person),
        context_(context),
        type_(context.builder.catalogue()[rule.type]) {}

  // nullopt if there is none to make, or it is not sound.
  std::optional<Record> record() {
    Record record;
    record.known = context_.known.value_or(kBeginning);
    if (!put_dates(record) || !values_.sound()) return std::nullopt;
    record.fields.assign(type_.fields.size(), kNotKnown);
    const auto on = rule_.dated_by == DatedBy::Term ? record.end : record.start;
    for (const auto& field : rule_.fields) record.fields[field.field.index] = value(field, on);
    check_range(record);
    return values_.sound() ? std::optional(record) : std::nullopt;
  }

  // The check of the type that the record breaks, or null.
  const RowCheck* contradiction(const Record& record) const {
    for (const auto& check : type_.checks) {
      const auto whole = record.fields[check.whole.index];
      if (is_known(whole) && least_sum(check, record.fields) > whole) return &check;
    }
    return nullptr;
  }

  bool adds_up() const {
    return std::ranges::any_of(rule_.fields,
                               [](const FieldRule& f) { return f.sum_of.has_value(); });
  }

 private:
  double value(const FieldRule& field, Date on) {
    if (!field.sum_of) {
      return values_.value(rule_.type, field.field, field.value, on, context_.builder);
    }
    const auto sums = context_.sums.find(*field.sum_of);
    return sums == context_.sums.end() ? kNotKnown : sums->second.sum(person_, field.meanings);
  }

  void check_range(const Record& record) {
    for (const auto& field : rule_.fields) {
      const auto sum = record.fields[field.field.index];
      const auto& most = type_[field.field].most;
      if (field.sum_of && most && sum > *most) values_.warn(intake::kOutOfRange, std::nullopt);
    }
  }

  bool put_dates(Record& record) {
    if (rule_.dated_by == DatedBy::Term) {
      if (!context_.term) return false;
      record.start = context_.term->first;
      record.end = context_.term->last;
      return true;
    }
    const auto start = values_.date(rule_.start);
    if (!start) {
      if (values_.sound() && !rule_.optional)
        values_.fault(intake::kNoDate, column_of(rule_.start));
      return false;
    }
    record.start = *start;
    record.end = type_.has_end() ? values_.date(rule_.end).value_or(kForever) : *start;
    if (record.end < record.start) values_.fault(intake::kEndsBeforeStart, column_of(rule_.end));
    check_known(record);
    return true;
  }

  // Nothing can be told before it happened; only a file that dates itself says when it was told.
  void check_known(const Record& record) {
    const auto made_on = context_.load.made_on;
    if (!made_on) return;
    if (record.start > *made_on) {
      values_.fault(intake::kAfterFileWasMade, column_of(rule_.start));
    } else if (record.end > *made_on && record.end != kForever) {
      values_.fault(intake::kAfterFileWasMade, column_of(rule_.end));
    }
  }

  static std::optional<std::size_t> column_of(const ValueRule& rule) {
    return rule.empty() ? std::nullopt : rule.front().column;
  }

  RowValues& values_;
  const RecordRule& rule_;
  const std::uint32_t person_;
  const RowContext& context_;
  const RecordType& type_;
};

void forget_figures(Record& record, const RowCheck& check) {
  record.fields[check.whole.index] = kNotKnown;
  for (const auto part : check.parts) record.fields[part.index] = kNotKnown;
}

void map_record(RowValues& values, const RecordRule& rule, std::uint32_t person,
                const RowContext& context, MappedRow& mapped) {
  RecordMapping mapping(values, rule, person, context);
  auto record = mapping.record();
  if (!record) return;
  const auto& type = context.builder.catalogue()[rule.type];
  if (const auto* check = mapping.contradiction(*record)) {
    const auto column = column_behind(rule, check->whole);
    const auto parts = names_of_parts(type, *check);
    const auto& whole = type[check->whole].name;
    if (!mapping.adds_up()) return values.fault(intake::kFiguresContradict, column, parts, whole);
    // Sums cannot be laid at one row's door. The record stays, without the figures: a child known
    // to have been there, of whom nothing else is known, must never be judged as one who was not.
    values.warn(intake::kFiguresContradict, column, parts, whole);
    forget_figures(*record, *check);
    mapped.without_figures.push_back(rule.type);
  }
  mapped.outcome += (mapped.outcome.empty() ? "" : " and ") + type.name;
  mapped.records.emplace_back(&rule, std::move(*record));
}

// No rule wanted the row. If a code decides which rule does, it is none of those we know.
void explain_unwanted(RowValues& values, const RecordRule& asked) {
  for (const auto& condition : asked.when) {
    if (!meets(values, {condition})) {
      return values.fault(intake::kUnmappedCode, condition.first, asked.name);
    }
  }
}

bool names_another(const RowValues& values, const TableRule& table) {
  return std::ranges::any_of(table.relations, [&](const RelationRule& rule) {
    return std::ranges::any_of(rule.to, [&](const CellRule& cell) {
      return cell.column && !values.cell(*cell.column).empty();
    });
  });
}

// Of what the word for it means, the feed may have no use.
bool tells_relation(RowValues& values, const TableRule& table, const RowContext& context) {
  const auto on = context.load.period ? context.load.period->last : kForever;
  return !map_relations(values, table, {}, on).empty();
}

}  // namespace

MappedRow map_row(RowValues& values, std::size_t table, std::uint32_t person,
                  const RowContext& context) {
  MappedRow mapped;
  const auto& form = *context.load.form;
  if (is_left_out(values, form.tables[table].leave_out)) {
    mapped.outcome = "left out";
    return mapped;
  }
  const bool of_two = names_another(values, form.tables[table]);
  if (of_two && tells_relation(values, form.tables[table], context)) mapped.outcome = "relation";
  const RecordRule* asked = nullptr;  // a rule that wanted another code
  bool wanted = false;
  for (const auto& rule : form.records) {
    if (rule.table != table) continue;
    if (!meets(values, rule.when)) {
      asked = &rule;
      continue;
    }
    wanted = true;
    map_record(values, rule, person, context, mapped);
  }
  if (!wanted && !of_two && asked != nullptr) explain_unwanted(values, *asked);
  if (!values.sound()) return {kSetAside, {}, {}};
  if (mapped.outcome.empty()) mapped.outcome = "without a record";
  return mapped;
}

std::optional<DescribedPerson> map_person(RowValues& values, const PersonRule& rule, Date on) {
  DescribedPerson described;
  described.id = values.text(rule.id, on);
  if (described.id.empty()) {
    if (values.sound()) values.fault(intake::kNoIdentity, rule.id.front().column);
    return std::nullopt;
  }
  described.born = values.date(rule.birth_date);
  described.died = values.date(rule.death_date);
  described.sex = values.text(rule.sex, on);
  described.family = values.text(rule.family, on);
  described.started = values.date(rule.started);
  described.role = rule.role;
  return values.sound() ? std::optional(described) : std::nullopt;
}

}  // namespace hearth
