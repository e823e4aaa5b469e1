#include "engine/timeline_rows.h"

#include <algorithm>

#include "engine/in_order.h"
#include "evaluate/family_judge.h"

namespace hearth {
namespace {

struct Run {
  Date from;
  Date to;
  Status status;
};

std::vector<Run> runs_of(const Steps<Status>& status, Date first, Date last) {
  std::vector<Run> runs;
  if (last < first) return runs;
  runs.push_back({first, last, status.at(first)});
  for (const auto& change : status.changes()) {
    if (change.from <= first || change.from > last) continue;
    runs.back().to = change.from - 1;
    runs.push_back({change.from, last, change.value});
  }
  return runs;
}

void append_rows(const Judge& judge, FamilyJudge& family_judge, FamilyId id,
                 const FamiliesQuestion& question, std::vector<TimelineRow>& rows) {
  const auto& family = judge.facts().families[id.index];
  const auto& courses = family_judge.courses(id, question.on);
  for (std::size_t i = 0; i < courses.size(); ++i) {
    const std::string& ref = judge.plan().criteria[i].ref;
    for (const auto& run : runs_of(courses[i].status, family.started, question.on)) {
      if (question.which == Which::NotNone && run.status == Status::None) continue;
      rows.push_back({family.id, judge.plan().name, ref, run.from, run.to, run.status});
    }
  }
}

}  // namespace

std::array<Cell, TimelineRow::kColumns.size()> TimelineRow::cells() const {
  return {family_id, plan, criterion, day_cell(from), day_cell(to), to_text(status)};
}

std::vector<std::string> timeline_without(const Judge& judge, WithoutDoubt& without,
                                          const TimelineRow& row, Date last) {
  const auto other = without.other(*judge.facts().find_family(std::string(row.family_id)), last);
  if (!other) return {};
  const auto at = std::ranges::find(judge.plan().criteria, row.criterion, &Criterion::ref);
  const auto index = static_cast<std::size_t>(at - judge.plan().criteria.begin());
  // Who would be no family would have no need.
  const auto status = other->family ? other->courses[index].status : Steps<Status>(Status::None);
  std::vector<std::string> statuses;
  for (const auto& run : runs_of(status, row.from, row.to)) {
    std::string word(to_text(run.status));
    const bool told = std::ranges::find(statuses, word) != statuses.end();
    if (run.status != row.status && !told) statuses.push_back(std::move(word));
  }
  return statuses;
}

void timeline_rows(const Judge& judge, const FamiliesQuestion& question,
                   const std::function<bool(const TimelineRow&)>& take) {
  const auto& families = question.families;
  std::size_t done = 0;
  in_order(
      families.size(), question.threads,
      [&](std::size_t first, std::size_t last) {
        std::vector<TimelineRow> rows;
        FamilyJudge family_judge(judge);
        for (std::size_t i = first; i < last; ++i) {
          append_rows(judge, family_judge, families[i], question, rows);
        }
        return rows;
      },
      [&](const std::vector<TimelineRow>& rows) {
        done = std::min(done + kChunk, families.size());
        question.progress(done, families.size());
        return std::ranges::all_of(rows, take);
      });
}

}  // namespace hearth
