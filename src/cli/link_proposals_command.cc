#include <CLI/CLI.hpp>
#include <array>

#include "cli/command.h"
#include "cli/rows_answer.h"
#include "link/people_folder.h"

namespace hearth {
namespace {

struct Options {
  std::string folder;
  AnswerOptions answer;
};

struct ProposalRow {
  static constexpr AnswerColumn kColumns[] = {
      {"event", "Event", CellKind::Whole},   {"date", "Date", CellKind::Day},
      {"what", "What", CellKind::Text},      {"person_id", "Person", CellKind::Text},
      {"other_id", "Other", CellKind::Text}, {"because", "Because", CellKind::Text},
      {"rows", "Rows", CellKind::Texts}};
  const link::PersonEvent& event;
  std::vector<std::string> rows;

  std::array<Cell, 7> cells() const {
    const auto what = link::kPersonHappened[static_cast<std::size_t>(event.what)];
    return {event.number,
            day_cell(event.day),
            what,
            std::string_view(event.person),
            event.other.empty() ? Cell() : Cell(std::string_view(event.other)),
            std::string_view(event.because),
            std::span<const std::string>(rows)};
  }
};

ExitCode run(const World& world, const Options& options) {
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  const auto people = link::read_people_folder(options.folder);
  if (!people) return world.fail(people.error());
  auto answer = RowsAnswer::open(world, options.answer, ProposalRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto* event : people->proposals()) {
    ProposalRow row{*event, {}};
    for (const auto& [input, row_id] : event->rows) row.rows.push_back(input + ":" + row_id);
    if (!answer->take(row)) break;
  }
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

}  // namespace

Run declare_link_proposals(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--people", options->folder, "The folder of lasting people")
      ->type_name("DIR")
      ->required();
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
