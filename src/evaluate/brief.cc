#include "evaluate/brief.h"

#include <algorithm>

namespace hearth {
namespace {

// Every record type that a condition reads.
class TypesRead {
 public:
  TypesRead(const Basis& basis, TypeSet& types) : basis_(basis), types_(types) {}

  void read(ConditionId id) {
    std::visit([&](const auto& node) { read_node(node); }, basis_.plan[id].node);
  }

 private:
  void read_node(const All& node) { read_parts(node.parts); }
  void read_node(const AtLeast& node) { read_parts(node.parts); }
  void read_node(const Not& node) { read(node.part); }
  void read_node(const IfThenElse& node) {
    read_parts({node.condition, node.then_part, node.else_part});
  }
  void read_node(const People& node) {
    if (node.who.condition) read(*node.who.condition);
    read(node.body);
  }
  void read_node(const FamilySum& node) { read(node.body); }
  void read_node(const On& node) { read(node.records); }
  void read_node(const Compare& node) { read_numbers(node.left, node.right); }
  void read_node(const Change& node) { read_numbers(node.later, node.earlier); }
  void read_node(const Improves& node) { read(node.scores); }
  void read_node(const Lasting& node) { read(node.part); }
  void read_node(const LastingWeeks& node) { read(node.part); }

  void read_parts(const std::vector<ConditionId>& parts) {
    for (const auto part : parts) read(part);
  }
  void read(const Selector& records) {
    for (const auto& pick : records.picks) types_.add(pick.type);
  }
  void read_numbers(NumberId a, NumberId b) {
    for (const auto id : {a, b}) {
      const auto& number = basis_.plan[id];
      if (const auto* records = records_of(number)) read(*records);
      if (const auto* measure = std::get_if<MeasureIn>(&number.node)) {
        types_.add(basis_.plan.catalogue[measure->measure].type);
      }
    }
  }

  const Basis& basis_;
  TypeSet& types_;
};

// The greatest a condition can be, day by day, where the subject has no record it reads. Only the
// shapes that needs are commonly written in are followed; any other may be anything.
Timeline greatest(const Basis& basis, ConditionId id, Carry carry);

Timeline greatest_of(const Basis& basis, const std::vector<ConditionId>& parts, Carry carry,
                     Timeline (*join)(const Timeline&, const Timeline&), Truth start) {
  Timeline line(start);
  for (const auto part : parts) line = join(line, greatest(basis, part, carry));
  return line;
}

Timeline greatest_compare(const Basis& basis, const Compare& node, Carry carry) {
  const auto* literal = std::get_if<Literal>(&basis.plan[node.right].node);
  const auto& frame = basis.frames[static_cast<std::size_t>(carry)][node.left.index];
  const bool counted = std::holds_alternative<Count>(basis.plan[node.left].node) ||
                       std::holds_alternative<Sum>(basis.plan[node.left].node);
  if (!literal || !frame || !counted) return Timeline(Truth::Yes);
  return map(*frame, [&](Frame f) {
    const auto nothing = f == Frame::Whole ? Bounds::exactly(0) : Bounds::at_least(0);
    return compare(nothing, node.comparison, Bounds::exactly(literal->value));
  });
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
    return greatest_compare(basis, *compared, carry);
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

}  // namespace

CriterionBrief brief_of(const Basis& basis, const Criterion& criterion) {
  CriterionBrief brief;
  brief.entry_types = TypeSet(basis.facts.catalogue.record_types.size());
  brief.ref_text = text_of(basis.facts, criterion.ref);
  brief.topic_codes = topic_codes(basis.facts, criterion.topics);
  if (!criterion.need) return brief;
  TypesRead(basis, brief.entry_types).read(*criterion.need);
  for (const auto carry : {Carry::Counted, Carry::Ignored}) {
    brief.entry_without_records[static_cast<std::size_t>(carry)] =
        greatest(basis, *criterion.need, carry);
  }
  return brief;
}

}  // namespace hearth
