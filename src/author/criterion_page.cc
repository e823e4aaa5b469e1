#include "author/criterion_page.h"

#include <fmt/format.h>

#include <memory>

#include "author/html_text.h"
#include "author/rule_html.h"
#include "base/text.h"
#include "language/format_document.h"

namespace hearth {
namespace {

std::string row(std::string_view name, const std::string& html_value) {
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", name, html_value);
}

std::string need_html(const Plan& plan, const Criterion& criterion) {
  return criterion.need ? rule_html(plan, *criterion.need) : "under development: no rule yet";
}

std::string outcome_html(const Plan& plan, const Criterion& criterion) {
  if (criterion.outcome) return rule_html(plan, *criterion.outcome);
  return "undefined: the council printed none, so it counts for entry alone";
}

std::string rule_side(const Plan& plan, const Criterion& criterion) {
  std::string text = "<div class=\"rule\"><h4>Rule</h4>\n<dl>\n";
  text += row("It is a need when", need_html(plan, criterion));
  text += row("Its outcome is", outcome_html(plan, criterion));
  if (criterion.outcome) text += row("How long it must last", sustain_sentence(criterion.sustain));
  if (criterion.sooner) {
    text += row("It has lasted sooner where", rule_html(plan, *criterion.sooner));
  }
  if (criterion.alone) {
    text += row("It carries a claim by itself while", rule_html(plan, *criterion.alone));
  }
  for (const auto id : criterion.supporting) {
    text += row("Recorded beside it, never decisive", rule_html(plan, id));
  }
  if (!criterion.sources.empty()) text += row("Source", html(join(criterion.sources, ", ")));
  if (!criterion.cites.empty()) text += row("Printed in", html(criterion.cites));
  if (criterion.kinds) {
    text += row("Its entry is printed as", html(to_text(criterion.kinds->entry)));
    text += row("Its outcome is printed as", html(to_text(criterion.kinds->outcome)));
  }
  text += "</dl>\n<h5>As the plan writes it</h5>\n<pre><code>";
  return text + html(rule_as_written(plan, criterion)) + "</code></pre></div>\n";
}

std::string readings_side(const Criterion& criterion) {
  std::string text = "<div class=\"readings\"><h4>Readings</h4>\n";
  if (criterion.readings.empty()) return text + "<p>None: the row left no doubt.</p></div>\n";
  text += "<ul>";
  for (const auto& reading : criterion.readings) text += "<li>" + html(reading) + "</li>";
  return text + "</ul></div>\n";
}

std::string examples_side(const std::string& examples) {
  const auto none = "<p>None.</p>\n";
  return "<div class=\"examples\"><h4>Worked examples</h4>\n" +
         (examples.empty() ? none : examples) + "</div>\n";
}

bool of_the_rule(std::string_view clause) {
  return clause == "need" || clause == "outcome" || clause == "supporting" || clause == "sustain" ||
         clause == "alone";
}

}  // namespace

std::string rule_as_written(const Plan& plan, const Criterion& criterion) {
  const std::string item(plan.source->text(criterion.span));
  const auto layout = format_document(
      std::make_shared<const Source>(plan.source->name(), "```plan\n" + item + "\n```\n"));
  std::string text;
  bool wanted = false;
  for (const auto line : split(layout, '\n')) {
    const bool clause = line.starts_with("  ") && line.size() > 2 && line[2] != ' ';
    if (clause) wanted = of_the_rule(split(line.substr(2), ' ').front());
    if (wanted && line.starts_with("  ")) text += std::string(line.substr(2)) + "\n";
  }
  return text;
}

std::string criterion_html(const Plan& plan, const Criterion& criterion, const std::string& prose,
                           const std::string& examples) {
  const auto id = html_id("criterion", criterion.ref);
  std::string text = fmt::format(
      "<article id=\"{0}\" aria-labelledby=\"{0}-title\">\n"
      "<h3 id=\"{0}-title\">{1} {2}</h3>\n",
      id, html(criterion.ref), html(criterion.title));
  if (!criterion.flags.empty()) {
    text += "<p class=\"flags\">Flagged: " + html(join(criterion.flags, ", ")) + "</p>\n";
  }
  text += prose;
  text += "<div class=\"sides\">\n" + rule_side(plan, criterion) + readings_side(criterion) +
          examples_side(examples) + "</div>\n</article>\n";
  return text;
}

}  // namespace hearth
