#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"
#include "cli/families_in_store.h"
#include "cli/rows_answer.h"

namespace hearth {
namespace {

struct Options {
  FamiliesPlace place;
  std::string on;
  std::vector<std::string> families;
  AnswerOptions answer;
};

struct FamilyRow {
  static constexpr AnswerColumn kColumns[] = {{"family_id", "Family", CellKind::Text},
                                              {"members", "Members", CellKind::Whole},
                                              {"children", "Children", CellKind::Whole},
                                              {"elsewhere", "Live elsewhere", CellKind::Whole},
                                              {"people", "Who", CellKind::Texts}};
  std::string family;
  std::int64_t members = 0, children = 0, elsewhere = 0;
  std::vector<std::string> people = {};

  std::array<Cell, 5> cells() const {
    return {std::string_view(family), members, children, elsewhere,
            std::span<const std::string>(people)};
  }
};

bool is_member(const families::KeptMember& member, Date on) {
  const auto first = parse_date(member.first), last = parse_date(member.last);
  return (!first || *first <= on) && (!last || on <= *last);
}

std::vector<FamilyRow> rows_on(const families::KeptFamilies& kept, Date on) {
  std::vector<FamilyRow> rows;
  for (const auto& member : kept.members) {
    if (!is_member(member, on)) continue;
    if (rows.empty() || rows.back().family != member.family) rows.push_back({member.family});
    auto& row = rows.back();
    const auto born = kept.born.find(member.person);
    const bool child = born == kept.born.end() ? member.role == "child"
                                               : age_on(born->second, on) < families::kGrownUp;
    ++row.members;
    row.children += child;
    row.elsewhere += member.resident == "no";
    row.people.push_back(member.person);
  }
  return rows;
}

// Those of --family, or all.
std::vector<FamilyRow> wanted_of(std::vector<FamilyRow> rows,
                                 const std::vector<std::string>& families) {
  if (families.empty()) return rows;
  std::erase_if(rows, [&](const FamilyRow& row) {
    return std::ranges::find(families, row.family) == families.end();
  });
  return rows;
}

ExitCode run(const World& world, const Options& options) {
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  const auto kept = families_of_questions(world, options.place);
  if (!kept) return world.fail(kept.error());
  const auto on = parse_date(options.on).value_or(world.today);
  const auto rows = wanted_of(rows_on(*kept, on), options.families);
  std::vector<std::string> shown;
  for (const auto& row : rows) {
    if (!options.families.empty()) shown.push_back(row.family);
  }
  if (!rows.empty()) {
    const auto left = leave_look(world, options.place, "families on " + to_text(on), shown);
    if (!left) return world.fail(left.error());
  }
  auto answer = RowsAnswer::open(world, options.answer, FamilyRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto& row : rows) {
    if (!answer->take(row)) break;
  }
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

}  // namespace

Run declare_families(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_families_place(app, options->place);
  add_day_option(app, "--on", options->on, "The day to answer for; today if not given");
  add_family_option(app, options->families);
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) {
    if (const auto why = options->place.refuses(); !why.empty()) return world.refuse(why);
    return run(world, *options);
  };
}

}  // namespace hearth
