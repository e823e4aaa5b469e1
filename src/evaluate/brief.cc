#include "evaluate/brief.h"

#include <algorithm>
#include <initializer_list>

#include "evaluate/condition_brief.h"
#include "language/condition_parts.h"
#include "language/records_read.h"

namespace hearth {
namespace {

TypeSet types_read(const Basis& basis, std::initializer_list<std::optional<ConditionId>> rules) {
  TypeSet types(basis.facts.catalogue.record_types.size());
  for (const auto& rule : rules) {
    if (rule) each_record_type(basis.plan, *rule, [&](RecordTypeId type) { types.add(type); });
  }
  return types;
}

bool looks_ahead(const Plan& plan, std::initializer_list<std::optional<ConditionId>> rules) {
  bool ahead = false;
  for (const auto& rule : rules) {
    if (!rule) continue;
    each_number(plan, *rule, [&](NumberId id) {
      const auto* window = window_of(plan[id]);
      ahead = ahead || (window && window->kind == WindowKind::Next);
    });
  }
  return ahead;
}

// The first day that only carried coverage covers, of any of the types.
Date first_carried_day(const Basis& basis, const TypeSet& types) {
  Date first = kForever;
  for (std::size_t i = 0; i < basis.facts.catalogue.record_types.size(); ++i) {
    const RecordTypeId type(i);
    const auto& plain = basis.covered_of(type, Carry::Ignored);
    if (!types.holds(type) || plain == basis.covered_of(type, Carry::Counted)) continue;
    if (!plain.empty()) first = std::min(first, plain.front().last + 1);
  }
  return first;
}

// The greatest a condition can be, day by day, where the subject has no record it reads. Only the
// shapes that needs are commonly written in are followed; any other may be anything.
Timeline greatest(const Basis& basis, ConditionId id, Carry carry);

Timeline greatest_of(const Basis& basis, const std::vector<ConditionId>& parts, Carry carry,
                     Timeline (*join)(const Timeline&, const Timeline&), Truth start) {
  Timeline line(start);
  for (const auto part : parts) line = join(line, greatest(basis, part, carry));
  return line;
}

Timeline greatest_on(const Basis& basis, const On& node, Carry carry) {
  const auto frame = frame_of(
      basis, node.records,
      WindowDays::of({WindowKind::Last, {1, Unit::Day}, {}}, std::nullopt, basis.terms), carry);
  return map(frame, [](Frame f) { return f == Frame::Whole ? Truth::No : Truth::Unknown; });
}

Timeline greatest(const Basis& basis, ConditionId id, Carry carry) {
  const auto& node = basis.plan[id].node;
  if (const auto* all = std::get_if<All>(&node)) {
    return greatest_of(basis, all->parts, carry, both, Truth::Yes);
  }
  if (const auto* some = std::get_if<AtLeast>(&node); some && some->needed >= 1) {
    return greatest_of(basis, some->parts, carry, either, Truth::No);
  }
  if (const auto* people = std::get_if<People>(&node);
      people && people->who.quantifier == Quantifier::Any) {
    return greatest(basis, people->body, carry);
  }
  if (const auto* family = std::get_if<FamilySum>(&node)) {
    return greatest(basis, family->body, carry);
  }
  if (const auto* compared = std::get_if<Compare>(&node)) {
    const auto line = compared_without_records(basis, *compared, carry);
    return line ? *line : Timeline(Truth::Yes);
  }
  if (const auto* on = std::get_if<On>(&node)) return greatest_on(basis, *on, carry);
  return Timeline(Truth::Yes);
}

double text_of(const Facts& facts, const std::string& text) {
  const auto found = std::ranges::find(facts.texts, text);
  if (found == facts.texts.end()) return kNotKnown;
  return static_cast<double>(found - facts.texts.begin());
}

std::vector<double> topic_codes(const Facts& facts, const std::vector<std::string>& topics) {
  std::vector<double> codes;
  const auto type = facts.catalogue.record_type("statement");
  const auto field = type ? facts.catalogue[*type].field("topic") : std::nullopt;
  if (!field) return codes;
  for (const auto& topic : topics) {
    const auto code = facts.catalogue[*type][*field].code(topic);
    if (code) codes.push_back(static_cast<double>(*code));
  }
  return codes;
}

void find_in_need_by(const Plan& plan, ConditionId id, std::vector<ConditionId>& found) {
  const auto& condition = plan[id];
  if (std::holds_alternative<Not>(condition.node)) return;
  if (const auto* people = std::get_if<People>(&condition.node)) {
    const auto quantifier = people->who.quantifier;
    if (quantifier != Quantifier::Any && quantifier != Quantifier::Every) return;
    found.push_back(id);
    return find_in_need_by(plan, people->body, found);  // not its `who`
  }
  for (const auto part : parts_of(condition)) find_in_need_by(plan, part, found);
}

}  // namespace

CriterionBrief brief_of(const Basis& basis, const Criterion& criterion) {
  CriterionBrief brief;
  brief.entry_types = types_read(basis, {criterion.need});
  const auto rules = {criterion.need, criterion.outcome, criterion.sooner};
  brief.carry_matters_from = looks_ahead(basis.plan, rules)
                                 ? kBeginning
                                 : first_carried_day(basis, types_read(basis, rules));
  brief.ref_text = text_of(basis.facts, criterion.ref);
  brief.topic_codes = topic_codes(basis.facts, criterion.topics);
  if (!criterion.need) return brief;
  find_in_need_by(basis.plan, *criterion.need, brief.in_need_by);
  for (const auto carry : {Carry::Counted, Carry::Ignored}) {
    brief.entry_without_records[static_cast<std::size_t>(carry)] =
        greatest(basis, *criterion.need, carry);
  }
  return brief;
}

}  // namespace hearth
