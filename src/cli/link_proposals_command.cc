#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>

#include "casebook/load_entry.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "identity/link_store.h"
#include "lake/lake.h"
#include "link/people_folder.h"

namespace hearth {
namespace {

struct Options {
  std::string folder, store;
  AnswerOptions answer;
};

struct ProposalRow {
  static constexpr AnswerColumn kColumns[] = {
      {"event", "Event", CellKind::Whole},   {"date", "Date", CellKind::Day},
      {"what", "What", CellKind::Text},      {"person_id", "Person", CellKind::Text},
      {"other_id", "Other", CellKind::Text}, {"because", "Because", CellKind::Text},
      {"rows", "Rows", CellKind::Texts}};
  std::int64_t event = 0;
  Date day;
  std::string_view what, person, other, because;
  std::vector<std::string> rows;

  std::array<Cell, 7> cells() const {
    return {event,
            day_cell(day),
            what,
            person,
            other.empty() ? Cell() : Cell(other),
            because,
            std::span<const std::string>(rows)};
  }
};

ProposalRow row_of(const link::PersonEvent& event) {
  ProposalRow row{event.number,
                  event.day,
                  link::kPersonHappened[static_cast<std::size_t>(event.what)],
                  event.person,
                  event.other,
                  event.because,
                  {}};
  for (const auto& [input, row_id] : event.rows) row.rows.push_back(input + ":" + row_id);
  return row;
}

ProposalRow row_of(const PersonEventEntry& event) {
  ProposalRow row{event.number, event.day,     event.what, event.person,
                  event.other,  event.because, {}};
  for (const auto& place : event.rows) {
    row.rows.push_back(fmt::format(
        "{}:{}", segment_name(kSightings, place.load, static_cast<int>(place.part)), place.row));
  }
  return row;
}

ExitCode answer_with(const World& world, const AnswerOptions& options,
                     const std::vector<ProposalRow>& rows) {
  auto answer = RowsAnswer::open(world, options, ProposalRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto& row : rows) {
    if (!answer->take(row)) break;
  }
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

ExitCode run(const World& world, const Options& options) {
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  if (options.folder.empty() == options.store.empty()) {
    return world.refuse("one of --people and --store is required");
  }
  std::vector<ProposalRow> rows;
  if (!options.store.empty()) {
    const auto proposals = identity::open_proposals(options.store);
    if (!proposals) return world.fail(proposals.error());
    for (const auto& proposal : *proposals) rows.push_back(row_of(proposal));
    return answer_with(world, options.answer, rows);
  }
  const auto people = link::read_people_folder(options.folder);
  if (!people) return world.fail(people.error());
  for (const auto* event : people->proposals()) rows.push_back(row_of(*event));
  return answer_with(world, options.answer, rows);
}

}  // namespace

Run declare_link_proposals(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("--people", options->folder, "The folder of lasting people")->type_name("DIR");
  app.add_option("--store", options->store, "The store, where its people are kept in one")
      ->type_name("STORE");
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
