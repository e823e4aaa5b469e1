#include "cli/link_question.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "cli/shipped.h"
#include "link/read_model.h"

namespace hearth {
namespace {

constexpr const char* kGeneralModel = "models/people-uk.toml";

}  // namespace

void add_link_options(CLI::App& app, LinkOptions& options) {
  app.add_option("--input", options.inputs, "The tables, CSV or Parquet; one is deduplicated")
      ->type_name("FILE…");
  app.add_option("--model", options.model,
                 "A model as --save-model writes it; drafted from the tables if not given")
      ->type_name("FILE");
  app.add_flag("--retrain", options.retrain, "Learn again what a trained model has learnt");
  app.add_option("--threads", options.threads, "How many threads; all the machine has if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024).description(""));
}

std::expected<link::Model, ExitCode> link_model(const World& world, const LinkOptions& options) {
  const auto path = options.model.empty() ? shipped(kGeneralModel) : options.model;
  const auto text = read_text_file(path);
  if (!text) return std::unexpected(world.fail(text.error()));
  auto read = link::read_model(Source(path, *text));
  world.say(read.diagnostics);
  if (!read.model) return std::unexpected(ExitCode::BadPlan);
  return std::move(*read.model);
}

int link_threads(const LinkOptions& options) {
  const auto machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  return options.threads > 0 ? options.threads : machine;
}

std::expected<link::LinkQuestion, ExitCode> link_question(const World& world,
                                                          const LinkOptions& options) {
  if (options.inputs.empty()) return std::unexpected(world.refuse("--input is required"));
  auto model = link_model(world, options);
  if (!model) return std::unexpected(model.error());
  link::LinkQuestion question;
  question.inputs.assign(options.inputs.begin(), options.inputs.end());
  question.model = std::move(*model);
  question.draft = options.model.empty();
  question.retrain = options.retrain;
  question.threads = link_threads(options);
  return question;
}

std::expected<link::Prepared, ExitCode> prepare_link(const World& world,
                                                     const link::LinkQuestion& question) {
  auto prepared = link::prepare(question, tell_work(world));
  if (!prepared) return std::unexpected(world.fail(prepared.error()));
  world.say(prepared->diagnostics);
  const bool nothing = prepared->sightings.size() == 0 && prepared->diagnostics.has_errors();
  if (nothing) return std::unexpected(ExitCode::BadData);
  return std::move(*prepared);
}

link::TellWork tell_work(const World& world) {
  return [&world](std::string_view doing) {
    if (world.messages_are_terminal) world.say(doing);
  };
}

}  // namespace hearth
