#include "reference/random_facts.h"

#include <ostream>

namespace hearth::reference {

int draw(int from, int to) { return *rc::gen::resize(100, rc::gen::inRange(from, to + 1)); }
bool one_in(int n) { return draw(1, n) == n; }
Date day_around(int from, int to) { return kOrigin + draw(from, to); }

namespace {

double maybe(double value) { return one_in(12) ? kNotKnown : value; }

Field number(std::string name, FieldKind kind = FieldKind::Number) {
  Field field;
  field.name = std::move(name);
  field.kind = kind;
  return field;
}

Field code(std::string name, std::vector<std::string> codes) {
  auto field = number(std::move(name), FieldKind::Code);
  field.codes = std::move(codes);
  return field;
}

std::vector<RecordType> record_types() {
  const auto type = [](std::string name, Shape shape, std::vector<Field> fields) {
    RecordType made;
    made.name = std::move(name);
    made.shape = shape;
    made.fields = std::move(fields);
    return made;
  };
  return {type("offence", Shape::Event, {code("category", {"a", "b", "c"}), number("days")}),
          type("arrest", Shape::Event, {}),
          type("benefit", Shape::Spell, {code("kind", {"x", "y"}), number("hours")}),
          type("placement", Shape::Spell, {number("due", FieldKind::Date)}),
          type("debt", Shape::Reading,
               {number("amount", FieldKind::Money), code("level", {"green", "red"})}),
          type("school_term", Shape::Term,
               {number("possible"), number("authorised"), number("unauthorised")}),
          type("statement", Shape::Statement,
               {code("kind", {"improved", "in_place"}), code("topic", {"t0", "t1"}),
                number("about", FieldKind::Text), code("by", {"self", "practitioner"}),
                number("signed", FieldKind::Flag)}),
          type("score", Shape::Reading, {code("instrument", {"up", "down"}), number("value")})};
}

const std::vector<std::string> kAbout = {"", "1a", "2b", "elsewhere"};

std::vector<double> random_fields(RecordTypeId type) {
  if (type == kOffence) return {maybe(draw(0, 2)), maybe(draw(0, 6) * 0.5)};
  if (type == kBenefit) return {maybe(draw(0, 1)), maybe(draw(0, 40))};
  if (type == kPlacement) return {maybe(day_around(-300, 900).days)};
  if (type == kDebt) return {maybe(draw(0, 10) * 100), maybe(draw(0, 1))};
  if (type == kSchoolTerm) {
    return {one_in(15) ? 0 : maybe(draw(50, 60) * 2), maybe(draw(0, 10)), maybe(draw(0, 10))};
  }
  if (type == kStatement) {
    return {maybe(draw(0, 1)), maybe(draw(0, 1)),
            one_in(2) ? kNotKnown : static_cast<double>(draw(0, 3)), maybe(draw(0, 1)),
            maybe(draw(0, 1))};
  }
  if (type == kScore) return {maybe(draw(0, 1)), maybe(draw(0, 12))};
  return {};
}

RecordRow random_record(const RandomFacts& facts, const Recipe& recipe, RecordTypeId type) {
  RecordRow record{type, PersonId(draw(0, static_cast<int>(facts.people.size()) - 1)), {}, {}, {}};
  if (one_in(5)) {
    record.subject = FamilyId(draw(0, static_cast<int>(facts.families.size()) - 1));
  }
  record.start = day_around(-300, 760);
  record.end = record.start;
  const auto shape = facts.catalogue[type].shape;
  if (shape == Shape::Spell) {
    record.end = one_in(3) ? kForever : record.start + (one_in(5) ? 0 : draw(0, 200));
  }
  if (shape == Shape::Term) {
    record.end = record.start + draw(20, 60);
    if (!facts.terms.empty() && !one_in(5)) {
      const auto& term = facts.terms[draw(0, static_cast<int>(facts.terms.size()) - 1)];
      record.start = term.first;
      record.end = term.last;
    }
  }
  record.fields = recipe.fields(type);
  return record;
}

void add_records(RandomFacts& facts, const Recipe& recipe) {
  std::uint32_t row = 1;
  for (std::size_t t = 0; t < facts.catalogue.record_types.size(); ++t) {
    if (!recipe.has_records(RecordTypeId(t))) continue;
    const auto& type = facts.catalogue.record_types[t];
    const int most = type.shape == Shape::Term ? 12 : type.name == "score" ? 8 : 6;
    for (int i = draw(0, most); i > 0; --i) {
      facts.records.push_back(random_record(facts, recipe, RecordTypeId(t)));
      facts.records.back().row = ++row;
    }
  }
}

// Coverage with gaps, most of it long; in half the councils most types without any.
void add_coverage(RandomFacts& facts) {
  const bool well_covered = one_in(2);
  for (std::size_t t = 0; t < facts.catalogue.record_types.size(); ++t) {
    if (well_covered && !one_in(6)) {
      facts.coverage.push_back({RecordTypeId(t), {kOrigin - 900, kOrigin + 1'200}});
      continue;
    }
    Date first = day_around(-600, 100);
    for (int i = one_in(8) ? 0 : draw(1, 3); i > 0; --i) {
      const Date last = first + (one_in(4) ? draw(0, 60) : draw(100, 900));
      facts.coverage.push_back({RecordTypeId(t), {first, last}});
      first = last + draw(-5, 60);
    }
  }
}

// Born so that a birthday a rule cares for falls among the days watched, mostly.
std::optional<Date> random_birth() {
  if (one_in(6)) return std::nullopt;
  const int turning = *rc::gen::element(1, 10, 16, 18, 19, 30, 40);
  const auto ymd = year_month_day(day_around(0, kHorizonDays));
  return date_of({ymd.year - turning, ymd.month, std::min(ymd.day, 28)});
}

void add_people(RandomFacts& facts) {
  for (int i = draw(1, 4); i > 0; --i) {
    Person person;
    person.id = "p" + std::to_string(facts.people.size());
    person.born = random_birth();
    if (one_in(8)) person.died = day_around(-20, kHorizonDays);
    facts.people.push_back(std::move(person));
  }
}

void add_families(RandomFacts& facts) {
  for (int i = draw(1, 2); i > 0; --i) {
    Family family;
    family.id = "f" + std::to_string(facts.families.size());
    family.started = day_around(0, 60);
    if (!one_in(3)) family.closed = family.started + draw(0, 600);
    facts.families.push_back(std::move(family));
  }
}

void add_member(RandomFacts& facts, std::size_t family, std::size_t person) {
  Member member;
  member.family = FamilyId(family);
  member.person = PersonId(person);
  Date first = one_in(2) ? kBeginning : day_around(-100, 300);
  for (int i = one_in(3) ? 2 : 1; i > 0; --i) {
    member.role = *rc::gen::element(Role::Parent, Role::Child, Role::Adult, Role::Expectant,
                                    Role::Child, Role::Other);
    member.residence =
        *rc::gen::element(Residence::NotKnown, Residence::Resident, Residence::Elsewhere);
    member.first = first;
    member.last = i == 1 && !one_in(3) ? kForever : std::max(first, kOrigin) + draw(0, 300);
    facts.members.push_back(member);
    if (member.last == kForever) return;
    first = member.last + (one_in(3) ? 1 : draw(1, 150));
  }
}

}  // namespace

Catalogue random_catalogue() {
  Catalogue catalogue;
  catalogue.record_types = record_types();
  for (auto& type : catalogue.record_types) {
    if (one_in(3)) type.carry_days = draw(1, 40);
    type.always_covered = type.shape == Shape::Statement || one_in(10);
  }
  catalogue.instruments = {{"up", "rising is better", 0, 12, true, 3},
                           {"down", "falling is better", 0, 12, false, 2}};
  const FieldId possible(0), authorised(1), unauthorised(2);
  catalogue.measures = {
      {"attendance", kSchoolTerm, {{possible, 1}, {authorised, -1}, {unauthorised, -1}}, possible},
      {"absence", kSchoolTerm, {{authorised, 1}, {unauthorised, 1}}, possible}};
  return catalogue;
}

std::vector<Term> random_terms() {
  std::vector<Term> terms;
  Date first = day_around(-350, 50);
  for (int i = draw(0, 8); i > 0; --i) {
    const Date last = first + draw(30, 100);
    terms.push_back({"term" + std::to_string(terms.size()), first, last});
    first = last + draw(1, 40);
  }
  return terms;
}

RandomFacts random_facts() {
  return random_facts(
      {random_catalogue(), kAbout, [](RecordTypeId) { return true; }, random_fields});
}

RandomFacts random_facts(const Recipe& recipe) {
  RandomFacts facts;
  facts.catalogue = recipe.catalogue;
  facts.texts = recipe.texts;
  if (!one_in(4)) facts.terms = random_terms();
  add_people(facts);
  add_families(facts);
  for (std::size_t family = 0; family < facts.families.size(); ++family) {
    for (std::size_t person = 0; person < facts.people.size(); ++person) {
      if (!one_in(4)) add_member(facts, family, person);
    }
  }
  add_records(facts, recipe);
  add_coverage(facts);
  return facts;
}

Facts RandomFacts::build() const {
  FactsBuilder builder(catalogue);
  for (const auto& person : people) builder.add_person(person);
  for (const auto& family : families) builder.add_family(family);
  for (const auto& member : members) builder.add_member(member);
  for (const auto& text : texts) builder.text(text);
  for (const auto& row : records) {
    Record record{row.start, row.end, kBeginning, {}, row.fields, {0, row.row}};
    std::visit([&](auto subject) { builder.add_record(row.type, subject, record); }, row.subject);
  }
  for (const auto& row : coverage) builder.add_coverage(row.type, row.stretch);
  builder.set_terms(TermCalendar(terms));
  return std::move(builder).build();
}

void showValue(const RandomFacts& facts, std::ostream& out) {
  const auto span = [](Date a, Date b) { return to_text(a) + " to " + to_text(b); };
  for (const auto& term : facts.terms) {
    out << "\nterm " << term.name << ' ' << span(term.first, term.last);
  }
  for (const auto& person : facts.people) {
    out << "\nperson " << person.id << " born " << (person.born ? to_text(*person.born) : "?");
    if (person.died) out << " died " << to_text(*person.died);
  }
  for (const auto& family : facts.families) {
    out << "\nfamily " << family.id << " started " << to_text(family.started);
    if (family.closed) out << " closed " << to_text(*family.closed);
  }
  for (const auto& member : facts.members) {
    out << "\nmember f" << member.family.index << " p" << member.person.index << " role "
        << static_cast<int>(member.role) << " residence " << static_cast<int>(member.residence)
        << ' ' << span(member.first, member.last);
  }
  for (const auto& row : facts.records) {
    const bool of_person = std::holds_alternative<PersonId>(row.subject);
    out << "\n"
        << (of_person ? 'p' : 'f') << std::visit([](auto id) { return id.index; }, row.subject)
        << ' ' << facts.catalogue[row.type].name << ' ' << span(row.start, row.end);
    for (const double field : row.fields) out << ' ' << field;
  }
  for (const auto& row : facts.coverage) {
    out << "\ncovered " << facts.catalogue[row.type].name << ' '
        << span(row.stretch.first, row.stretch.last);
  }
  for (const auto& type : facts.catalogue.record_types) {
    if (type.carry_days > 0) out << "\ncarry " << type.name << ' ' << type.carry_days << " days";
    if (type.always_covered) out << "\nalways covered " << type.name;
  }
  out << '\n';
}

}  // namespace hearth::reference
