#include "intake/import.h"

#include <fmt/format.h>

#include <algorithm>

#include "intake/import_load.h"
#include "intake/intake_diagnostics.h"
#include "intake/load.h"

namespace hearth {
namespace {

bool says_when_families_started(const Feed& feed) {
  return std::ranges::any_of(feed.forms.back().tables, [](const TableRule& table) {
    return table.person && !table.person->started.empty();
  });
}

// Every term some load tells of, in order.
TermCalendar terms_of(const std::vector<Load>& loads) {
  std::vector<Term> terms;
  for (const auto& load : loads) {
    if (!load.term.empty()) terms.push_back({load.term, load.period->first, load.period->last});
  }
  std::ranges::sort(terms, {}, &Term::first);
  return TermCalendar(std::move(terms));
}

std::string grouped(std::int64_t number) {
  auto text = fmt::format("{}", number);
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), ",");
  }
  return text;
}

}  // namespace

Result<Imported> import_files(const Feed& feed, const Catalogue& catalogue,
                              const ImportOptions& options) {
  ImportState state{FactsBuilder(catalogue), options, {}, {}, {}, {}};
  if (!options.started && !says_when_families_started(feed)) {
    state.imported.diagnostics.add(intake::kFamilyStartNotGiven, {}).hint =
        "give --started DATE, the day work with these families began";
    return std::move(state.imported);
  }
  state.feed = feed.name;
  const auto loads = gather_loads(feed, options, state.imported.diagnostics);
  if (!loads) return std::unexpected(loads.error());
  for (std::size_t i = 0; i < loads->size(); ++i) {
    HEARTH_TRY(import_load((*loads)[i], static_cast<int>(i), state));
  }
  // People first: records refer to them by their order.
  state.people.put_into(state.builder, options.started);
  const auto& source = feed.forms.back().source;
  state.records.put_into(state.builder, [&](Lineage lineage) {
    return fmt::format("{}: {} row {}", source, state.file_names.at(lineage.file), lineage.row);
  });
  state.builder.set_terms(terms_of(*loads));
  state.imported.records = state.records.counts(catalogue);
  state.imported.told_again = state.records.told_again();
  state.imported.facts = std::move(state.builder).build();
  return std::move(state.imported);
}

std::string to_text(const TableCount& count) {
  auto text = fmt::format("read {} =", grouped(count.read));
  const char* between = " ";
  for (const auto& [outcome, rows] : count.outcomes) {
    text += fmt::format("{}{} {}", between, grouped(rows), outcome);
    between = " + ";
  }
  return count.outcomes.empty() ? text + " 0" : text;
}

std::string account_of(const Imported& imported) {
  std::string text;
  for (const auto& count : imported.counts) {
    text += fmt::format("{}, {}: {}\n", count.file, count.table, to_text(count));
  }
  for (const auto& [type, count] : imported.records) {
    text += fmt::format("{}: {} records", type, grouped(count));
    const auto without = imported.without_figures.find(type);
    if (without != imported.without_figures.end()) {
      text +=
          fmt::format(", {} of them without figures, which contradict", grouped(without->second));
    }
    text += '\n';
  }
  if (imported.told_again > 0) {
    text += fmt::format("{} earlier records were told again by a later file, which stands\n",
                        grouped(imported.told_again));
  }
  return text;
}

}  // namespace hearth
