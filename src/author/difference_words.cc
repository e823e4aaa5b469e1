#include "author/difference_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hearth {
namespace {

// An author's own words stand in backticks; `2 terms` and `at least 3 criteria` speak for
// themselves.
std::string quoted(const std::string& clause, const std::string& words) {
  static constexpr std::array kPlain = {"name",     "in force", "terms", "sustain",
                                        "eligible", "scope",    "claim", "elsewhere",
                                        "requires", "source",   "flag"};
  const bool plain = std::ranges::find(kPlain, clause) != kPlain.end() || words == "undefined" ||
                     words == "under development" || clause.starts_with("from ");
  return plain ? words : "`" + words + "`";
}

std::string because(const std::vector<std::string>& through) {
  return through.empty() ? std::string() : " (through " + join(through, " and ") + ")";
}

bool is_rule(const ClauseDifference& difference) {
  return difference.clause == "need" || difference.clause == "outcome";
}

std::string whole_words(const ClauseDifference& difference) {
  const auto& [clause, before, after, points, through] = difference;
  const auto tail = because(through);
  if (is_rule(difference) && before == after) {
    return fmt::format("{}: the same words mean something else{}", clause, tail);
  }
  if (before.empty()) return fmt::format("{}: now also {}{}", clause, quoted(clause, after), tail);
  if (after.empty()) {
    return fmt::format("{}: no longer {}{}", clause, quoted(clause, before), tail);
  }
  return fmt::format("{}: was {}, now {}{}", clause, quoted(clause, before), quoted(clause, after),
                     tail);
}

std::string head_words(const Difference& difference) {
  if (difference.part == PlanPart::Criterion || difference.part == PlanPart::Headline) {
    const bool headline = difference.part == PlanPart::Headline;
    const auto was = difference.name == difference.name_before ? std::string()
                                                               : ", was " + difference.name_before;
    return fmt::format("{}{}{}: {}", headline ? "headline " : "", difference.name, was,
                       difference.title);
  }
  auto words = std::string(to_text(difference.part));
  if (!difference.name.empty()) words += " " + difference.name;
  const bool declared = difference.part != PlanPart::Plan;
  if (declared && difference.how != How::Changed) {
    words += fmt::format(", {}", to_text(difference.how));
  }
  if (!difference.used_by.empty()) words += ", used by " + join(difference.used_by, ", ");
  return words;
}

constexpr std::size_t kTermsTold = 4;

void tell_changed(const Difference& difference, std::vector<ToldLine>& lines) {
  lines.push_back({0, head_words(difference)});
  if (difference.how == How::Dropped) return;
  if (difference.how == How::Added) {
    for (const auto& one : difference.clauses) lines.push_back({2, one.clause + ": " + one.after});
    return;
  }
  const auto count = difference.clauses.size();
  const bool many = difference.part == PlanPart::Calendar && count > kTermsTold;
  for (std::size_t i = 0; i < (many ? kTermsTold : count); ++i) {
    for (auto& words : clause_words(difference.clauses[i])) {
      lines.push_back({2, std::move(words)});
    }
  }
  if (many) lines.push_back({2, fmt::format("and {} more terms", count - kTermsTold)});
}

bool told_in_a_list(const Difference& difference) {
  const bool row = difference.part == PlanPart::Criterion || difference.part == PlanPart::Headline;
  return row && difference.how != How::Changed;
}

void tell_list(const PlanDifferences& differences, How how, std::vector<ToldLine>& lines) {
  bool begun = false;
  for (const auto& difference : differences.list) {
    if (!told_in_a_list(difference) || difference.how != how) continue;
    if (!begun) lines.push_back({0, std::string(to_text(how)) + ":"});
    begun = true;
    lines.push_back({2, head_words(difference)});
  }
}

std::string count_words(const PlanDifferences& differences) {
  const auto count = [&](How how) { return criteria_that(differences, how); };
  return fmt::format("criteria: {} added, {} dropped, {} changed, {} renumbered, {} the same",
                     count(How::Added), count(How::Dropped), count(How::Changed),
                     count(How::Renumbered), differences.criteria_same);
}

}  // namespace

std::vector<std::string> clause_words(const ClauseDifference& difference) {
  std::vector<std::string> words;
  for (const auto& point : difference.points) {
    words.push_back(difference.clause + ": " + point.words() + because(difference.through));
  }
  if (words.empty()) words.push_back(whole_words(difference));
  return words;
}

std::vector<ToldLine> differences_in_words(const PlanDifferences& differences) {
  if (differences.list.empty()) {
    return {
        {0, fmt::format("nothing changed: {} criteria mean the same", differences.criteria_same)}};
  }
  std::vector<ToldLine> lines;
  for (const auto& difference : differences.list) {
    if (!told_in_a_list(difference)) tell_changed(difference, lines);
  }
  for (const auto how : {How::Added, How::Dropped, How::Renumbered}) {
    tell_list(differences, how, lines);
  }
  lines.push_back({0, count_words(differences)});
  return lines;
}

}  // namespace hearth
