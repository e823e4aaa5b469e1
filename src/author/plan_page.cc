#include "author/plan_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "author/criterion_page.h"
#include "author/html_text.h"
#include "author/page_style.h"
#include "author/plan_prose.h"
#include "author/rule_html.h"
#include "author/shown_examples.h"
#include "base/text.h"
#include "language/describe_number.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

std::string in_force(const Plan& plan) {
  if (plan.in_force_to == kForever) return "from " + day_words(plan.in_force_from);
  return day_words(plan.in_force_from) + " to " + day_words(plan.in_force_to);
}

std::string row(std::string_view name, std::string_view value) {
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", name, html(value));
}

std::string requirements(const Plan& plan) {
  std::vector<std::string> words;
  for (const auto one : plan.requirements) words.emplace_back(requirement_words(one));
  return join(words, ", ");
}

std::string eligible(const Plan& plan) {
  return fmt::format("at least {} {}", plan.eligibility.least,
                     plan.eligibility.by == CountBy::Criteria ? "criteria that are needs"
                                                              : "headlines with a need");
}

std::string head_section(const Plan& plan) {
  auto text = std::string(
      "<section id=\"plan\" aria-labelledby=\"plan-title\">\n"
      "<h2 id=\"plan-title\">The plan at a glance</h2>\n"
      "<table><caption>What holds for the whole plan</caption><tbody>\n");
  text += row("Name", plan.name);
  text += row("In force", in_force(plan));
  text += row("School terms", fmt::format("{} a year", plan.terms_a_year));
  text += row("A family is eligible with", eligible(plan));
  text += row("A claim asks for", "every need achieved");
  if (plan.elsewhere_once) {
    text += row("A member who lives elsewhere", "needs that rest on one such member count once");
  }
  if (!plan.requirements.empty()) text += row("A claim also requires", requirements(plan));
  text += row("Needs that count", plan.scope == Scope::AllNeeds ? "all, whenever they came to light"
                                                                : "those a family came in with");
  text += row("Where a criterion says nothing else", sustain_sentence(plan.sustain));
  text +=
      row("Size", fmt::format("{} headlines, {} criteria, {} worked examples",
                              plan.headlines.size(), plan.criteria.size(), plan.examples.size()));
  return text + "</tbody></table>\n";
}

std::string parameters(const Plan& plan) {
  if (plan.parameters.empty()) return {};
  std::string text =
      "<table><caption>Values with the days from which they apply</caption>"
      "<thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">From</th>"
      "<th scope=\"col\">Value</th></tr></thead><tbody>\n";
  for (const auto& parameter : plan.parameters) {
    for (const auto& step : parameter.values) {
      text += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
                          html(parameter.name), day_words(step.from),
                          html(value_words(step.value, parameter.quantity, nullptr)));
    }
  }
  return text + "</tbody></table>\n";
}

std::string passage_id(std::size_t number) { return fmt::format("passage-{}", number + 1); }

std::string heading_of(const Passage& passage) {
  return passage.heading.empty() ? "About this plan" : passage.heading;
}

std::string passage_html(const Passage& passage, std::size_t number) {
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n"
      "{2}</section>\n",
      passage_id(number), html(heading_of(passage)), passage.html);
}

std::string link(const std::string& id, const std::string& words) {
  return fmt::format("<li><a href=\"#{}\">{}</a>", id, html(words));
}

constexpr const char* kWhole = "whole";
constexpr const char* kWholeTitle = "The plan as a whole, in examples";

bool has_examples(const Plan& plan) {
  return std::ranges::any_of(plan.examples, [](const Example& example) {
    return std::ranges::any_of(example.expectations, [](const Expectation& expected) {
      return asks_of_plan(expected.ref);
    });
  });
}

std::string whole_html(const std::string& examples) {
  if (examples.empty()) return {};
  return fmt::format(
      "<section id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\">{1}</h2>\n"
      "{2}</section>\n",
      kWhole, kWholeTitle, examples);
}

std::string contents(const Plan& plan, const PlanProse& prose) {
  std::string text =
      "<nav aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">Contents</h2>\n<ul>\n";
  text += link("plan", "The plan at a glance") + "</li>\n";
  if (has_examples(plan)) text += link(kWhole, kWholeTitle) + "</li>\n";
  for (std::size_t i = 0; i < prose.passages.size(); ++i) {
    text += link(passage_id(i), heading_of(prose.passages[i])) + "</li>\n";
  }
  for (std::size_t h = 0; h < plan.headlines.size(); ++h) {
    const auto& headline = plan.headlines[h];
    text += link(html_id("headline", headline.ref), headline.ref + " " + headline.title);
    std::string rows;
    for (const auto& criterion : plan.criteria) {
      if (criterion.headline != HeadlineId(h)) continue;
      rows += link(html_id("criterion", criterion.ref), criterion.ref + " " + criterion.title) +
              "</li>\n";
    }
    text += (rows.empty() ? "" : "\n<ul>\n" + rows + "</ul>") + "</li>\n";
  }
  return text + "</ul>\n</nav>\n";
}

std::string prose_at(const std::map<std::string, std::string>& prose, const std::string& ref) {
  const auto found = prose.find(ref);
  return found == prose.end() ? std::string() : found->second;
}

std::string headline_html(const Plan& plan, std::size_t h, const PlanProse& prose,
                          const std::map<std::string, std::string>& examples) {
  const auto& headline = plan.headlines[h];
  const auto id = html_id("headline", headline.ref);
  auto text = fmt::format(
      "<section id=\"{0}\" class=\"headline\" aria-labelledby=\"{0}-title\">\n"
      "<h2 id=\"{0}-title\">{1} {2}</h2>\n",
      id, html(headline.ref), html(headline.title));
  if (!headline.flags.empty()) {
    text += "<p class=\"flags\">Flagged: " + html(join(headline.flags, ", ")) + "</p>\n";
  }
  text += prose_at(prose.headlines, headline.ref);
  for (const auto& criterion : plan.criteria) {
    if (criterion.headline != HeadlineId(h)) continue;
    text += criterion_html(plan, criterion, prose_at(prose.criteria, criterion.ref),
                           prose_at(examples, criterion.ref));
  }
  return text + "</section>\n";
}

std::string page_head(const Plan& plan) {
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>" +
         html(plan.title) + "</title>\n<style>\n" + kPageStyle + "</style>\n</head>\n";
}

}  // namespace

std::string plan_page(const Plan& plan) {
  const auto prose = prose_of(plan);
  const auto examples = shown_examples(plan);
  auto text = page_head(plan);
  text += "<body>\n<a class=\"skip\" href=\"#main\">Skip to the plan</a>\n<header>\n<h1>" +
          html(plan.title) + "</h1>\n";
  if (!prose.title.empty()) text += "<p>" + html(prose.title) + "</p>\n";
  text += "</header>\n" + contents(plan, prose) + "<main id=\"main\" tabindex=\"-1\">\n";
  text += head_section(plan) + parameters(plan) + "</section>\n";
  text += whole_html(prose_at(examples, ""));
  for (std::size_t i = 0; i < prose.passages.size(); ++i) {
    text += passage_html(prose.passages[i], i);
  }
  for (std::size_t h = 0; h < plan.headlines.size(); ++h) {
    text += headline_html(plan, h, prose, examples);
  }
  return text +
         "</main>\n<footer>\n<p>Made by hearth from the plan’s own document, which is also the "
         "program that judges by it.</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace hearth
