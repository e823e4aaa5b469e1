#include <algorithm>
#include <map>

#include "link/train.h"

namespace hearth::link {
namespace {

// What is a person's own and says little of anything else, so that strangers found by it are
// strangers in the other fields.
bool is_own(FieldKind kind) {
  return kind == FieldKind::Forename || kind == FieldKind::Surname ||
         kind == FieldKind::BirthDate || kind == FieldKind::Email || kind == FieldKind::Code ||
         kind == FieldKind::AgencyNumber || names_one_person(kind);
}

constexpr std::size_t kEnough = 300;  // pairs of a session

using FieldMask = std::uint32_t;  // a bit a field

FieldMask fields_of(const BlockingRule& rule, const std::vector<KeySource>& sources) {
  FieldMask mask = 0;
  for (const auto source : rule.sources) mask |= FieldMask{1} << sources[source].field;
  return mask;
}

bool all_own(FieldMask fields, const Model& model) {
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    if ((fields >> i & 1) != 0 && !is_own(model.fields[i].kind)) return false;
  }
  return true;
}

Pattern without(Pattern pattern, FieldMask fields) {
  for (std::size_t i = 0; i < kMostFields; ++i) {
    if ((fields >> i & 1) != 0) pattern &= ~(kPatternMask << (kPatternBits * i));
  }
  return pattern;
}

// How many sampled pairs each rule found.
std::vector<std::size_t> found_by_rule(const SampledPairs& sampled, std::size_t rules) {
  std::vector<std::size_t> found(rules);
  for (const auto& pair : sampled.pairs) pair.found_by.each([&](std::size_t i) { ++found[i]; });
  return found;
}

// Of the rules that ask the same fields, the narrowest that finds enough, since matches are the
// larger part of what it finds; of all rules if none are a person's own.
std::map<FieldMask, std::size_t> session_rules(const Model& model,
                                               const std::vector<KeySource>& sources,
                                               const std::vector<RuleCost>& library,
                                               const SampledPairs& sampled) {
  const auto found = found_by_rule(sampled, library.size());
  const auto better = [&](std::size_t a, std::size_t b) {
    const bool enough_a = found[a] >= kEnough, enough_b = found[b] >= kEnough;
    if (enough_a != enough_b) return enough_a;
    return enough_a ? found[a] < found[b] : found[a] > found[b];
  };
  std::map<FieldMask, std::size_t> chosen;
  for (const bool own : {true, false}) {
    for (std::size_t i = 0; i < library.size(); ++i) {
      const auto fields = fields_of(library[i].rule, sources);
      if (own && !all_own(fields, model)) continue;
      const auto [at, first] = chosen.try_emplace(fields, i);
      if (!first && better(i, at->second)) at->second = i;
    }
    if (!chosen.empty()) break;
  }
  return chosen;
}

// The pairs that a rule found. Each chosen row speaks once, however many it was paired with: fifty
// people of one name are not to outweigh everybody else.
PatternCounts session_of(const SampledPairs& sampled, std::size_t rule, FieldMask fields) {
  PatternCounts patterns;
  for (auto first = sampled.pairs.begin(); first != sampled.pairs.end();) {
    const auto last = std::find_if(first, sampled.pairs.end(),
                                   [&](const SampledPair& pair) { return pair.a != first->a; });
    const auto found =
        std::count_if(first, last, [&](const SampledPair& pair) { return pair.found_by[rule]; });
    for (; first != last; ++first) {
      if (!first->found_by[rule]) continue;
      patterns.emplace_back(without(first->pattern, fields), 1.0 / static_cast<double>(found));
    }
  }
  return count_patterns(std::move(patterns));
}

}  // namespace

PatternCounts count_patterns(PatternCounts patterns) {
  std::ranges::sort(patterns);
  PatternCounts counts;
  for (const auto& [pattern, count] : patterns) {
    if (counts.empty() || counts.back().first != pattern) counts.emplace_back(pattern, 0.0);
    counts.back().second += count;
  }
  return counts;
}

Lessons lessons(const Model& model, const std::vector<KeySource>& sources,
                const std::vector<RuleCost>& library, const SampledPairs& sampled,
                std::size_t rows) {
  Lessons lessons;
  lessons.rows = std::max(2.0, static_cast<double>(rows));
  lessons.pairs = std::max(static_cast<double>(sampled.chosen_rows) * (lessons.rows - 1),
                           static_cast<double>(sampled.pairs.size()) + 1);
  for (const auto& [fields, rule] : session_rules(model, sources, library, sampled)) {
    lessons.sessions.push_back(session_of(sampled, rule, fields));
  }
  for (const auto& pair : sampled.pairs) lessons.all.emplace_back(pair.pattern, 1.0);
  lessons.all = count_patterns(std::move(lessons.all));
  return lessons;
}

}  // namespace hearth::link
