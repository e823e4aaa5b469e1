#include "engine/evaluate_families.h"

#include <ranges>

#include "engine/in_order.h"
#include "evaluate/family_judge.h"

namespace hearth {
namespace {

void append_rows(const Judge& judge, FamilyJudge& family_judge, FamilyId family,
                 const FamiliesQuestion& question, std::vector<FindingRow>& rows) {
  const auto& courses = family_judge.courses(family, question.on);
  for (std::size_t i = 0; i < courses.size(); ++i) {
    const CriterionId criterion(i);
    if (question.which == Which::NotNone && courses[i].status.at(question.on) == Status::None) {
      continue;
    }
    rows.push_back({judge.facts().families[family.index].id, judge.plan().name,
                    judge.plan()[criterion].ref, family_judge.finding(criterion, question.on)});
  }
}

}  // namespace

std::array<Cell, FindingRow::kColumns.size()> FindingRow::cells() const {
  return {family_id,
          plan,
          criterion,
          to_text(finding.status),
          day_cell(finding.status_since),
          day_cell(finding.need_since),
          day_cell(finding.first_claimable),
          finding.provisional,
          std::span<const std::string>(finding.settles)};
}

void evaluate_families(const Judge& judge, const FamiliesQuestion& question,
                       const std::function<bool(const FindingRow&)>& take) {
  const auto& families = question.families;
  std::size_t done = 0;
  in_order(
      families.size(), question.threads,
      [&](std::size_t first, std::size_t last) {
        std::vector<FindingRow> rows;
        FamilyJudge family_judge(judge);
        for (std::size_t i = first; i < last; ++i) {
          append_rows(judge, family_judge, families[i], question, rows);
        }
        return rows;
      },
      [&](const std::vector<FindingRow>& rows) {
        done = std::min(done + kChunk, families.size());
        question.progress(done, families.size());
        return std::ranges::all_of(rows, take);
      });
}

}  // namespace hearth
