// Small plans for the tests of the checker: a catalogue, a plan around one criterion, and what was
// found wrong as one line of text.
#pragma once

#include <map>
#include <string>

#include "base/text.h"
#include "language/describe_plan.h"
#include "language/load_plan.h"

namespace hearth {

using Documents = std::map<std::string, std::string>;

inline LoadedPlan load(const Documents& documents, const std::string& path) {
  return load_plan(path, [&](const std::string& asked) -> Result<std::string> {
    const auto found = documents.find(asked);
    if (found == documents.end()) return failed("no such file");
    return found->second;
  });
}

inline std::string block(const std::string& program) { return "```plan\n" + program + "```\n"; }
inline std::string example_block(const std::string& text) {
  return "```example\n" + text + "```\n";
}

inline std::string test_catalogue() {
  return block(R"(record offence event
  field proven flag
  field category code { violence theft other } open
record arrest event
record suspension event
  field days number from 0 to 45
record order spell
  field kind code { community licence }
record cin_plan spell
record neet_risk reading
  field level code { green amber red }
record debt reading
  field amount money
  field income money
record employment spell
  field hours number from 0 to 168
  field note text
record pregnancy spell
  field due date
record school_term term
  field possible number from 0 to 999
  field authorised number from 0 to 999
  field unauthorised number from 0 to 999
  check authorised + unauthorised <= possible
record score reading
  field instrument code { sdq dash } open
  field value number from 0 to 100
record concern event
  field topic code { debt crime } open
  field by code { practitioner self auditor }
record statement statement
  field kind code { improved approval }
  field topic code { debt crime } open
  field about text
  field by code { practitioner self auditor }
  field signed flag
measure attendance of school_term = (possible - authorised - unauthorised) / possible
measure absence of school_term = (authorised + unauthorised) / possible
instrument sdq "Strengths and difficulties" 0 to 40, lower is better, change 3
instrument dash "Domestic abuse risk" 0 to 24, lower is better, change 4
calendar
  2024-autumn 2024-09-02 to 2024-12-20
  2025-spring 2025-01-06 to 2025-04-04
)");
}

inline LoadedPlan load_text(const std::string& text) {
  return load({{"catalogue.md", test_catalogue()}, {"plan.md", text}}, "plan.md");
}

inline const char* plan_head() {
  return R"(use "catalogue.md"
plan t "A plan for tests"
  in force 2024-01-01 onwards
headline 1 "One"
)";
}

inline std::string plan_around(const std::string& criterion, const std::string& rest = "") {
  return block(plan_head() + criterion + rest);
}

inline std::string criterion_with(const std::string& need, const std::string& outcome) {
  return "criterion 1a \"First\"\n  need " + need + "\n  outcome " + outcome + "\n";
}

inline std::string with_need(const std::string& need, const std::string& rest = "") {
  return plan_around(criterion_with(need, "any member: no arrest in last 6 months"), rest);
}

inline std::string with_outcome(const std::string& outcome, const std::string& rest = "") {
  return plan_around(criterion_with("any member: had arrest", outcome), rest);
}

// The names of all kinds found, in the order of the documents.
inline std::string kinds(const LoadedPlan& loaded) {
  std::vector<std::string> names;
  for (const auto& diagnostic : loaded.diagnostics.list())
    names.emplace_back(diagnostic.kind->name);
  return join(names, " ");
}

inline std::string mistakes(const std::string& text) { return kinds(load_text(text)); }

// `kind: hint` of the first mistake.
inline std::string first_hint(const std::string& text) {
  const auto loaded = load_text(text);
  if (loaded.diagnostics.empty()) return "nothing wrong";
  return loaded.diagnostics.list().front().hint;
}

inline std::string outcome_words(const std::string& outcome, const std::string& rest = "") {
  const auto loaded = load_text(with_outcome(outcome, rest));
  if (!loaded.plan) return to_text(loaded.diagnostics);
  return condition_words(*loaded.plan, *loaded.plan->criteria.front().outcome);
}

}  // namespace hearth
