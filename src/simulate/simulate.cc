#include "simulate/simulate.h"

#include <system_error>

#include "simulate/true_facts.h"

namespace hearth {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::uint64_t kBetween = 256;  // families, from one putting away to the next

Result<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return failed("cannot make the folder " + folder.string() + ": " + error.message());
  return {};
}

}  // namespace

Result<Simulated> simulate(const Simulation& simulation,
                           const std::function<void(std::uint64_t)>& told) {
  const auto facts_folder = simulation.out / "facts";
  HEARTH_TRY(make_folder(facts_folder));
  TrueFacts facts(facts_folder);
  Simulated done;
  for (std::uint64_t number = 1; number <= simulation.families; ++number) {
    const auto family = live(simulation.seed, number);
    facts.add(family);
    done.people += family.people.size();
    done.records += family.records.size();
    if (number % kBetween != 0) continue;
    HEARTH_TRY(facts.put_away(kBuffer));
    told(number);
  }
  HEARTH_TRY(facts.put_away());
  HEARTH_TRY(write_true_calendar(facts_folder));
  return done;
}

}  // namespace hearth
