#include "identity/rule_keys.h"

#include "link/parallel.h"
#include "links/known_rows.h"

namespace hearth::identity {

RuleKeys rule_keys(const Learnt& learnt, const link::Sightings& rows, int threads) {
  const auto sources = link::key_sources(learnt.model, rows);
  const auto rules = rules_of(learnt, sources);
  RuleKeys keys(rules.size(), std::vector<std::uint64_t>(rows.size()));
  link::in_parallel(rules.size(), threads, [&](std::size_t rule, std::size_t) {
    if (rules[rule].sources.empty()) return;
    for (link::RowNumber row = 0; row < rows.size(); ++row) {
      const auto key = link::key_of(rules[rule], sources, rows, row);
      if (key != 0) keys[rule][row] = links::rule_key(rule, key);
    }
  });
  return keys;
}

}  // namespace hearth::identity
