#include "store/verify.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/options.h"

namespace hearth {
namespace {

ExitCode run(const World& world, const std::string& address) {
  auto store = Store::open_to_read(address);
  if (!store) return world.fail(store.error());
  const auto verified = verify(*store, world.progress("verifying loads"));
  if (!verified) return world.fail(verified.error());
  std::string text;
  for (const auto& fault : verified->faults) text += fault + "\n";
  for (const auto& note : verified->notes) text += "note: " + note + "\n";
  text += fmt::format("{} loads, {} segments, {} rows, {} bytes: ", verified->loads,
                      verified->segments, verified->rows, verified->bytes);
  text += verified->faults.empty() ? "everything is as it was committed\n"
                                   : fmt::format("{} faults\n", verified->faults.size());
  const auto written = put(world, {}, text);
  if (written != ExitCode::Done) return written;
  return verified->faults.empty() ? ExitCode::Done : ExitCode::No;
}

}  // namespace

Run declare_verify(CLI::App& app) {
  const auto store = std::make_shared<std::string>();
  add_store_option(app, *store);
  return [store](const World& world) { return run(world, *store); };
}

}  // namespace hearth
