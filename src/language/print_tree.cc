#include "language/print_tree.h"

#include <fmt/format.h>

#include "language/describe_plan.h"

namespace hearth::written {
namespace {

std::string quoted(const Word& word) { return " \"" + word.text + "\""; }

std::string joined(const std::vector<Word>& words) {
  std::string text;
  for (const auto& word : words) text += " " + word.text;
  return text;
}

std::string line(std::string_view name, const std::string& rest) {
  return fmt::format("  {} {}\n", name, rest);
}

std::string day_text(const Day& day) { return to_text(day.date); }
std::string day_text(const std::optional<Day>& day) { return day ? to_text(day->date) : "-"; }

std::string sustain_line(const std::optional<Sustain>& sustain) {
  if (!sustain) return {};
  switch (sustain->sustain.kind) {
    case SustainKind::InWindow: return line("sustain", "in window");
    case SustainKind::WindowFor:
      return line("sustain", to_text(sustain->sustain.period) + " in window");
    case SustainKind::For: return line("sustain", to_text(sustain->sustain.period));
    case SustainKind::AfterClosure:
      return line("sustain", to_text(sustain->sustain.period) + " after closure");
  }
  return {};
}

std::string term_line(const TermLine& term) {
  return line("term", term.name.text + " " + day_text(term.first) + " " + day_text(term.last));
}

struct ItemPrinter {
  const Tree& tree;

  std::string condition(std::string_view name, const std::optional<ConditionId>& id) const {
    return id ? line(name, print_condition(tree, *id)) : "";
  }

  std::string operator()(const Invalid&) const { return "?\n"; }
  std::string operator()(const PlanItem& plan) const {
    auto text = "plan " + plan.name.text + quoted(plan.title) + "\n";
    if (plan.in_force) {
      text += line("in force", day_text(plan.in_force->from) + " " + day_text(plan.in_force->to));
    }
    if (plan.terms) text += line("terms", std::to_string(plan.terms->count));
    text += sustain_line(plan.sustain);
    if (plan.eligible) {
      const auto& [least, by] = plan.eligible->eligibility;
      const auto* thing = by == CountBy::Criteria ? "criteria" : "headlines";
      text += line("eligible", fmt::format("{} {}", least, thing));
    }
    if (plan.claim) text += line("claim", "every need achieved");
    if (plan.scope) {
      text += line("scope", plan.scope->scope == Scope::AllNeeds ? "all needs" : "entry needs");
    }
    if (plan.elsewhere) text += line("elsewhere", "counts once");
    for (const auto& required : plan.requirements) {
      text += line("requires", std::string(requirement_words(required.requirement)));
    }
    return text;
  }
  std::string operator()(const Use& use) const { return "use" + quoted(use.file) + "\n"; }
  std::string operator()(const Headline& headline) const {
    return "headline " + headline.ref.text + quoted(headline.title) + joined(headline.flags) + "\n";
  }
  std::string operator()(const Criterion& criterion) const {
    auto text = "criterion " + criterion.ref.text + quoted(criterion.title) +
                joined(criterion.flags) + "\n";
    if (criterion.under_development) text += line("need", "under development");
    if (criterion.undefined) text += line("outcome", "undefined");
    text += condition("need", criterion.need) + condition("outcome", criterion.outcome);
    for (const auto id : criterion.supporting) text += condition("supporting", id);
    text += sustain_line(criterion.sustain) + condition("or", criterion.sooner) +
            condition("alone", criterion.alone);
    if (!criterion.sources.empty()) text += line("source", joined(criterion.sources).substr(1));
    if (criterion.cites.exists()) text += line("cites", criterion.cites.text);
    if (criterion.kinds) text += line("kinds", to_text(criterion.kinds->printed));
    for (const auto& reading : criterion.readings) text += line("reading", reading.text);
    return text;
  }
  std::string operator()(const Define& define) const {
    auto text = "define " + define.name.text + joined(define.arguments) + "\n";
    text += condition("means", define.means);
    if (define.records) text += line("records", print_records(*define.records));
    return text;
  }
  std::string operator()(const Parameter& parameter) const {
    auto text = "parameter " + parameter.name.text + "\n";
    for (const auto& from : parameter.values) {
      text += line("from", day_text(from.from) + " " + from.value.text);
    }
    return text;
  }
  std::string operator()(const Calendar& calendar) const {
    std::string text = "calendar\n";
    for (const auto& term : calendar.terms) text += term_line(term);
    return text;
  }
  std::string operator()(const RecordItem& record) const {
    auto text = fmt::format("record {} shape {}", record.name.text, static_cast<int>(record.shape));
    text += quoted(record.about) + "\n";
    for (const auto& field : record.fields) {
      text += fmt::format("  field {} kind {}", field.name.text, static_cast<int>(field.kind));
      if (field.least) text += " from " + field.least->text;
      if (field.most) text += " to " + field.most->text;
      text += joined(field.codes) + (field.open       ? " open\n"
                                     : field.in_order ? " in order\n"
                                                      : "\n");
    }
    for (const auto& check : record.checks) {
      text += line("check", joined(check.parts).substr(1) + " <= " + check.whole.text);
    }
    if (record.always_covered) text += line("always", "covered");
    if (record.carry_days > 0) text += line("carry", std::to_string(record.carry_days));
    return text;
  }
  std::string operator()(const MeasureItem& measure) const {
    auto text = "measure " + measure.name.text + " of " + measure.type.text + " =";
    for (const auto& part : measure.top) text += (part.sign < 0 ? " -" : " +") + part.field.text;
    return text + " / " + measure.bottom.text + "\n";
  }
  std::string operator()(const InstrumentItem& instrument) const {
    return "instrument " + instrument.code.text + quoted(instrument.title) + " " +
           instrument.low.text + " " + instrument.high.text +
           (instrument.higher_is_better ? " higher " : " lower ") + instrument.least_change.text +
           "\n";
  }
};

std::string record_line(const RecordLine& record) {
  auto text = record.of_family ? "family" : record.person.text;
  text += " " + record.type.text + " ";
  text += record.start ? day_text(record.start) : record.term.text;
  if (record.end) text += " to " + day_text(record.end);
  if (record.open) text += " open";
  for (const auto& [field, value] : record.fields) text += " " + field.text + "=" + value.text;
  return line("record", text);
}

std::string print_example(const Example& example) {
  auto text = "example \"" + example.title.text + "\"\n";
  if (const auto& family = example.family) {
    text += line("family", fmt::format("{} started {} assessed {} planned {} closed {} {}",
                                       family->name.text, day_text(family->started),
                                       day_text(family->assessed), day_text(family->planned),
                                       day_text(family->closed), family->close_reason.text));
  }
  for (const auto& person : example.people) {
    text +=
        line("person", fmt::format("{} role {} born {} died {} from {} to {}{}", person.name.text,
                                   static_cast<int>(person.role), day_text(person.born),
                                   day_text(person.died), day_text(person.from),
                                   day_text(person.to), person.elsewhere ? " elsewhere" : ""));
  }
  for (const auto& term : example.terms) text += term_line(term);
  for (const auto& cover : example.covered) {
    const auto types = cover.types.empty() ? " everything" : joined(cover.types);
    text += line("covered", day_text(cover.first) + " " + day_text(cover.last) + types);
  }
  for (const auto& record : example.records) text += record_line(record);
  for (const auto& expected : example.expectations) {
    text +=
        line("on", day_text(expected.on) + " " + expected.ref.text + " " + expected.status.text);
  }
  return text;
}

}  // namespace
}  // namespace hearth::written

namespace hearth {

std::string print_tree(const Tree& tree) {
  std::string text;
  for (const auto& item : tree.items) text += std::visit(written::ItemPrinter{tree}, item.node);
  for (const auto& example : tree.examples) text += written::print_example(example);
  return text;
}

}  // namespace hearth
