#include "engine/impact_text.h"

#include <fmt/format.h>

#include "engine/impact_rows.h"

namespace hearth {
namespace {

constexpr std::array kTotals = {
    AnswerColumn{"of", "families with"},
    AnswerColumn{"before", "before", CellKind::Whole},
    AnswerColumn{"after", "after", CellKind::Whole},
    AnswerColumn{"gained", "gain", CellKind::Whole},
    AnswerColumn{"lost", "lose", CellKind::Whole},
    AnswerColumn{"undecided", "undecided", CellKind::Whole},
};
constexpr std::array kCriteria = {
    AnswerColumn{"ref", "ref"},
    AnswerColumn{"of", "families with"},
    AnswerColumn{"before", "before", CellKind::Whole},
    AnswerColumn{"after", "after", CellKind::Whole},
    AnswerColumn{"gained", "gain", CellKind::Whole},
    AnswerColumn{"lost", "lose", CellKind::Whole},
    AnswerColumn{"undecided", "undecided", CellKind::Whole},
};
constexpr std::array kFamilies = {
    AnswerColumn{"family_id", "family"},
    AnswerColumn{"gained", "gains"},
    AnswerColumn{"lost", "loses"},
    AnswerColumn{"undecided", "undecided"},
};

std::string_view total_words(Asked asked) {
  static constexpr std::array<std::string_view, 3> kWords = {"a need", "an achieved outcome",
                                                             "enough needs to be eligible"};
  return kWords[static_cast<std::size_t>(asked)];
}

std::int64_t whole(std::size_t count) { return static_cast<std::int64_t>(count); }

class Page {
 public:
  Page(const ImpactPage& page, const PlanImpact& impact, const TextSink& sink)
      : page_(page), impact_(impact), sink_(sink) {
    for (const auto& one : impact.criteria) {
      refs_.push_back(ref_words(page.older, page.newer, one.matched));
    }
  }

  Result<void> write() {
    sink_(fmt::format("From {} to {} on {}: {} families judged, {} undecided for want of data\n\n",
                      page_.older.name, page_.newer.name, to_text(page_.on), impact_.totals.judged,
                      impact_.totals.undecided));
    HEARTH_TRY(totals());
    HEARTH_TRY(criteria());
    return families();
  }

 private:
  Result<void> totals() {
    const auto writer = table_writer(kTotals, page_.colour, sink_);
    for (const auto asked : kAsked) {
      const auto& tally = impact_.totals.families[static_cast<std::size_t>(asked)];
      const std::array<Cell, kTotals.size()> cells = {total_words(asked), whole(tally.before),
                                                      whole(tally.after), whole(tally.gained),
                                                      whole(tally.lost),  whole(tally.undecided)};
      writer->row(cells);
    }
    return writer->finish();
  }

  Result<void> criteria() {
    const auto& totals = impact_.totals;
    std::size_t moved = 0;
    const auto writer = table_writer(kCriteria, page_.colour, sink_);
    for (std::size_t i = 0; i < refs_.size(); ++i) {
      if (!totals.needs[i].moved() && !totals.outcomes[i].moved()) continue;
      if (moved++ == 0) sink_("\n");
      criterion_row(*writer, i, Asked::Need, totals.needs[i]);
      criterion_row(*writer, i, Asked::Outcome, totals.outcomes[i]);
    }
    sink_(moved == 0 ? fmt::format("\nUnder each of {} criteria nothing changes.\n", refs_.size())
                     : std::string());
    if (moved == 0) return {};
    HEARTH_TRY(writer->finish());
    sink_(fmt::format("{} other criteria: nothing changes\n", refs_.size() - moved));
    return {};
  }

  void criterion_row(RowWriter& writer, std::size_t i, Asked asked, const Tally& tally) {
    if (!tally.moved()) return;
    const std::array<Cell, kCriteria.size()> cells = {
        std::string_view(refs_[i]), total_words(asked), whole(tally.before),   whole(tally.after),
        whole(tally.gained),        whole(tally.lost),  whole(tally.undecided)};
    writer.row(cells);
  }

  Result<void> families() {
    if (impact_.moved.empty()) return {};
    sink_("\n");
    const auto writer = table_writer(kFamilies, page_.colour, sink_);
    for (const auto& family : impact_.moved) {
      const auto gained = refs(family, Effect::Gained), lost = refs(family, Effect::Lost),
                 undecided = refs(family, Effect::Undecided);
      const std::array<Cell, kFamilies.size()> cells = {
          std::string_view(family.family_id), std::string_view(gained), std::string_view(lost),
          std::string_view(undecided)};
      writer->row(cells);
    }
    return writer->finish();
  }

  // `need 1.1, 2.3; outcome 1.1; eligible`
  std::string refs(const FamilyImpact& family, Effect effect) const {
    std::string words;
    const auto begin = [&](std::string_view text) {
      if (!words.empty()) words += "; ";
      words += text;
    };
    const auto list = [&](Asked asked, const std::vector<Shift>& shifts) {
      bool begun = false;
      for (std::size_t i = 0; i < shifts.size(); ++i) {
        if (shifts[i].effect != effect) continue;
        if (!begun) begin(to_text(asked));
        words += (begun ? ", " : " ") + short_ref(i);
        begun = true;
      }
    };
    list(Asked::Need, family.needs);
    list(Asked::Outcome, family.outcomes);
    if (family.eligible.effect == effect) begin(to_text(Asked::Eligible));
    return words;
  }

  std::string short_ref(std::size_t i) const { return refs_[i].substr(0, refs_[i].find(' ')); }

  const ImpactPage& page_;
  const PlanImpact& impact_;
  const TextSink& sink_;
  std::vector<std::string> refs_;  // by ComparedCriterion
};

}  // namespace

Result<void> write_impact(const ImpactPage& page, const PlanImpact& impact, const TextSink& sink) {
  return Page(page, impact, sink).write();
}

}  // namespace hearth
