#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "engine/explain_family.h"
#include "engine/record_words.h"
#include "engine/wrap.h"

namespace hearth {
namespace {

constexpr std::size_t kPageWidth = 100;
constexpr std::size_t kRecordsShown = 12;  // of one part; json lists them all

constexpr std::string_view kMeanings[] = {
    "none: this was never a need",
    "need: the need was found and the outcome has not been reached",
    "progress: the outcome holds, but not yet for as long as it must",
    "achieved: the outcome holds and has lasted",
    "lapsed: the outcome held once and holds no longer",
    "unknown: what is known does not decide it",
    "not applicable: there is nobody left to judge",
};

class Page {
 public:
  Page(const Judge& judge, const Explanation& explanation, Colour colour)
      : judge_(judge), facts_(judge.facts()), told_(explanation), colour_(colour) {}

  std::string text() {
    heading();
    dates();
    members();
    rule("Was there a need?", told_.entry, told_.entry_on);
    if (told_.outcome) rule("Has it improved?", *told_.outcome, told_.on);
    if (told_.outcome && !told_.sustain.empty()) {
      title("Has it lasted?");
      say(2, sustain_words());
    }
    if (told_.sooner) rule("May it count sooner?", *told_.sooner, told_.on);
    if (told_.alone) rule("Does it stand alone?", *told_.alone, told_.on);
    for (const auto& part : told_.supporting) {
      rule("Supporting evidence (recorded, decides nothing)", part, told_.on);
    }
    settles();
    return std::move(text_);
  }

 private:
  void say(std::size_t indent, std::string_view words, std::size_t hanging = 0) {
    const auto lines = wrap(words, kPageWidth - indent - hanging);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      text_ += std::string(indent + (i > 0 ? hanging : 0), ' ') + lines[i] + '\n';
    }
  }

  void title(std::string_view words) {
    text_ += '\n';
    text_ += colour_ == Colour::Terminal ? fmt::format("\x1b[1m{}\x1b[0m\n", words)
                                         : fmt::format("{}\n", words);
  }

  void heading() {
    const auto& finding = told_.finding;
    const auto& criterion = judge_.plan()[finding.criterion];
    say(0, fmt::format("{} {}", criterion.ref, criterion.title));
    say(0, fmt::format("plan {}, family {}, on {}", judge_.plan().name,
                       facts_.families[finding.family.index].id, to_text(told_.on)));
    title(fmt::format("Status: {}", kMeanings[static_cast<int>(finding.status)]));
  }

  void dates() {
    const auto& finding = told_.finding;
    const auto line = [&](std::string_view what, std::optional<Date> day) {
      if (day && *day > kBeginning && *day < kForever) {
        say(2, fmt::format("{:<17}{}", what, to_text(*day)));
      }
    };
    line("so since", finding.status_since);
    line("need since", finding.need_since);
    line("improved since", finding.improved_since);
    line("achieved since", finding.achieved_since);
    line("first claimable", finding.first_claimable);
    if (!judge_.has_begun(finding.family)) {
      say(2, "work with this family has no start: judged as if it began on the day asked about");
    }
    if (finding.provisional) {
      say(2, "provisional: this leans on days a feed has not reported on yet but usually does");
    }
    const auto& criterion = judge_.plan()[finding.criterion];
    if (!criterion.cites.empty()) say(2, fmt::format("{:<17}{}", "printed in", criterion.cites));
    for (const auto& reading : criterion.readings) say(2, "read as: " + reading, 9);
  }

  std::string person_words(PersonId id, Date on) const {
    std::string words = facts_.people[id.index].id;
    const auto* member = member_on(facts_, told_.finding.family, id, on);
    words += member ? ", " + to_text(member->role) : ", not a member on that day";
    const auto& person = facts_.people[id.index];
    if (person.died && *person.died <= on) return words + ", died " + to_text(*person.died);
    if (const auto age = age_of(person, on)) words += fmt::format(", aged {}", *age);
    return words;
  }

  void members() {
    title(fmt::format("The family on {}", to_text(told_.on)));
    bool any = false;
    for (const auto i : facts_.members_of(told_.finding.family)) {
      const auto& member = facts_.members[i];
      if (told_.on < member.first || told_.on > member.last) continue;
      any = true;
      const bool in_need = std::ranges::find(told_.in_need, member.person) != told_.in_need.end();
      say(2, person_words(member.person, told_.on) + (in_need ? ", in need" : ""));
    }
    if (!any) say(2, "nobody");
  }

  std::string sustain_words() const {
    constexpr std::string_view kInWindow = "in window";
    if (!told_.sustain.starts_with(kInWindow)) return told_.sustain;
    return "no time is asked beyond the days the rule itself looks at" +
           told_.sustain.substr(kInWindow.size());
  }

  void rule(std::string_view question, const Evidence& part, Date on) {
    title(fmt::format("{} Judged on {}: {}", question, to_text(on), to_text(part.truth)));
    evidence(part, on, 2);
  }

  void evidence(const Evidence& part, Date on, std::size_t indent) {
    const auto who = part.person ? person_words(*part.person, on) + ": " : std::string();
    say(indent, fmt::format("[{}] {}{}", to_text(part.truth), who, part.words), 4);
    const std::size_t inner = indent + 4;
    if (part.window) say(inner, "days: " + window_words(*part.window));
    if (!part.numbers.empty()) say(inner, "found: " + part.numbers, 7);
    if (!part.note.empty()) say(inner, "note: " + part.note, 6);
    for (std::size_t i = 0; i < std::min(part.records.size(), kRecordsShown); ++i) {
      say(inner, "record: " + record_words(part.records[i]), 8);
    }
    if (part.records.size() > kRecordsShown) {
      say(inner, fmt::format("and {} more records", part.records.size() - kRecordsShown));
    }
    for (const auto& used : part.coverage) say(inner, coverage_words(used), 10);
    for (const auto& settle : part.settles) say(inner, "to settle it: " + settle, 14);
    for (const auto& deeper : part.parts) evidence(deeper, on, indent + 2);
  }

  // A window that opens tomorrow, such as `since need` on the day of the need, has no days yet.
  static std::string window_words(const Stretch& days) {
    if (days.first > days.last) return "none yet; from " + to_text(days.first);
    return period_words(days.first, days.last);
  }

  std::string record_words(const RecordRef& ref) const {
    const auto& table = table_of(facts_, ref);
    std::string words = facts_.catalogue[ref.type].name + " ";
    words += period_words(table.start[ref.row], table.end_of(ref.row));
    for (const auto& [name, value] : known_fields(facts_, ref)) {
      words += fmt::format(", {} {}", name, value);
    }
    const auto missing = unknown_figures(facts_, ref);
    if (!missing.empty()) words += fmt::format(", {} not known", join(missing, ", "));
    return words + origin_words(table, ref.row);
  }

  // The row of the facts folder, and the agency's own file and row where the feed told them.
  std::string origin_words(const RecordTable& table, std::uint32_t row) const {
    std::vector<std::string> places;
    const auto& lineage = table.lineage[row];
    if (lineage.file < facts_.files.size() && lineage.row > 0) {
      places.push_back(fmt::format("{}, row {}", facts_.files[lineage.file], lineage.row));
    }
    const auto& source = facts_.texts[table.source_of(row)];
    if (!source.empty()) places.push_back("from " + source);
    return places.empty() ? std::string() : fmt::format(" ({})", join(places, "; "));
  }

  std::string coverage_words(const CoverageUsed& used) const {
    std::string words = fmt::format("coverage: {} for {}: ", facts_.catalogue[used.type].name,
                                    period_words(used.wanted.first, used.wanted.last));
    if (used.missing.empty()) return words + "whole";
    std::vector<std::string> gaps;
    for (const auto& gap : used.missing) gaps.push_back(period_words(gap.first, gap.last));
    return words + "nothing for " + join(gaps, ", ");
  }

  void settles() {
    if (told_.finding.settles.empty()) return;
    title("What would settle it");
    for (const auto& settle : told_.finding.settles) say(2, settle, 2);
  }

  const Judge& judge_;
  const Facts& facts_;
  const Explanation& told_;
  Colour colour_;
  std::string text_;
};

}  // namespace

std::string explanation_text(const Judge& judge, const Explanation& explanation, Colour colour) {
  return Page(judge, explanation, colour).text();
}

}  // namespace hearth
