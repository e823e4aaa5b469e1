// What `link` and `link why` are both asked with: the tables, the model, how many threads.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "cli/world.h"
#include "link/link_people.h"

namespace CLI {
class App;
}

namespace hearth {

struct LinkOptions {
  std::vector<std::string> inputs;
  std::string model;
  bool retrain = false;
  int threads = 0;  // 0: as many as the machine has
};

void add_link_options(CLI::App& app, LinkOptions& options);

// The model they name, or the general one; what is wrong with it is said.
std::expected<link::Model, ExitCode> link_model(const World& world, const LinkOptions& options);
int link_threads(const LinkOptions& options);

// Reads the model and says what is wrong with it.
std::expected<link::LinkQuestion, ExitCode> link_question(const World& world,
                                                          const LinkOptions& options);

// Reads the tables, trains, and says what is odd about them; BadData where nothing can be compared.
std::expected<link::Prepared, ExitCode> prepare_link(const World& world,
                                                     const link::LinkQuestion& question);

// Work that is told on standard error once it takes long.
link::TellWork tell_work(const World& world);

}  // namespace hearth
