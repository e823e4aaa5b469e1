#include "link/link_people.h"

#include <fmt/format.h>

#include <algorithm>

#include "link/fillers.h"
#include "link/link_diagnostics.h"
#include "link/train.h"

namespace hearth::link {
namespace {

Result<Model> drafted(TableFiles& files, const LinkQuestion& question) {
  std::vector<TableSample> samples;
  for (const auto& path : question.inputs) {
    auto sample = read_sample(files, path);
    if (!sample) return std::unexpected(sample.error());
    samples.push_back(std::move(*sample));
  }
  return draft_model(question.model, samples);
}

// A field that no row has is left out, so that the model says what it is made of.
void drop_empty_fields(Prepared& prepared) {
  auto& fields = prepared.model.fields;
  for (std::size_t i = fields.size(); i-- > 0;) {
    if (prepared.sightings.fields[i].known > 0) continue;
    prepared.diagnostics.add(kFieldMissingThroughout, {}, fields[i].name);
    fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(i));
    prepared.sightings.fields.erase(prepared.sightings.fields.begin() +
                                    static_cast<std::ptrdiff_t>(i));
  }
}

std::vector<double> match_probabilities(const Model& model, const Sightings& sightings,
                                        const SampledPairs& sampled) {
  const Scorer scorer(model, sightings);
  const RowRarities rarities(scorer, sightings);
  std::vector<double> matches;
  matches.reserve(sampled.pairs.size());
  for (const auto& pair : sampled.pairs) {
    matches.push_back(probability(scorer.score(pair.pattern, rarities.of(pair.a))));
  }
  return matches;
}

}  // namespace

void learn(Prepared& prepared, const LinkQuestion& question, const TellWork& tell) {
  drop_empty_fields(prepared);
  prepared.distinct = distinct_rows(prepared.sightings);
  if (prepared.sightings.size() == 0 || prepared.model.fields.empty()) return;
  const auto& sightings = prepared.distinct.rows;
  auto& model = prepared.model;
  tell("looking for blocking rules");
  prepared.sources = key_sources(model, sightings);
  const auto library = blocking_library(model, prepared.sources, sightings, question.threads);
  const auto sampled = sample_pairs(model, prepared.sources, library, sightings, question.threads);
  if (!model.trained || question.retrain) {
    tell("training the model");
    const auto shares = random_level_shares(model, sightings, question.threads);
    train(model, lessons(model, prepared.sources, library, sampled, sightings.size()), shares);
  }
  prepared.rules = choose_rules(model, prepared.sources, library, sightings, sampled,
                                match_probabilities(model, sightings, sampled));
}

Result<Prepared> prepare(const LinkQuestion& question, const TellWork& tell) {
  TableFiles files(question.threads);
  Prepared prepared;
  prepared.model = question.model;
  if (question.draft) {
    auto draft = drafted(files, question);
    if (!draft) return std::unexpected(draft.error());
    prepared.model = std::move(*draft);
  }
  tell("reading");
  auto read = read_sightings(files, inputs_of(question.inputs), prepared.model);
  if (!read) return std::unexpected(read.error());
  prepared.sightings = std::move(read->sightings);
  prepared.diagnostics = std::move(read->diagnostics);
  prepared.diagnostics.take(drop_fillers(prepared.sightings, prepared.model));
  learn(prepared, question, tell);
  return prepared;
}

LinkedPeople link_people(const Prepared& prepared, const LinkQuestion& question,
                         const TellWork& tell, const TellParts& tell_parts) {
  const auto& model = prepared.model;
  const auto& distinct = prepared.distinct;
  const auto least = question.keep_candidates ? kVeto - 1 : bits(model.doubt_from);
  tell("comparing candidate pairs");
  LinkedPeople linked;
  linked.pairs = score_candidates(model, prepared.sources, prepared.rules, distinct.rows, least,
                                  question.threads, tell_parts);
  auto likely = linked.pairs.likely;
  if (question.keep_candidates) {
    std::erase_if(likely, [&](const ScoredPair& p) { return p.bits < bits(model.doubt_from); });
    linked.pairs.likely = of_all_rows(std::move(linked.pairs.likely), distinct, model);
  } else {
    linked.pairs.likely = {};
  }
  tell("forming clusters");
  linked.clusters =
      of_all_rows(form_clusters(model, distinct.rows, std::move(likely)), distinct, model);
  return linked;
}

std::string account(const Prepared& prepared) {
  const auto& model = prepared.model;
  auto text =
      fmt::format("{} rows, {} of them different, {} fields compared:", prepared.sightings.size(),
                  prepared.distinct.rows.size(), model.fields.size());
  for (std::size_t i = 0; i < model.fields.size(); ++i) {
    const auto& column = prepared.sightings.fields[i];
    const auto known = 100 * column.known / std::max<std::size_t>(prepared.sightings.size(), 1);
    text += fmt::format("{} {} ({}% known)", i == 0 ? "" : ",", model.fields[i].name, known);
  }
  text += fmt::format("\nblocking rules, with the share of matches found so far:\n");
  for (const auto& rule : prepared.rules.rules) {
    text += fmt::format("  {:5.1f}%  {} ({} pairs{})\n", 100 * rule.recall,
                        to_text(rule.rule, prepared.sources, model), rule.pairs,
                        rule.rows_too_many > 0.001
                            ? fmt::format("; {:.1f}% of its rows share a key too common to use",
                                          100 * rule.rows_too_many)
                            : "");
  }
  return text + fmt::format("estimated recall of blocking: {:.1f}%; asked for: {:.1f}%\n",
                            100 * prepared.rules.recall, 100 * model.blocking.recall);
}

}  // namespace hearth::link
