// One thing in which a newer plan differs from an older: what it is about, how, and clause by
// clause what stood there and what stands there now.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth {

enum class PlanPart {
  Plan,  // the rules of the whole plan
  Calendar,
  Parameter,
  Measure,
  Instrument,
  RecordType,
  Definition,
  Headline,
  Criterion,
};

enum class How { Added, Dropped, Changed, Renumbered };  // Renumbered: only its ref is another

std::string_view to_text(PlanPart part);  // `plan`, `record type` …
std::string_view to_text(How how);        // `added` …

// The smallest part of a rule that differs: `attendance in last 2 terms`, `< 90%`, `< 85%`.
struct Point {
  std::string place;            // where in the rule; empty: all of it
  std::string before, after;    // one is empty where something came or went
  bool one_of_several = false;  // what came or went was an alternative, joined by `or`

  std::string words() const;  // `attendance in last 2 terms: from < 90% to < 85%`
};

struct ClauseDifference {
  std::string clause;                // `need`, `sustain`, `from 2024-05-13` …
  std::string before, after;         // all of it; one is empty where there was or is none
  std::vector<Point> points;         // of a rule
  std::vector<std::string> through;  // why, if its own words need not differ: `parameter limit`
};

struct Difference {
  PlanPart part = PlanPart::Criterion;
  How how = How::Changed;
  std::string name;         // a ref, or the name of what is declared; as the newer plan has it
  std::string name_before;  // a criterion's or headline's ref in the older plan
  std::string title;        // of a criterion or headline
  std::vector<ClauseDifference> clauses;
  std::vector<std::string> used_by = {};  // of what is declared: the refs of criteria that use it
};

// A clause as a plan says it, so that two plans can be compared clause by clause.
struct Said {
  std::string clause;
  std::string words;

  bool operator==(const Said&) const = default;
};

// Clauses with the same name are compared; those only one side has come or go.
std::vector<ClauseDifference> clauses_between(const std::vector<Said>& older,
                                              const std::vector<Said>& newer);

// Lists in which order says nothing: what only one side has comes or goes, and where each side has
// one thing that the other has not, it was changed.
std::vector<ClauseDifference> items_between(const std::string& clause,
                                            const std::vector<std::string>& older,
                                            const std::vector<std::string>& newer);

}  // namespace hearth
