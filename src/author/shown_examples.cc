#include "author/shown_examples.h"

#include <fmt/format.h>

#include <vector>

#include "author/html_text.h"
#include "base/text.h"

namespace hearth {
namespace {

// What is known of the family: the example's lines but for its title and what must come out.
std::string facts_of(const Plan& plan, const Example& example) {
  std::string text;
  bool title = true;
  for (const auto line : split(plan.source->text(example.span), '\n')) {
    const auto words = trim(line);
    if (!title && !words.empty() && !words.starts_with("on ")) text += std::string(words) + "\n";
    title = false;
  }
  return text;
}

std::string status_words(const std::string& status) {
  return status == "not_applicable" ? "not applicable" : status;
}

std::string table(const Example& example, const std::string& ref) {
  auto text = fmt::format(
      "<table><caption>What must come out: {}</caption>"
      "<thead><tr><th scope=\"col\">On</th><th scope=\"col\">Status of {}</th></tr></thead><tbody>",
      html(example.title), html(ref));
  for (const auto& expected : example.expectations) {
    if (expected.ref != ref) continue;
    text += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>", day_words(expected.on),
                        html(status_words(expected.status)));
  }
  return text + "</tbody></table>\n";
}

bool about(const Example& example, const std::string& ref) {
  return std::ranges::count(example.expectations, ref, &Expectation::ref) > 0;
}

std::string shown(const Plan& plan, const Example& example, std::size_t number,
                  const std::string& ref, std::string_view heading) {
  return fmt::format(
      "<div class=\"example\"><{4} "
      "id=\"example-{0}\">{1}</{4}>\n<pre><code>{2}</code></pre>\n{3}</div>\n",
      number, html(example.title), html(facts_of(plan, example)), table(example, ref), heading);
}

std::string linked(const Example& example, std::size_t number, const std::string& at,
                   const std::string& ref) {
  return fmt::format(
      "<div class=\"example\"><p>Also of <a href=\"#example-{}\">{}, shown at "
      "{}</a>:</p>\n{}</div>\n",
      number, html(example.title), html(at), table(example, ref));
}

}  // namespace

std::map<std::string, std::string> shown_examples(const Plan& plan) {
  static const std::string kPlanAsAWhole = "the plan as a whole";
  std::map<std::string, std::string> all;
  for (std::size_t i = 0; i < plan.examples.size(); ++i) {
    const auto& example = plan.examples[i];
    const std::string* first = nullptr;
    for (const auto& criterion : plan.criteria) {
      if (!about(example, criterion.ref)) continue;
      all[criterion.ref] += first ? linked(example, i + 1, *first, criterion.ref)
                                  : shown(plan, example, i + 1, criterion.ref, "h5");
      if (!first) first = &criterion.ref;
    }
    for (const std::string ref : {"eligible", "claim"}) {
      if (!about(example, ref)) continue;
      all[""] +=
          first ? linked(example, i + 1, *first, ref) : shown(plan, example, i + 1, ref, "h3");
      if (!first) first = &kPlanAsAWhole;
    }
  }
  return all;
}

}  // namespace hearth
