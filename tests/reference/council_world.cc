#include "reference/council_world.h"

#include "language/narrow_plan.h"
#include "language/records_read.h"

namespace hearth::reference {
namespace {

template <typename F>
void each_rule(const Plan& plan, F f) {
  for (const auto& criterion : plan.criteria) {
    for (const auto& rule :
         {criterion.need, criterion.outcome, criterion.sooner, criterion.alone}) {
      if (rule) f(*rule);
    }
  }
}

bool is_code_like(FieldKind kind) { return kind == FieldKind::Code || kind == FieldKind::Flag; }

}  // namespace

AskedOf::AskedOf(const Plan& plan) : catalogue_(plan.catalogue) {
  each_rule(plan, [&](ConditionId rule) {
    each_record_type(plan, rule, [&](RecordTypeId type) { types_.insert(type.index); });
    each_selector(plan, rule, [&](const Selector& records) {
      for (const auto& pick : records.picks) {
        for (const auto& where : pick.where) {
          auto& values = values_[{pick.type.index, where.field.index}];
          values.insert(values.end(), where.values.begin(), where.values.end());
        }
      }
    });
  });
}

std::vector<double> AskedOf::random_fields(RecordTypeId type, std::size_t texts) const {
  std::vector<double> fields;
  for (std::size_t f = 0; f < catalogue_[type].fields.size(); ++f) {
    fields.push_back(one_in(12) ? kNotKnown : random_value(type, FieldId(f), texts));
  }
  return fields;
}

double AskedOf::random_value(RecordTypeId type, FieldId id, std::size_t texts) const {
  const auto& field = catalogue_[type].fields[id.index];
  const auto asked = values_.find({type.index, id.index});
  if (asked != values_.end() && !asked->second.empty() && !one_in(4)) {
    const double value = *rc::gen::elementOf(asked->second);
    return is_code_like(field.kind) ? value : value + draw(-1, 1);
  }
  switch (field.kind) {
    case FieldKind::Flag: return draw(0, 1);
    case FieldKind::Code:
      return field.codes.empty() ? kNotKnown : draw(0, static_cast<int>(field.codes.size()) - 1);
    case FieldKind::Date: return day_around(-300, 900).days;
    case FieldKind::Text: return one_in(2) ? kNotKnown : draw(0, static_cast<int>(texts) - 1);
    case FieldKind::Money: return draw(0, 20) * 50;
    case FieldKind::Number: break;
  }
  return field.name == "possible" ? draw(50, 60) * 2 : draw(0, 14);
}

World council_world(const Plan& whole) {
  const auto& chosen = *rc::gen::elementOf(whole.criteria);
  Plan plan = *narrowed(whole, std::vector<std::string>{chosen.ref});
  plan.examples.clear();
  const AskedOf asked(plan);
  const std::vector<std::string> texts = {"", chosen.ref, "elsewhere"};
  auto rows =
      random_facts({plan.catalogue, texts, [&](RecordTypeId type) { return asked.reads(type); },
                    [&](RecordTypeId type) { return asked.random_fields(type, 3); }});
  return {std::move(rows), std::move(plan)};
}

}  // namespace hearth::reference
