#include "language/check_criterion.h"

#include <algorithm>

#include "base/text.h"
#include "language/check_condition.h"
#include "language/check_window.h"
#include "language/records_read.h"

namespace hearth {
namespace {

std::vector<std::string> texts_of(const std::vector<written::Word>& words) {
  std::vector<std::string> texts;
  for (const auto& word : words) texts.push_back(word.text);
  return texts;
}

constexpr std::string_view kUnderDevelopment = "under development";

bool is_under_development(const Criterion& criterion) {
  return std::ranges::count(criterion.flags, kUnderDevelopment) > 0;
}

struct CriterionCheck {
  Checking& checking;
  const Tree& tree;
  const written::Criterion& item;

  std::optional<ConditionId> clause(Clause which, std::optional<written::ConditionId> id) const {
    if (!id) return std::nullopt;
    Context context;
    context.tree = &tree;
    context.clause = which;
    return check_condition(checking, context, *id);
  }

  Sustain sustain() const {
    if (!item.sustain) return checking.plan.sustain;
    Context context;
    context.tree = &tree;
    const auto& [sustain, span] = *item.sustain;
    if (sustain.kind != SustainKind::InWindow)
      check_period(checking, context, sustain.period, span);
    return sustain;
  }

  void read_words(Criterion& criterion) const {
    criterion.ref = item.ref.text;
    criterion.title = item.title.text;
    criterion.cites = item.cites.text;
    criterion.sources = texts_of(item.sources);
    criterion.readings = texts_of(item.readings);
    criterion.flags = texts_of(item.flags);
    if (item.under_development && !is_under_development(criterion)) {
      criterion.flags.emplace_back(kUnderDevelopment);
    }
    criterion.need_span = item.need_span;
    criterion.outcome_span = item.outcome_span;
  }

  void report_alone(const Criterion& criterion) const {
    if (!item.alone) return;
    if (!stands_alone(criterion)) {
      checking.report(kAloneWithoutFlag, tree, tree[*item.alone].span, criterion.ref).hint =
          "write `stands alone` after its title";
    } else if (item.undefined) {
      checking.report(kAloneWithoutOutcome, tree, tree[*item.alone].span, criterion.ref);
    }
  }

  // A row that is still being written may be printed with an outcome, or without.
  void read_kinds(Criterion& criterion) const {
    if (!item.kinds) return;
    criterion.kinds = item.kinds->printed;
    const auto& outcome = criterion.kinds->outcome;
    const auto span = item.kinds->outcome_span;
    const bool nothing = outcome.word == kNothingPrinted;
    if (nothing && item.outcome) {
      checking.report(kNothingBesideRule, tree, span, criterion.ref).hint =
          "write the kind that is printed, or `outcome undefined`";
    } else if (!nothing && item.undefined && !is_under_development(criterion)) {
      checking.report(kKindsOfUndefined, tree, span, criterion.ref, to_text(outcome)).hint =
          "write the rule that is printed, or `then nothing`";
    }
  }

  Criterion check(Span span) const {
    Criterion criterion;
    criterion.span = span;
    read_words(criterion);
    read_kinds(criterion);
    criterion.need = clause(Clause::Need, item.need);
    criterion.outcome = clause(Clause::Outcome, item.outcome);
    for (const auto id : item.supporting) {
      if (const auto condition = clause(Clause::Supporting, id)) {
        criterion.supporting.push_back(*condition);
      }
    }
    criterion.sustain = sustain();
    criterion.sooner = clause(Clause::Outcome, item.sooner);
    criterion.alone = clause(Clause::Outcome, item.alone);
    report_alone(criterion);
    const auto& plan = checking.plan;
    if (criterion.need) criterion.topics = topics_of(plan, *criterion.need);
    criterion.entry_decided =
        criterion.need ? decided_by(plan, *criterion.need) : Decided::Undefined;
    criterion.outcome_decided =
        criterion.outcome ? decided_by(plan, *criterion.outcome) : Decided::Undefined;
    return criterion;
  }
};

bool is_word(const Plan& plan, const Pick& pick) {
  const auto& name = plan.catalogue[pick.type].name;
  return name == "concern" || name == "statement";
}

void report_duplicate_ref(Checking& checking, const Tree& tree, const written::Word& ref) {
  if (!ref.exists()) return;
  const auto earlier = checking.plan.criterion(ref.text);
  if (!earlier) return;
  auto& diagnostic = checking.report(kDuplicateRef, tree, ref.span, ref.text);
  const auto line = checking.plan[*earlier].span;
  const auto text = tree.source->text(line);
  const auto first_line = static_cast<std::uint32_t>(text.substr(0, text.find('\n')).size());
  diagnostic.labels.push_back(
      {place_in(*tree.source, {line.offset, first_line}), "first named here"});
}

}  // namespace

void check_headlines(Checking& checking, const Tree& tree) {
  auto& plan = checking.plan;
  for (const auto& item : tree.items) {
    if (const auto* headline = std::get_if<written::Headline>(&item.node)) {
      checking.claim_name("headline", tree, headline->ref);
      plan.headlines.push_back(
          {headline->ref.text, headline->title.text, texts_of(headline->flags)});
    }
    const auto* written_criterion = std::get_if<written::Criterion>(&item.node);
    if (!written_criterion) continue;
    report_duplicate_ref(checking, tree, written_criterion->ref);
    auto criterion = CriterionCheck{checking, tree, *written_criterion}.check(item.span);
    if (plan.headlines.empty()) {
      checking.report(kNoHeadline, tree, written_criterion->ref.span, written_criterion->ref.text);
    } else {
      criterion.headline = HeadlineId(plan.headlines.size() - 1);
    }
    plan.criteria.push_back(std::move(criterion));
  }
}

bool takes_a_word(const Plan& plan, ConditionId id) {
  bool takes = false;
  each_selector(plan, id, [&](const Selector& selector) {
    for (const auto& pick : selector.picks) takes = takes || is_word(plan, pick);
  });
  return takes;
}

Decided decided_by(const Plan& plan, ConditionId id) {
  bool any = false, others = false;
  each_selector(plan, id, [&](const Selector& selector) {
    for (const auto& pick : selector.picks) {
      any = true;
      others = others || !is_word(plan, pick);
    }
  });
  each_number(plan, id, [&](NumberId number) {
    others = others || std::holds_alternative<MeasureIn>(plan[number].node);
  });
  return any && !others ? Decided::Statement : Decided::Rule;
}

std::vector<std::string> topics_of(const Plan& plan, ConditionId id) {
  std::vector<std::string> topics;
  const auto add = [&](const Field& field, const Where& where) {
    if (where.test != FieldTest::Equal && where.test != FieldTest::In) return;
    for (const auto value : where.values) {
      const auto& topic = field.codes[static_cast<std::size_t>(value)];
      if (std::ranges::count(topics, topic) == 0) topics.push_back(topic);
    }
  };
  each_selector(plan, id, [&](const Selector& selector) {
    for (const auto& pick : selector.picks) {
      const auto& type = plan.catalogue[pick.type];
      if (type.name != "concern") continue;
      for (const auto& where : pick.where) {
        const auto& field = type[where.field];
        if (field.name == "topic" && field.kind == FieldKind::Code) add(field, where);
      }
    }
  });
  return topics;
}

}  // namespace hearth
