#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.h"
#include "cli/link_into_store.h"
#include "cli/link_question.h"
#include "engine/row_writer.h"
#include "link/people_folder.h"
#include "link/read_model.h"

namespace hearth {
namespace {

struct Options {
  LinkOptions link;
  std::string out;
  std::string pairs;
  std::string save_model;
  std::string people;
  StoreLinkOptions store;
};

constexpr AnswerColumn kClusterColumns[] = {{"input", "Input", CellKind::Text},
                                            {"row_id", "Row", CellKind::Text},
                                            {"cluster_id", "Cluster", CellKind::Whole}};

ExitCode write_clusters(const World& world, const std::string& out,
                        const link::Sightings& sightings, const link::Clusters& clusters) {
  auto output = Output::open(out);
  if (!output) return world.fail(output.error());
  const auto writer = csv_writer(kClusterColumns, output->sink());
  for (std::size_t row = 0; row < sightings.size(); ++row) {
    const Cell cells[] = {std::string_view(sightings.inputs[sightings.input_of[row]]),
                          sightings.row_ids[row],
                          static_cast<std::int64_t>(clusters.of_row[row]) + 1};
    if (!writer->row(cells)) break;
  }
  if (const auto written = writer->finish(); !written) return world.fail(written.error());
  const auto finished = output->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

constexpr AnswerColumn kPairColumns[] = {
    {"input_a", "Input", CellKind::Text}, {"row_id_a", "Row", CellKind::Text},
    {"input_b", "Input", CellKind::Text}, {"row_id_b", "Row", CellKind::Text},
    {"bits", "Bits", CellKind::Text},     {"probability", "Probability", CellKind::Text},
    {"same", "Same", CellKind::Flag}};

ExitCode write_pairs(const World& world, const std::string& out, const link::Prepared& prepared,
                     std::vector<link::ScoredPair> pairs) {
  const auto& sightings = prepared.sightings;
  const auto& distinct = prepared.distinct.of_row;
  std::ranges::sort(pairs, {}, [](const link::ScoredPair& p) { return std::pair(p.a, p.b); });
  auto output = Output::open(out);
  if (!output) return world.fail(output.error());
  const auto writer = csv_writer(kPairColumns, output->sink());
  const auto input = [&](link::RowNumber row) {
    return std::string_view(sightings.inputs[sightings.input_of[row]]);
  };
  for (const auto& pair : pairs) {
    const auto bits = fmt::format("{:.2f}", pair.bits);
    const auto probability = fmt::format("{:.4f}", link::probability(pair.bits));
    const Cell cells[] = {input(pair.a),
                          sightings.row_ids[pair.a],
                          input(pair.b),
                          sightings.row_ids[pair.b],
                          std::string_view(bits),
                          std::string_view(probability),
                          distinct[pair.a] == distinct[pair.b]};
    if (!writer->row(cells)) break;
  }
  if (const auto written = writer->finish(); !written) return world.fail(written.error());
  const auto finished = output->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

// Gives the people of earlier runs the rows that are theirs, and says what it proposes.
ExitCode keep_people(const World& world, const std::string& folder,
                     const link::Sightings& sightings, const link::Clusters& clusters) {
  auto people = link::read_people_folder(folder);
  if (!people) return world.fail(people.error());
  const auto events = people->events().size();
  people->take(sightings, clusters, world.today);
  const auto written = link::write_people_folder(*people, folder);
  if (!written) return world.fail(written.error());
  std::size_t counts[std::size(link::kPersonHappened)] = {};
  for (auto i = events; i < people->events().size(); ++i) {
    ++counts[static_cast<std::size_t>(people->events()[i].what)];
  }
  using enum link::PersonHappened;
  const auto count = [&](link::PersonHappened what) { return counts[std::size_t(what)]; };
  world.say(fmt::format(
      "{} people founded, rows attached to {}; merges proposed: {}, splits proposed: {}; open "
      "proposals in all: {}",
      count(Founded), count(Attached), count(MergeProposed), count(SplitProposed),
      people->proposals().size()));
  return ExitCode::Done;
}

ExitCode run(const World& world, const Options& options) {
  if (!options.store.store.empty()) return link_into_store(world, options.link, options.store);
  auto question = link_question(world, options.link);
  if (!question) return question.error();
  question->keep_candidates = !options.pairs.empty();
  const auto prepared = prepare_link(world, *question);
  if (!prepared) return prepared.error();
  world.say(account(*prepared));
  auto linked = link_people(*prepared, *question, tell_work(world),
                            world.progress("comparing candidate pairs"));
  world.say(fmt::format("{} candidate pairs; {} rows are {} people", linked.pairs.candidates,
                        prepared->sightings.size(), linked.clusters.count));
  if (!options.save_model.empty()) {
    const auto saved = put(world, options.save_model, link::model_text(prepared->model));
    if (saved != ExitCode::Done) return saved;
  }
  if (!options.pairs.empty()) {
    const auto written =
        write_pairs(world, options.pairs, *prepared, std::move(linked.pairs.likely));
    if (written != ExitCode::Done) return written;
  }
  if (!options.people.empty()) {
    const auto kept = keep_people(world, options.people, prepared->sightings, linked.clusters);
    if (kept != ExitCode::Done) return kept;
  }
  const auto written = write_clusters(world, options.out, prepared->sightings, linked.clusters);
  if (written != ExitCode::Done) return written;
  return prepared->diagnostics.has_errors() ? ExitCode::BadData : ExitCode::Done;
}

}  // namespace

Run declare_link(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_link_options(app, options->link);
  app.add_option("--out", options->out, "Write to this file instead of standard output")
      ->type_name("FILE");
  app.add_option("--save-model", options->save_model,
                 "Write the trained model to this file, to be read, kept and used again")
      ->type_name("FILE");
  app.add_option("--pairs", options->pairs,
                 "Also write every candidate pair and its probability to this file; of rows that "
                 "say the same only the first is paired, and the others with it")
      ->type_name("FILE");
  app.add_option("--people", options->people,
                 "Keep people in this folder: ids that last, and what became of them")
      ->type_name("DIR");
  add_store_link_options(app, options->store);
  for (const auto* other : {"--input", "--out", "--save-model", "--pairs", "--people"}) {
    app.get_option("--store")->excludes(app.get_option(other));
  }
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
