#include "spec/run_spec.h"

#include <fmt/format.h>

#include <optional>
#include <regex>

#include "base/text.h"
#include "engine/explain_family.h"
#include "engine/identify_families.h"
#include "engine/plan_rows.h"
#include "engine/row_writer.h"
#include "engine/test_plan.h"
#include "language/describe_plan.h"
#include "language/format_document.h"
#include "spec/asked_facts.h"
#include "spec/bytes.h"
#include "spec/lint_findings.h"
#include "spec/spec_tables.h"

namespace hearth {
namespace {

constexpr std::size_t kFaultsShown = 3;  // of one kind after the other

// A page shows a few faults of a long run of one kind, and says how many it leaves out.
std::string fault_text(const std::vector<Diagnostic>& faults) {
  std::string text;
  std::size_t run = 0;
  const auto end_run = [&] {
    if (run > kFaultsShown) text += fmt::format("\n… and {} more\n", run - kFaultsShown);
    run = 0;
  };
  for (std::size_t i = 0; i < faults.size(); ++i) {
    if (i > 0 && faults[i].kind != faults[i - 1].kind) end_run();
    if (++run > kFaultsShown) continue;
    if (!text.empty()) text += '\n';
    text += fmt::format("{}\n{}", faults[i].kind->name, to_text(faults[i]));
  }
  end_run();
  return text;
}

// A record of an example was read from a line of the page, which is no row of a table and is
// counted with the lines that stand above.
std::string with_own_lines(const std::string& text, const Spec& spec, int above) {
  static const std::regex kRow(R"(\(([^()\s]+\.md),\s+row (\d+)\))");
  std::string result;
  auto at = text.begin();
  for (std::sregex_iterator it(text.begin(), text.end(), kRow), end; it != end; ++it) {
    result.append(at, text.begin() + it->position());
    result += fmt::format("({}, line {})", spec.name(), std::stoi((*it)[2]) - above);
    at = text.begin() + it->position() + it->length();
  }
  return result.append(at, text.end());
}

std::string failure_text(const Plan& plan) {
  std::string text;
  for (const auto& tested : test_plan(plan)) {
    for (const auto& failure : tested.failures) {
      text += fmt::format("{}: on {} criterion {} should be {} and is {}\n", tested.title,
                          to_text(failure.expected.on), failure.expected.ref,
                          failure.expected.status, failure.status);
    }
  }
  return text.empty() ? "every example comes out as it says\n" : text;
}

// The words of a question: `answer 2024-03-01 known 2024-02-01`.
struct Question {
  std::string what;  // rule, timeline, identify, rows, a ref, or empty
  std::optional<Date> on;
  std::optional<Date> known;
};

Question question_of(const SpecBlock& block) {
  Question question;
  bool known = false;
  for (const auto& word : block.words()) {
    const auto day = parse_date(word);
    if (day) (known ? question.known : question.on) = *day;
    known = word == "known";
    if (!day && !known) question.what = word;
  }
  return question;
}

std::string of_facts(const Plan& plan, const AskedFacts& asked, const SpecBlock& block,
                     const Question& question) {
  const Judge judge(plan, *asked.facts);
  if (block.word() == "explain") {
    const auto criterion = plan.criterion(question.what);
    if (!criterion || !question.on) return "no such criterion, or no day\n";
    const auto family = families_in_order(*asked.facts).front();
    return explanation_text(judge, judge.explain(family, *criterion, *question.on), Colour::Plain);
  }
  if (question.what == "rule") return rule_table(judge);
  if (question.what == "timeline") return timeline_table(judge);
  if (!question.on) return "which day?\n";
  if (question.what == "claim") return claim_table(judge, *question.on);
  if (question.what == "identify") return identified_table(judge, *question.on);
  return finding_table(judge, *question.on);
}

// Every example or folder of the spec in turn, with its title where there are several.
std::string of_all_facts(const Plan& plan, const SpecFacts& facts, const SpecBlock& block) {
  const auto question = question_of(block);
  std::string text;
  for (const auto& asked : facts.asked) {
    if (facts.asked.size() > 1) text += (text.empty() ? "" : "\n") + asked.title + "\n";
    text += of_facts(plan, asked, block, question);
  }
  return text;
}

std::string wrong_plan(const std::vector<Diagnostic>& faults) {
  return "the plan has mistakes:\n\n" + fault_text(faults);
}

std::string formatted(const Spec& spec) {
  Diagnostics ignored;
  std::string text;
  for (const auto& block : spec.blocks) {
    if (block.word() != "plan") continue;
    const std::string document = "```plan\n" + block.content + "```\n";
    const auto layout = format_document(std::make_shared<const Source>(spec.name(), document));
    text += layout.substr(8, layout.size() - 8 - 4);
  }
  return text;
}

std::string raw_answer(const std::string& root, const Spec& spec, const SpecBlock& question) {
  const auto word = question.word();
  if (word == "format") return formatted(spec);
  const auto [plan, faults] = load_spec_plan(root, spec);
  if (word == "diagnostics" && !has_files(spec)) {
    return faults.empty() ? "nothing is wrong\n" : fault_text(faults);
  }
  if (!plan) return wrong_plan(faults);
  if (word == "lint") return fault_text(lint_findings(spec, *plan));
  if (word == "words") return to_text(*plan);
  if (word == "failures") return failure_text(*plan);
  if (question_of(question).what == "rows") return plan_rows_table(*plan);
  const auto facts = load_spec_facts(root, spec, *plan, question_of(question).known);
  if (word == "files") return facts.files;
  if (word == "diagnostics") {
    const auto counts = facts.counts.empty() ? "" : "\n" + facts.counts;
    return facts.faults.empty() ? "nothing is wrong\n" : fault_text(facts.faults) + counts;
  }
  return with_own_lines(of_all_facts(*plan, facts, question), spec, lines_above(spec));
}

}  // namespace

const std::string_view kAbove =
    "```plan\n"
    "plan spec \"A page of the manual\"\n"
    "  in force   2000-01-01 onwards\n"
    "use \"../plans/catalogue.md\"\n"
    "headline 1 \"Examples\"\n"
    "```\n";

std::string answer(const std::string& root, const Spec& spec, const SpecBlock& question) {
  return without_bytes(raw_answer(root, spec, question));
}

std::string with_answers(const std::string& root, const Spec& spec) {
  std::string text;
  std::size_t at = 0;
  for (const auto& block : spec.blocks) {
    if (!block.is_question()) continue;
    text += spec.text.substr(at, block.begin - at) + answer(root, spec, block);
    at = block.end;
  }
  return text + spec.text.substr(at);
}

}  // namespace hearth
