#include "language/describe_plan.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "language/describe_number.h"

namespace hearth {
namespace {

std::string flags_words(const std::vector<std::string>& flags) {
  return flags.empty() ? "" : fmt::format(" [{}]", join(flags, ", "));
}

std::string head(const Plan& plan) {
  auto text = fmt::format("plan {} \"{}\"\n", plan.name, plan.title);
  text += fmt::format("  in force    {}\n", in_force_words(plan));
  text += fmt::format("  terms       {} a year\n", plan.terms_a_year);
  text += fmt::format("  sustain     {}\n", sustain_words(plan.sustain));
  text += fmt::format("  eligible    at least {} {}\n", plan.eligibility.least,
                      plan.eligibility.by == CountBy::Criteria ? "criteria" : "headlines");
  text += fmt::format("  scope       {}\n",
                      plan.scope == Scope::AllNeeds ? "all needs" : "entry needs");
  if (plan.elsewhere_once) text += "  elsewhere   counts once\n";
  if (!plan.requirements.empty()) {
    std::vector<std::string> words;
    for (const auto one : plan.requirements) words.emplace_back(requirement_words(one));
    text += fmt::format("  requires    {}\n", join(words, ", "));
  }
  return text;
}

std::string parameter_text(const Parameter& parameter) {
  auto text = fmt::format("\nparameter {}\n", parameter.name);
  for (const auto& [from, value] : parameter.values) {
    text += fmt::format("  from {} is {}\n", to_text(from),
                        value_words(value, parameter.quantity, nullptr));
  }
  return text;
}

std::string decided_words(Decided decided) {
  static constexpr std::array kWords = {"rule", "statement", "undefined"};
  return kWords[static_cast<std::size_t>(decided)];
}

std::string condition_clause(const Plan& plan, std::string_view name, Decided decided,
                             std::optional<ConditionId> id) {
  const auto words = id ? condition_words(plan, *id) : "undefined";
  return fmt::format("  {:<10}  {}  # {}\n", name, words, decided_words(decided));
}

std::string criterion_text(const Plan& plan, const Criterion& criterion) {
  auto text = fmt::format("\ncriterion {} \"{}\"{}\n", criterion.ref, criterion.title,
                          flags_words(criterion.flags));
  if (criterion.need) {
    text += condition_clause(plan, "need", criterion.entry_decided, criterion.need);
  } else {
    text += "  need        under development\n";
  }
  text += condition_clause(plan, "outcome", criterion.outcome_decided, criterion.outcome);
  for (const auto id : criterion.supporting) {
    text += fmt::format("  supporting  {}\n", condition_words(plan, id));
  }
  text += fmt::format("  sustain     {}\n", sustain_words(plan, criterion));
  if (criterion.alone) {
    text += fmt::format("  alone       {}\n", condition_words(plan, *criterion.alone));
  }
  if (!criterion.sources.empty()) {
    text += fmt::format("  source      {}\n", join(criterion.sources, ", "));
  }
  if (!criterion.cites.empty()) text += fmt::format("  cites       \"{}\"\n", criterion.cites);
  if (criterion.kinds) text += fmt::format("  kinds       {}\n", to_text(*criterion.kinds));
  for (const auto& reading : criterion.readings)
    text += fmt::format("  reading     \"{}\"\n", reading);
  if (!criterion.topics.empty()) {
    text += fmt::format("  # topics: {}\n", join(criterion.topics, ", "));
  }
  return text;
}

std::string example_text(const Example& example) {
  return fmt::format("\nexample \"{}\": {} people, {} expectations\n", example.title,
                     example.facts->people.size(), example.expectations.size());
}

}  // namespace

std::string in_force_words(const Plan& plan) {
  if (plan.in_force_to == kForever) return to_text(plan.in_force_from) + " onwards";
  return fmt::format("{} to {}", to_text(plan.in_force_from), to_text(plan.in_force_to));
}

std::string sustain_words(const Sustain& sustain) {
  switch (sustain.kind) {
    case SustainKind::InWindow: return "in window";
    case SustainKind::WindowFor: return to_text(sustain.period) + " in window";
    case SustainKind::AfterClosure: return to_text(sustain.period) + " after closure";
    case SustainKind::For: break;
  }
  return to_text(sustain.period);
}

std::string sustain_words(const Plan& plan, const Criterion& criterion) {
  const auto words = sustain_words(criterion.sustain);
  return criterion.sooner ? words + " or " + condition_words(plan, *criterion.sooner) : words;
}

std::string_view requirement_words(Requirement requirement) {
  static constexpr std::array<std::string_view, 3> kWords = {"assessed", "planned",
                                                             "lead practitioner"};
  return kWords[static_cast<std::size_t>(requirement)];
}

std::string to_text(const Plan& plan) {
  auto text = head(plan);
  for (const auto& parameter : plan.parameters) text += parameter_text(parameter);
  for (std::size_t h = 0; h < plan.headlines.size(); ++h) {
    const auto& headline = plan.headlines[h];
    text += fmt::format("\nheadline {} \"{}\"{}\n", headline.ref, headline.title,
                        flags_words(headline.flags));
    for (const auto& criterion : plan.criteria) {
      if (criterion.headline == HeadlineId(h)) text += criterion_text(plan, criterion);
    }
  }
  for (const auto& example : plan.examples) text += example_text(example);
  return text;
}

}  // namespace hearth
