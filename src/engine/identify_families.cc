#include "engine/identify_families.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "engine/in_order.h"
#include "evaluate/eligibility.h"
#include "evaluate/family_judge.h"

namespace hearth {
namespace {

// The row of a family that is eligible, or nothing.
std::optional<IdentifiedRow> row_of(const Judge& judge, FamilyJudge& family_judge, FamilyId id,
                                    Date on) {
  const auto& plan = judge.plan();
  const auto& courses = family_judge.courses(id, on);
  const auto eligible = eligible_on(plan, judge.facts(), id, courses, on);
  if (eligible.truth != Truth::Yes) return std::nullopt;
  IdentifiedRow row;
  row.family_id = judge.facts().families[id.index].id;
  row.plan = plan.name;
  row.needs = std::ssize(eligible.needs);
  row.unknown = std::ssize(eligible.undecided);
  for (const auto need : eligible.needs) row.criteria.push_back(plan[need].ref);
  return row;
}

}  // namespace

std::array<Cell, IdentifiedRow::kColumns.size()> IdentifiedRow::cells() const {
  return {std::string_view(family_id), needs, unknown, std::span<const std::string>(criteria)};
}

std::array<Cell, IdentifiedOfPlan::kColumns.size()> IdentifiedOfPlan::cells() const {
  return {std::string_view(row.family_id), std::string_view(row.plan), row.needs, row.unknown,
          std::span<const std::string>(row.criteria)};
}

std::string identified_without(const Judge& judge, WithoutDoubt& without, const IdentifiedRow& row,
                               Date on) {
  const auto other = without.other(*judge.facts().find_family(row.family_id), on);
  if (!other) return {};
  if (!other->family) return "not eligible";
  const auto& plan = judge.plan();
  const auto eligible =
      eligible_on(plan, other->judge->facts(), *other->family, other->courses, on);
  if (eligible.truth == Truth::Unknown) return "unknown";
  if (eligible.truth != Truth::Yes) return "not eligible";
  std::vector<std::string> criteria;
  for (const auto need : eligible.needs) criteria.push_back(plan[need].ref);
  if (criteria == row.criteria && std::ssize(eligible.undecided) == row.unknown) return {};
  return fmt::format("needs {}", fmt::join(criteria, ", "));
}

std::vector<IdentifiedRow> identify_families(const Judge& judge, const FamiliesQuestion& question) {
  std::vector<IdentifiedRow> identified;
  const auto& families = question.families;
  std::size_t done = 0;
  in_order(
      families.size(), question.threads,
      [&](std::size_t first, std::size_t last) {
        FamilyJudge family_judge(judge);
        std::vector<IdentifiedRow> rows;
        for (std::size_t i = first; i < last; ++i) {
          if (!open_on(judge.facts().families[families[i].index], question.on)) continue;
          if (auto row = row_of(judge, family_judge, families[i], question.on))
            rows.push_back(std::move(*row));
        }
        return rows;
      },
      [&](std::vector<IdentifiedRow> rows) {
        done = std::min(done + kChunk, families.size());
        question.progress(done, families.size());
        std::ranges::move(rows, std::back_inserter(identified));
        return true;
      });
  std::ranges::stable_sort(identified, std::ranges::greater{}, &IdentifiedRow::needs);
  return identified;
}

}  // namespace hearth
