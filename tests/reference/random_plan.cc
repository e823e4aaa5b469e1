#include "reference/random_plan.h"

#include <ostream>

#include "language/describe_plan.h"
#include "reference/random_where.h"

namespace hearth::reference {
namespace {

// Where in a plan a condition stands.
struct Spot {
  int depth = 2;       // how many more levels it may have
  bool entry = false;  // need has not begun
  bool person = false;
  bool may_name_people = true;
};

class PlanMaker {
 public:
  explicit PlanMaker(Plan& plan) : plan_(plan) {}

  ConditionId condition(Spot spot);
  ConditionId compare_count();

 private:
  ConditionId keep(auto node) {
    plan_.conditions.push_back({std::move(node), {}});
    return ConditionId(plan_.conditions.size() - 1);
  }
  NumberId keep_number(auto node) {
    plan_.numbers.push_back({std::move(node), {}});
    return NumberId(plan_.numbers.size() - 1);
  }

  ConditionId composite(Spot spot);
  ConditionId people(Spot spot);
  ConditionId leaf(Spot spot);
  ConditionId on();
  ConditionId compare(Spot spot);
  ConditionId change(Spot spot);
  std::vector<ConditionId> parts(Spot spot, int from, int to);
  Who who(Spot spot);

  NumberId number(Spot spot, RecordTypeId& type_out, bool may_be_dated = true);
  void add_dated_test(Selector& records);
  NumberId threshold(NumberId left);
  Period period(bool terms);
  Anchor anchor(Spot spot);
  Window window(Spot spot, bool of_terms = false);
  void hang_on_end(Window& window);
  Pick pick(RecordTypeId type);
  Selector selector(std::vector<RecordTypeId> types, int most = 2);
  FieldId summed(RecordTypeId type);

  Plan& plan_;
};

Period PlanMaker::period(bool terms) {
  if (terms) return {draw(1, 2), Unit::Term};
  switch (draw(0, 5)) {
    case 0: return {draw(1, 90), Unit::Day};
    case 1: return {draw(1, 10), Unit::Week};
    case 2: return {1, Unit::Year};
    default: return {draw(1, 12), Unit::Month};
  }
}

Anchor PlanMaker::anchor(Spot spot) {
  if (spot.entry && !one_in(12)) return *rc::gen::element(Anchor::Start, Anchor::Closure);
  return *rc::gen::element(Anchor::Need, Anchor::Start, Anchor::Closure, Anchor::Need);
}

Window PlanMaker::window(Spot spot, bool of_terms) {
  const auto kind =
      *rc::gen::element(WindowKind::Last, WindowKind::Last, WindowKind::Next, WindowKind::Before,
                        WindowKind::After, WindowKind::Since, WindowKind::Ever, WindowKind::ToDate);
  if (kind == WindowKind::ToDate) return {kind, period(true)};
  Window made{kind, period(of_terms || one_in(6)), anchor(spot)};
  if (kind == WindowKind::Since && one_in(2)) made.period = {};
  if (made.anchored() && one_in(3)) hang_on_end(made);
  return made;
}

void PlanMaker::hang_on_end(Window& window) {
  window.anchor = Anchor::End;
  window.ended = EndedId(plan_.ended.size());
  plan_.ended.push_back(selector({kBenefit, kPlacement, kSchoolTerm}));
}

Pick PlanMaker::pick(RecordTypeId type) {
  Pick made{type, {}};
  const auto& declared = plan_.catalogue[type];
  for (std::size_t f = 0; f < declared.fields.size(); ++f) {
    const auto kind = declared.fields[f].kind;
    const bool testable = kind != FieldKind::Text && kind != FieldKind::Date;
    if (testable && one_in(4)) made.where.push_back(random_where(declared, FieldId(f)));
  }
  return made;
}

Selector PlanMaker::selector(std::vector<RecordTypeId> types, int most) {
  Selector made;
  const auto type = *rc::gen::elementOf(types);
  made.picks.push_back(pick(type));
  if (type == kStatement && one_in(2)) {
    made.about_this_need = true;
    return made;
  }
  while (std::ssize(made.picks) < most && one_in(4)) {
    made.picks.push_back(pick(*rc::gen::elementOf(types)));
  }
  return made;
}

// A test of how far off a placement's due date is, where placements are picked once.
void PlanMaker::add_dated_test(Selector& records) {
  if (std::ranges::count(records.picks, kPlacement, &Pick::type) != 1 || one_in(3)) return;
  auto& pick = *std::ranges::find(records.picks, kPlacement, &Pick::type);
  const auto test = *rc::gen::element(FieldTest::InLast, FieldTest::InNext);
  pick.where.push_back({FieldId(0), test, {}, period(false)});
}

// The one field of a type that is added up, or read where it stands.
FieldId PlanMaker::summed(RecordTypeId type) {
  if (type == kDebt) return FieldId(0);
  if (type == kSchoolTerm) return FieldId(2);
  return FieldId(1);
}

const std::vector<RecordTypeId> kCounted{kOffence,    kOffence,   kArrest, kBenefit, kPlacement,
                                         kSchoolTerm, kStatement, kDebt,   kScore};
const std::vector<RecordTypeId> kOnOneDay{kOffence, kArrest, kStatement, kDebt, kScore};
const std::vector<RecordTypeId> kSpells{kBenefit, kPlacement};
const std::vector<RecordTypeId> kValued{kOffence, kBenefit, kDebt, kSchoolTerm, kScore};

std::vector<FieldId> fields_of(const Selector& selector, auto field) {
  std::vector<FieldId> fields;
  for (const auto& p : selector.picks) fields.push_back(field(p.type));
  return fields;
}

// A number over a window; `type_out` is one of the types it reads.
NumberId PlanMaker::number(Spot spot, RecordTypeId& type_out, bool may_be_dated) {
  const auto field = [&](RecordTypeId type) { return summed(type); };
  const auto days = window(spot);
  const auto of_records = [&](auto node) {
    type_out = node.records.picks.front().type;
    return keep_number(std::move(node));
  };
  switch (draw(0, 7)) {
    case 0: {
      const auto records = selector(kValued);
      return of_records(Sum{records, fields_of(records, field), days});
    }
    case 1: return of_records(DaysOn{selector(kSpells), days});
    case 2: {
      const auto records = selector(kValued);
      return of_records(Latest{records, fields_of(records, field), days});
    }
    case 3: {
      type_out = kSchoolTerm;
      return keep_number(MeasureIn{MeasureId(draw(0, 1)), window(spot, !one_in(6))});
    }
    case 4: return of_records(DaysWith{selector(kOnOneDay), days});
    default: {
      auto records = selector(kCounted);
      if (may_be_dated) add_dated_test(records);
      return of_records(Count{std::move(records), days});
    }
  }
}

NumberId PlanMaker::threshold(NumberId left) {
  const auto& node = plan_[left].node;
  if (std::holds_alternative<MeasureIn>(node)) return keep_number(Literal{draw(4, 20) * 0.05});
  if (!plan_.parameters.empty() && one_in(5)) return keep_number(ParameterValue{ParameterId(0)});
  if (std::holds_alternative<DaysOn>(node)) return keep_number(Literal{draw(0, 60) * 1.0});
  if (std::holds_alternative<Age>(node)) return keep_number(Literal{draw(5, 40) * 1.0});
  if (std::holds_alternative<Count>(node)) return keep_number(Literal{draw(0, 3) * 1.0});
  return keep_number(Literal{*rc::gen::element(0.0, 1.0, 2.5, 5.0, 10.0, 30.0, 300.0, 700.0)});
}

Comparison random_comparison() {
  return *rc::gen::element(Comparison::Less, Comparison::LessOrEqual, Comparison::Greater,
                           Comparison::GreaterOrEqual, Comparison::GreaterOrEqual,
                           Comparison::Equal, Comparison::NotEqual);
}

ConditionId PlanMaker::compare(Spot spot) {
  RecordTypeId type;
  const auto left = one_in(10) ? keep_number(Age{}) : number(spot, type);
  const auto right = one_in(10) ? number(spot, type) : threshold(left);
  return keep(Compare{left, random_comparison(), right});
}

ConditionId PlanMaker::compare_count() {
  const auto left = keep_number(Count{selector(kCounted), window({.entry = true})});
  return keep(Compare{left, random_comparison(), threshold(left)});
}

ConditionId PlanMaker::change(Spot spot) {
  RecordTypeId type;
  const auto later = number(spot, type, false);
  auto earlier_node = plan_[later].node;
  bool that = !one_in(3);
  std::visit(
      [&](auto& node) {
        if constexpr (requires { node.window; }) {
          if (node.window.kind == WindowKind::Ever || node.window.kind == WindowKind::Next) {
            node.window.kind = WindowKind::Last;
          }
          plan_.numbers[later.index].node = node;
          const auto [count, unit] = node.window.period;
          const bool another = count == 0 || one_in(3);
          node.window = {WindowKind::Before,
                         another ? period(unit == Unit::Term) : node.window.period,
                         that ? Anchor::That : anchor(spot)};
        }
      },
      earlier_node);
  const auto earlier = keep_number(earlier_node);
  const auto kind =
      *rc::gen::element(ChangeKind::DownBy, ChangeKind::DownBy, ChangeKind::UpBy,
                        ChangeKind::UpByPoints, ChangeKind::Lower, ChangeKind::Higher);
  return keep(Change{later, earlier, kind, *rc::gen::element(0.0, 0.1, 0.25, 0.33, 0.5),
                     *rc::gen::element(1.0, 1.0, 0.5, 0.25)});
}

ConditionId PlanMaker::on() {
  // The language says `about this need` only where it counts statements.
  auto records = selector({kBenefit, kPlacement, kDebt, kScore, kSchoolTerm, kStatement});
  records.about_this_need = false;
  add_dated_test(records);
  return keep(On{std::move(records)});
}

ConditionId PlanMaker::leaf(Spot spot) {
  if (spot.person && one_in(8)) {
    return keep(HasRole{{*rc::gen::element(Role::Parent, Role::Child), Role::Expectant}});
  }
  switch (draw(0, 9)) {
    case 0:
    case 1: return on();
    case 2: return change(spot);
    case 3: return keep(Improves{selector({kScore}), anchor(spot)});
    default: return compare(spot);
  }
}

Who PlanMaker::who(Spot spot) {
  Who made;
  made.quantifier =
      *rc::gen::element(Quantifier::Any, Quantifier::Any, Quantifier::Every, Quantifier::No);
  if (!spot.entry && one_in(2)) {
    made.quantifier = *rc::gen::element(Quantifier::EachInNeed, Quantifier::AnyInNeed);
    return made;
  }
  made.kind = *rc::gen::element(Kind::Adult, Kind::Child, Kind::DependentChild, Kind::Parent,
                                Kind::Member, Kind::Member);
  if (one_in(5)) made.age_from = draw(0, 18);
  if (one_in(5)) made.age_to = draw(15, 40);
  if (one_in(5)) {
    made.condition =
        condition({.depth = 0, .entry = spot.entry, .person = true, .may_name_people = false});
  }
  return made;
}

ConditionId PlanMaker::people(Spot spot) {
  const auto made = who(spot);
  const bool in_need = made.in_need();
  const auto body = condition({.depth = spot.depth - 1,
                               .entry = spot.entry,
                               .person = true,
                               .may_name_people = spot.may_name_people && !in_need && one_in(6)});
  return keep(People{made, body});
}

std::vector<ConditionId> PlanMaker::parts(Spot spot, int from, int to) {
  std::vector<ConditionId> made;
  --spot.depth;
  for (int i = draw(from, to); i > 0; --i) made.push_back(condition(spot));
  return made;
}

ConditionId PlanMaker::composite(Spot spot) {
  const Spot inner{spot.depth - 1, spot.entry, spot.person, spot.may_name_people};
  switch (draw(0, 6)) {
    case 0: return keep(All{parts(spot, 1, 3)});
    case 1: {
      auto list = parts(spot, 1, 3);
      const int needed = draw(1, static_cast<int>(list.size()));
      return keep(AtLeast{needed, std::move(list)});
    }
    case 2: return keep(Not{condition(inner)});
    case 3: {
      const auto three = parts(spot, 3, 3);
      return keep(IfThenElse{three[0], three[1], three[2]});
    }
    case 4: return keep(FamilySum{condition({inner.depth, spot.entry, false, false})});
    case 5: {
      const auto since = one_in(2) ? std::optional(anchor(spot)) : std::nullopt;
      return keep(Lasting{condition(inner), period(one_in(4)), since});
    }
    default: {
      const int of = draw(1, 8);
      return keep(LastingWeeks{condition(inner), draw(1, of), of});
    }
  }
}

ConditionId PlanMaker::condition(Spot spot) {
  if (spot.depth <= 0) return leaf(spot);
  if (!spot.person && spot.may_name_people && !one_in(3)) return people(spot);
  if (spot.person && spot.may_name_people && one_in(4)) return people(spot);
  return one_in(3) ? leaf(spot) : composite(spot);
}

Sustain random_sustain() {
  Sustain sustain;
  sustain.kind = *rc::gen::element(SustainKind::InWindow, SustainKind::WindowFor, SustainKind::For,
                                   SustainKind::AfterClosure);
  sustain.period = {draw(1, 4), *rc::gen::element(Unit::Week, Unit::Month, Unit::Month)};
  if (one_in(6)) sustain.period = {draw(1, 2), Unit::Term};
  return sustain;
}

Plan empty_plan(const Catalogue& catalogue) {
  Plan plan;
  plan.source = std::make_shared<const Source>("random.md", "");
  plan.name = "random";
  plan.catalogue = catalogue;
  plan.headlines.push_back({"1", "Everything", {}});
  plan.terms = TermCalendar(random_terms());
  return plan;
}

Criterion criterion_of(std::string ref) {
  Criterion made;
  made.ref = std::move(ref);
  made.title = "random";
  made.headline = HeadlineId(std::size_t{0});
  return made;
}

}  // namespace

Plan random_plan(const Catalogue& catalogue) {
  Plan plan = empty_plan(catalogue);
  Parameter parameter;
  parameter.name = "limit";
  Date from = kOrigin + draw(-100, 200);
  for (int i = draw(1, 3); i > 0; --i) {
    parameter.values.push_back({from, draw(0, 8) * 1.0});
    from = from + draw(1, 200);
  }
  plan.parameters.push_back(parameter);
  PlanMaker maker(plan);
  for (const char* ref : {"1a", "2b"}) {
    auto made = criterion_of(ref);
    if (one_in(2)) made.topics = {"t0"};
    if (!one_in(20)) made.need = maker.condition({.depth = draw(1, 2), .entry = true});
    if (!one_in(12)) made.outcome = maker.condition({.depth = draw(1, 3)});
    made.sustain = random_sustain();
    if (one_in(4)) made.sooner = maker.condition({.depth = draw(1, 2)});
    plan.criteria.push_back(std::move(made));
    if (one_in(2)) break;
  }
  return plan;
}

Plan random_count_plan(const Catalogue& catalogue) {
  Plan plan = empty_plan(catalogue);
  PlanMaker maker(plan);
  auto made = criterion_of("1a");
  made.need = maker.compare_count();
  plan.criteria.push_back(std::move(made));
  return plan;
}

void show_plan(const Plan& plan, std::ostream& out) {
  out << to_text(plan);
  for (const auto& term : plan.terms.terms()) {
    out << "plan's term " << to_text(term.first) << " to " << to_text(term.last) << '\n';
  }
  for (const auto& criterion : plan.criteria) {
    for (const auto& topic : criterion.topics) out << criterion.ref << " topic " << topic << '\n';
  }
}

}  // namespace hearth::reference
