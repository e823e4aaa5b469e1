#include "evaluate/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "evaluate/change.h"
#include "evaluate/conditions.h"
#include "evaluate/course.h"
#include "evaluate/findings.h"
#include "evaluate/memo.h"
#include "evaluate/missing.h"
#include "evaluate/number_evidence.h"
#include "evaluate/numbers.h"
#include "evaluate/people.h"
#include "evaluate/presence.h"
#include "language/describe_number.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

// Walks a condition on one day.
class Explaining {
 public:
  enum class Depth { Everything, Unknowns };  // Unknowns: only what may settle them, no words

  Explaining(const Subject& subject, Date on, Depth depth = Depth::Everything)
      : subject_(subject), on_(on), depth_(depth) {}

  Evidence of(ConditionId id) const {
    Evidence evidence;
    evidence.truth = condition_line(id, subject_).at(on_);
    if (depth_ == Depth::Unknowns && evidence.truth != Truth::Unknown) return evidence;
    if (depth_ == Depth::Everything) evidence.words = condition_words(subject_.basis.plan, id);
    std::visit([&](const auto& node) { add(evidence, node); }, subject_.basis.plan[id].node);
    if (evidence.truth != Truth::Unknown) evidence.settles.clear();
    return evidence;
  }

 private:
  void add(Evidence& evidence, const All& node) const { add_parts(evidence, node.parts); }
  void add(Evidence& evidence, const AtLeast& node) const { add_parts(evidence, node.parts); }
  void add(Evidence& evidence, const Not& node) const { add_parts(evidence, {node.part}); }

  void add(Evidence& evidence, const IfThenElse& node) const {
    add_parts(evidence, {node.condition});
    const Truth condition = evidence.parts.front().truth;
    if (condition != Truth::No) evidence.parts.push_back(of(node.then_part));
    if (condition != Truth::Yes) evidence.parts.push_back(of(node.else_part));
  }

  void add(Evidence& evidence, const People& node) const {
    each_person(node.who, subject_, [&](PersonId person, const Timeline& counts) {
      const Truth applies = applies_line(node.who, person, counts, subject_).at(on_);
      if (applies == Truth::No) return;
      auto part = Explaining(inner_subject(node.who, person, subject_), on_, depth_).of(node.body);
      part.person = person;
      if (applies == Truth::Unknown) add_doubt(part, node, person);
      evidence.parts.push_back(std::move(part));
    });
    if (evidence.parts.empty()) evidence.note = "nobody to judge";
  }

  // It is not certain that the quantifier means this person: for want of a birth date, or because
  // its `who` condition is unknown.
  void add_doubt(Evidence& part, const People& node, PersonId person) const {
    const auto& facts = subject_.basis.facts;
    part.note = "not certain to be meant";
    if (counts_as(facts, subject_.family, person, node.who).at(on_) == Truth::Unknown) {
      add_once(part.settles, fmt::format("birth date of {}", facts.people[person.index].id));
    }
    if (node.who.condition) {
      part.parts.push_back(Explaining(subject_.about(person), on_, depth_).of(*node.who.condition));
    }
    const bool any = node.who.quantifier == Quantifier::Any;
    if (part.truth != (any ? Truth::No : Truth::Yes)) part.truth = Truth::Unknown;
  }

  void add(Evidence& evidence, const FamilySum& node) const {
    evidence.parts.push_back(Explaining(subject_.as_family(), on_, depth_).of(node.body));
  }

  void add(Evidence& evidence, const On& node) const {
    evidence.window = Stretch{on_, on_};
    for (const auto& one : occurrences(node.records, subject_)) {
      if (one.start > on_ || one.end < on_) continue;
      if (on_ < one.when.from || one.when.until <= on_) continue;
      evidence.records.push_back(one.record);
      if (!one.sure) add_missing_fields(evidence.settles, one, node.records, subject_.basis.facts);
    }
    evidence.coverage = coverage_used(node.records, {on_ - 1, on_}, subject_);
    add_missing_coverage(evidence.settles, evidence.coverage, subject_.basis.facts.catalogue);
  }

  void add(Evidence& evidence, const Compare& node) const {
    const auto left = number_evidence(node.left, subject_, on_);
    take(evidence, left);
    const auto& right_node = subject_.basis.plan[node.right].node;
    if (std::holds_alternative<Literal>(right_node)) {
      evidence.numbers = left.words;
      return;
    }
    const auto right = number_evidence(node.right, subject_, on_);
    evidence.numbers = fmt::format("{} against {}", left.words, right.words);
    evidence.records.insert(evidence.records.end(), right.records.begin(), right.records.end());
    for (const auto& text : right.settles) add_once(evidence.settles, text);
  }

  void add(Evidence& evidence, const Change& node) const {
    const auto& plan = subject_.basis.plan;
    const auto* window = window_of(plan[node.later]);
    const auto compared = window ? window_days_on(*window, subject_, on_) : WindowDays{};
    const auto later = number_evidence(node.later, subject_, on_);
    const auto earlier = number_evidence(node.earlier, subject_, on_, &compared);
    take(evidence, later);
    evidence.numbers = fmt::format("{} against {} before", later.words, earlier.words);
    Evidence baseline;
    baseline.words = "what it is compared with";
    baseline.truth = truth_of(earlier.value.exact());
    if (baseline.truth == Truth::No) baseline.truth = Truth::Unknown;
    baseline.window = earlier.window;
    baseline.numbers = earlier.words;
    baseline.note = earlier.working;
    baseline.records = earlier.records;
    baseline.coverage = earlier.coverage;
    baseline.settles = earlier.settles;
    if (later.value.exact() && earlier.value.exact()) add_target(evidence, node, earlier.value.low);
    evidence.parts.push_back(std::move(baseline));
  }

  void add_target(Evidence& evidence, const Change& node, double earlier) const {
    const auto& plan = subject_.basis.plan;
    if (node.kind == ChangeKind::DownBy && earlier == 0) {
      evidence.note = "the period it is compared with holds none, so no reduction can be measured";
      add_once(evidence.settles, "a baseline: nothing was recorded in the period compared with");
      return;
    }
    const double target = change_target(node, earlier, in_whole_numbers(plan[node.later]));
    const auto words = bounds_words(plan, node.later, Bounds::exactly(target));
    const char* wanted = node.kind == ChangeKind::DownBy   ? "at most"
                         : node.kind == ChangeKind::Lower  ? "less than"
                         : node.kind == ChangeKind::Higher ? "more than"
                                                           : "at least";
    evidence.numbers += fmt::format("; {} {} wanted", wanted, words);
  }

  void add(Evidence& evidence, const Improves& node) const {
    for (const auto& one : occurrences(node.scores, subject_)) {
      if (one.start <= on_) evidence.records.push_back(one.record);
    }
    const auto anchor = subject_.anchor(node.since);
    if (!anchor || *anchor > on_) {
      add_once(evidence.settles,
               missing_anchor({WindowKind::Since, {}, node.since}, subject_, on_));
      return;
    }
    evidence.window = Stretch{*anchor + 1, on_};
    evidence.coverage = coverage_used(node.scores, {*anchor, on_}, subject_);
    add_missing_coverage(evidence.settles, evidence.coverage, subject_.basis.facts.catalogue);
    add_once(evidence.settles, fmt::format("a score of {} before and one after {}",
                                           subject_words(subject_), to_text(*anchor)));
  }

  void add(Evidence& evidence, const Lasting& node) const {
    evidence.note = fmt::format("without a break for {}", to_text(node.period));
    if (node.since) evidence.note += fmt::format(", all of it after {}", since_words(*node.since));
    add_days(evidence,
             WindowDays::of({WindowKind::Last, node.period, {}}, {}, subject_.basis.terms));
    evidence.parts.push_back(of(node.part));
    settle_by_parts(evidence);
  }

  void add(Evidence& evidence, const LastingWeeks& node) const {
    evidence.note = fmt::format("{} of the last {} weeks", node.weeks, node.of_weeks);
    evidence.window = Stretch{on_ - (7 * node.of_weeks - 1), on_};
    evidence.parts.push_back(of(node.part));
    settle_by_parts(evidence);
  }

  void add(Evidence& evidence, const HasRole&) const {
    const auto& facts = subject_.basis.facts;
    for (const auto m : facts.members_of(subject_.family)) {
      const auto& member = facts.members[m];
      const bool theirs = subject_.person && member.person == *subject_.person;
      if (!theirs || member.first > on_ || member.last < on_) continue;
      evidence.note = fmt::format("a member of the family as {}", role_word(member.role));
    }
    if (evidence.note.empty()) evidence.note = "no member of the family on the day";
  }

  // `need, 2024-03-01`; the day only if it is known.
  std::string since_words(Anchor anchor) const {
    const auto day = subject_.anchor(anchor);
    return anchor_words(anchor) + (day && *day <= on_ ? ", " + to_text(*day) : "");
  }

  // A condition known today may still be unknown on an earlier day of the period.
  void settle_by_parts(Evidence& evidence) const {
    if (evidence.parts.front().truth != Truth::Unknown && evidence.window) {
      add_once(evidence.settles, fmt::format("the same on every day from {} to {}",
                                             to_text(evidence.window->first), to_text(on_)));
    }
  }

  void add_days(Evidence& evidence, const WindowDays& window) const {
    if (const auto interval = window.on(on_)) {
      evidence.window = Stretch{interval->after + 1, interval->upto};
    }
  }

  void add_parts(Evidence& evidence, const std::vector<ConditionId>& parts) const {
    for (const auto part : parts) evidence.parts.push_back(of(part));
  }

  static void take(Evidence& evidence, const NumberEvidence& number) {
    evidence.note = number.working;
    evidence.window = number.window;
    evidence.records = number.records;
    evidence.coverage = number.coverage;
    evidence.settles = number.settles;
  }

  Subject subject_;
  Date on_;
  Depth depth_;
};

// Only through parts that are unknown: the others cannot change the answer.
void collect_settles(const Evidence& evidence, std::vector<std::string>& settles) {
  if (evidence.truth != Truth::Unknown) return;
  for (const auto& text : evidence.settles) add_once(settles, text);
  for (const auto& part : evidence.parts) collect_settles(part, settles);
}

std::string sustain_progress(const Basis& basis, const Course& course, FamilyId family,
                             const Finding& finding, const Criterion& criterion) {
  std::string words = sustain_words(basis.plan, criterion);
  if (!finding.need_since || !criterion.outcome) return words;
  if (finding.improved_since) {
    words += fmt::format("; the outcome has stood since {}", to_text(*finding.improved_since));
  }
  const auto& closed = basis.facts.families[family.index].closed;
  if (criterion.sustain.kind == SustainKind::AfterClosure) {
    words += closed ? fmt::format("; the case closed on {}", to_text(*closed))
                    : std::string("; the case is open");
  }
  if (finding.first_claimable) {
    words += fmt::format("; first claimable {}", to_text(*finding.first_claimable));
  }
  return course.need_since ? words : sustain_words(basis.plan, criterion);
}

// The day to look at the entry rule: when the need began, or else a day on which it was unknown.
Date entry_day(const Course& course, const Family& family, Date on) {
  if (course.need_since && *course.need_since <= on) return *course.need_since;
  const Date last = std::min(on, family.closed.value_or(on));
  if (course.entry.at(last) == Truth::Unknown) return last;
  return first_day(course.entry, Truth::Unknown, family.started, last).value_or(last);
}

Subject subject_of(const Basis& basis, FamilyId family, CriterionId criterion, const Course& course,
                   Memo* memo) {
  auto subject = family_subject(basis, family, criterion, Carry::Counted, memo);
  subject.need = course.need_since;
  subject.in_need = &course.in_need;
  return subject;
}

}  // namespace

Evidence evidence_of(ConditionId id, const Subject& subject, Date on) {
  return Explaining(subject, on).of(id);
}

Explanation explain(const Basis& basis, FamilyId family, CriterionId criterion, Date on) {
  Memo memo(basis);
  memo.begin(family);
  const auto course = course_of(basis, family, criterion, Carry::Counted, &memo);
  const auto& rule = basis.plan[criterion];
  Explanation explanation;
  explanation.on = on;
  explanation.finding = finding_on(basis, family, criterion, course, on, &memo);
  explanation.entry_on = entry_day(course, basis.facts.families[family.index], on);
  explanation.sustain = sustain_progress(basis, course, family, explanation.finding, rule);
  for (const auto& [person, since] : course.in_need) {
    if (since <= on) explanation.in_need.push_back(person);
  }
  if (!rule.need) return explanation;
  const auto before_need = family_subject(basis, family, criterion, Carry::Counted, &memo);
  explanation.entry = evidence_of(*rule.need, before_need, explanation.entry_on);
  if (!explanation.finding.need_since || !basis.has_begun(family)) return explanation;
  const auto subject = subject_of(basis, family, criterion, course, &memo);
  if (rule.outcome) explanation.outcome = evidence_of(*rule.outcome, subject, on);
  if (rule.sooner) explanation.sooner = evidence_of(*rule.sooner, subject, on);
  if (rule.alone) explanation.alone = evidence_of(*rule.alone, subject, on);
  for (const auto id : rule.supporting) {
    explanation.supporting.push_back(evidence_of(id, subject, on));
  }
  return explanation;
}

std::vector<std::string> settles_of(const Basis& basis, FamilyId family, CriterionId criterion,
                                    const Course& course, Date on, Memo* memo) {
  const auto& rule = basis.plan[criterion];
  std::vector<std::string> settles;
  const bool found = course.need_since && *course.need_since <= on;
  if (!found) {
    const Date day = entry_day(course, basis.facts.families[family.index], on);
    const auto subject = family_subject(basis, family, criterion, Carry::Counted, memo);
    collect_settles(Explaining(subject, day, Explaining::Depth::Unknowns).of(*rule.need), settles);
  } else if (rule.outcome) {
    const auto subject = subject_of(basis, family, criterion, course, memo);
    collect_settles(Explaining(subject, on, Explaining::Depth::Unknowns).of(*rule.outcome),
                    settles);
  }
  return settles;
}

}  // namespace hearth
