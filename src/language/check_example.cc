#include "language/check_example.h"

#include <algorithm>

#include "base/text.h"
#include "language/check_calendar.h"
#include "language/check_example_record.h"
#include "language/example_diagnostics.h"

namespace hearth {
namespace {

template <typename T>
std::optional<Date> date_of(const T& day) {
  return day ? std::optional(day->date) : std::nullopt;
}

struct ExampleCheck {
  Checking& checking;
  const Tree& tree;
  const written::Example& item;
  ExampleFacts& facts;

  void report_backwards(std::optional<Date> first, std::optional<Date> last, Span span,
                        const char* what) const {
    if (first && last && *last < *first) checking.report(kEndBeforeStart, tree, span, what);
  }

  void add_terms() const {
    std::vector<TermAt> terms;
    for (const auto& line : item.terms) terms.push_back({&tree, &line});
    auto own = check_terms(checking, std::move(terms));
    facts.terms = item.terms.empty() ? checking.plan.terms : std::move(own);
    facts.builder.set_terms(facts.terms);
  }

  void add_family() const {
    Family family;
    if (const auto& line = item.family) {
      family.id = line->name.text;
      if (line->started) family.started = line->started->date;
      family.assessed = date_of(line->assessed);
      family.plan_agreed = date_of(line->planned);
      family.closed = date_of(line->closed);
      family.lead_practitioner = line->lead.text;
      family.close_reason = line->close_reason.text;
      family.lineage = facts.lineage_of(line->span);
      report_backwards(date_of(line->started), family.closed, line->span, "case");
    }
    facts.family = facts.builder.add_family(std::move(family));
  }

  void add_person(const written::PersonLine& line) const {
    if (!line.name.exists()) return;
    if (facts.people.contains(line.name.text)) {
      checking.report(kDuplicateName, tree, line.name.span, "person", line.name.text);
      return;
    }
    Person person;
    person.id = line.name.text;
    person.born = date_of(line.born);
    person.died = date_of(line.died);
    person.lineage = facts.lineage_of(line.span);
    report_backwards(person.born, person.died, line.span, "life");
    report_backwards(date_of(line.from), date_of(line.to), line.span, "membership");
    const auto id = facts.builder.add_person(std::move(person));
    facts.people.emplace(line.name.text, id);
    Member member;
    member.family = facts.family;
    member.person = id;
    member.role = line.role;
    if (line.from) member.first = line.from->date;
    if (line.to) member.last = line.to->date;
    member.residence = line.elsewhere ? Residence::Elsewhere : Residence::Resident;
    member.lineage = facts.lineage_of(line.span);
    facts.builder.add_member(member);
  }

  void add_coverage(const written::CoverLine& line) const {
    if (line.first.span.length == 0 || line.last.span.length == 0) return;
    report_backwards(line.first.date, line.last.date, line.span, "coverage");
    const Stretch stretch{line.first.date, line.last.date};
    const auto& catalogue = checking.plan.catalogue;
    if (line.types.empty()) {
      for (std::size_t type = 0; type < catalogue.record_types.size(); ++type) {
        facts.builder.add_coverage(RecordTypeId(type), stretch);
      }
    }
    for (const auto& name : line.types) {
      if (!name.exists()) continue;
      if (const auto type = catalogue.record_type(name.text)) {
        facts.builder.add_coverage(*type, stretch);
      } else {
        checking.report(kUnknownRecordType, tree, name.span, name.text).hint =
            did_you_mean(name.text, record_type_names(checking));
      }
    }
  }

  void add_expectation(const written::ExpectationLine& line, Example& example) const {
    if (!line.ref.exists() || !line.status.exists()) return;
    if (!asks_of_plan(line.ref.text) && !checking.plan.criterion(line.ref.text)) {
      std::vector<std::string> refs;
      for (const auto& criterion : checking.plan.criteria) refs.push_back(criterion.ref);
      checking.report(kUnknownCriterion, tree, line.ref.span, line.ref.text).hint =
          did_you_mean(line.ref.text, std::move(refs));
    }
    report_contradiction(line, example);
    example.expectations.push_back({line.on.date, line.ref.text, line.status.text, line.span});
  }

  void report_contradiction(const written::ExpectationLine& line, const Example& example) const {
    for (const auto& other : example.expectations) {
      const bool same = other.on == line.on.date && other.ref == line.ref.text;
      if (!same || other.status == line.status.text) continue;
      auto& diagnostic = checking.report(kExpectedTwice, tree, line.span, other.ref,
                                         to_text(other.on), other.status, line.status.text);
      diagnostic.labels.push_back({place_in(*tree.source, other.span), "said here"});
      diagnostic.hint = "keep the one that is right";
    }
  }

  // A line that could not be read has been reported; it may have been an expectation.
  bool expects_nothing() const {
    if (!item.expectations.empty() || !item.title.exists()) return false;
    const auto text = tree.source->text(item.span);
    return std::ranges::none_of(
        split(text, '\n'), [](std::string_view line) { return trim(line).starts_with("on "); });
  }

  Example check() const {
    add_terms();
    add_family();
    for (const auto& line : item.people) add_person(line);
    for (const auto& line : item.covered) add_coverage(line);
    for (const auto& line : item.records) check_record_line(checking, facts, line);
    Example example;
    example.title = item.title.text;
    example.span = item.span;
    for (const auto& line : item.expectations) add_expectation(line, example);
    if (expects_nothing()) {
      checking.report(kNothingExpected, tree, item.title.span, item.title.text).hint =
          "end it with what must come out, as in `on 2025-07-22  1.1 achieved`";
    }
    example.facts = std::make_shared<const Facts>(std::move(facts.builder).build());
    return example;
  }
};

}  // namespace

void check_examples(Checking& checking, const Tree& tree) {
  for (const auto& item : tree.examples) {
    ExampleFacts facts{&tree, FactsBuilder(checking.plan.catalogue), {}, {}, {}};
    facts.builder.file(tree.source->name());
    checking.plan.examples.push_back(ExampleCheck{checking, tree, item, facts}.check());
  }
}

}  // namespace hearth
