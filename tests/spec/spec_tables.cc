#include "spec/spec_tables.h"

#include <span>

#include "engine/evaluate_families.h"
#include "engine/families_in_order.h"
#include "engine/identify_families.h"
#include "engine/plan_rows.h"
#include "engine/row_writer.h"
#include "engine/timeline_rows.h"
#include "evaluate/claimable.h"

namespace hearth {
namespace {

// A table of rows; columns that would repeat what the page says are left blank, so not shown.
class Table {
 public:
  Table(std::span<const AnswerColumn> columns, const Facts* facts)
      : columns_(columns),
        one_family_(facts && facts->families.size() == 1),
        writer_(table_writer(columns, Colour::Plain, [this](std::string_view text) {
          text_ += text;
          return true;
        })) {}

  template <typename Row>
  bool take(const Row& row) {
    auto cells = row.cells();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool said =
          columns_[i].name == "plan" || (columns_[i].name == "family_id" && one_family_);
      const auto* flag = std::get_if<bool>(&cells[i]);
      if (said || (flag && !*flag)) cells[i] = std::monostate{};
    }
    any_ = true;
    return writer_->row(cells);
  }

  std::string text() {
    if (!any_) return "nothing\n";
    (void)writer_->finish();
    return text_;
  }

 private:
  std::span<const AnswerColumn> columns_;
  bool one_family_;
  bool any_ = false;
  std::string text_;
  std::unique_ptr<RowWriter> writer_;
};

FamiliesQuestion about_all(const Judge& judge, Date on) {
  FamiliesQuestion question;
  question.families = families_in_order(judge.facts());
  question.on = on;
  return question;
}

struct RuleRow {
  static constexpr std::array kColumns = {AnswerColumn{"family_id", "family"},
                                          AnswerColumn{"criterion", "ref"},
                                          AnswerColumn{"from", "from"}, AnswerColumn{"to", "to"},
                                          AnswerColumn{"truth", "the rule says"}};

  std::string_view family_id, criterion;
  Date from, to;
  Truth truth;

  std::array<Cell, 5> cells() const {
    return {family_id, criterion, day_cell(from), day_cell(to), to_text(truth)};
  }
};

void take_rule(Table& table, const Judge& judge, FamilyId id, CriterionId criterion) {
  const auto& family = judge.facts().families[id.index];
  const auto entry = judge.course(id, criterion).entry;
  RuleRow row{family.id, judge.plan()[criterion].ref, family.started, kForever,
              entry.at(family.started)};
  for (const auto& change : entry.changes()) {
    if (change.from <= family.started) continue;
    row.to = change.from - 1;
    table.take(row);
    row.from = change.from;
    row.to = kForever;
    row.truth = change.value;
  }
  table.take(row);
}

}  // namespace

std::string rule_table(const Judge& judge) {
  Table table(RuleRow::kColumns, &judge.facts());
  for (const auto family : families_in_order(judge.facts())) {
    for (std::size_t i = 0; i < judge.plan().criteria.size(); ++i) {
      take_rule(table, judge, family, CriterionId(i));
    }
  }
  return table.text();
}

std::string timeline_table(const Judge& judge) {
  Table table(TimelineRow::kColumns, &judge.facts());
  auto question = about_all(judge, kForever);
  question.which = Which::All;
  timeline_rows(judge, question, [&](const TimelineRow& row) { return table.take(row); });
  return table.text();
}

std::string finding_table(const Judge& judge, Date on) {
  Table table(FindingRow::kColumns, &judge.facts());
  evaluate_families(judge, about_all(judge, on),
                    [&](const FindingRow& row) { return table.take(row); });
  return table.text();
}

std::string identified_table(const Judge& judge, Date on) {
  Table table(IdentifiedRow::kColumns, &judge.facts());
  for (const auto& row : identify_families(judge, about_all(judge, on))) table.take(row);
  return table.text();
}

std::string claim_table(const Judge& judge, Date on) {
  static constexpr std::array kColumns = {
      AnswerColumn{"ref", "ref"}, AnswerColumn{"asked", "asked"}, AnswerColumn{"there", "there"}};
  struct Row {
    std::string ref, asked, there;
    std::array<Cell, kColumns.size()> cells() const {
      using Text = std::string_view;
      return {Text(ref), Text(asked), Text(there)};
    }
  };
  const auto& facts = judge.facts();
  const auto family = families_in_order(facts).front();
  const auto claim = claimable_on(judge, family, judge.courses(family), on);
  Table table(kColumns, &facts);
  for (const auto& part : claim.parts) {
    const auto ref = part.criterion ? judge.plan()[*part.criterion].ref : std::string();
    table.take(Row{ref, part.words, std::string(to_text(part.truth))});
  }
  return table.text() + "\nclaimable: " + std::string(to_text(claim.truth)) + "\n";
}

std::string plan_rows_table(const Plan& plan) {
  Table table(PlanRow::kColumns, nullptr);
  for (const auto& row : plan_rows(plan)) table.take(row);
  return table.text();
}

}  // namespace hearth
