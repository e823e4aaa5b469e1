#include "spec/lint_findings.h"

#include <filesystem>

#include "author/lint_plan.h"
#include "intake/read_feed.h"
#include "intake/supplied.h"
#include "spec/asked_facts.h"

namespace hearth {
namespace {

std::optional<Supply> supply_of(const Spec& spec, const Plan& plan) {
  std::optional<Supply> supply;
  const auto none = [](const std::string&) -> Result<Source> { return failed("no such feed"); };
  for (const auto& block : spec.blocks) {
    if (!block.is_file() || !block.word().ends_with(".toml")) continue;
    const auto reading = read_feed(Source(block.word(), block.content), plan.catalogue, none);
    if (!reading.feed) continue;
    if (!supply) supply.emplace();
    auto supplied = supplied_by(*reading.feed, plan.catalogue);
    supply->sources.merge(supplied.sources);
    supply->record_types.merge(supplied.record_types);
  }
  return supply;
}

// A spec is named without its folder, and the lines above a fragment are not its own.
void as_on_the_page(Place& place, int above) {
  place.file = std::filesystem::path(place.file).filename().string();
  if (place.line > above) place.line -= above;
}

}  // namespace

std::vector<Diagnostic> lint_findings(const Spec& spec, const Plan& plan) {
  auto findings = lint_plan(plan, supply_of(spec, plan)).list();
  for (auto& finding : findings) {
    as_on_the_page(finding.place, lines_above(spec));
    for (auto& label : finding.labels) as_on_the_page(label.place, lines_above(spec));
  }
  return findings;
}

}  // namespace hearth
