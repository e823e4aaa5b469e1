#include "simulate/simulate.h"

#include <deque>
#include <optional>
#include <system_error>

#include "simulate/census_files.h"
#include "simulate/extract_files.h"
#include "simulate/list_files.h"
#include "simulate/register_files.h"
#include "simulate/true_facts.h"
#include "simulate/yearly_files.h"

namespace hearth {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::uint64_t kBetween = 64;  // families, from one putting away to the next

Result<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return failed("cannot make the folder " + folder.string() + ": " + error.message());
  return {};
}

// Everything the agencies send, and what is true behind it.
class AgencyFiles {
 public:
  AgencyFiles(const Simulation& simulation)
      : truth_(simulation.out / "truth"),
        census_(simulation.seed, simulation.mistakes, simulation.out / "files", truth_),
        yearly_(simulation.seed, simulation.mistakes, simulation.out / "files", truth_),
        registers_(simulation.seed, simulation.mistakes, simulation.out / "files", truth_),
        extracts_(simulation.seed, simulation.mistakes, simulation.out / "files", truth_) {
    for (const auto& list : agency_lists()) {
      lists_.emplace_back(list, simulation.seed, simulation.mistakes, simulation.out / "files",
                          truth_);
    }
  }

  void add(const FamilyLife& family) {
    truth_.add_family(family);
    census_.add(family, truth_);
    yearly_.add(family, truth_);
    registers_.add(family, truth_);
    extracts_.add(family, truth_);
    for (auto& list : lists_) list.add(family, truth_);
  }

  Result<void> put_away(std::size_t more_than) {
    HEARTH_TRY(truth_.put_away(more_than));
    HEARTH_TRY(census_.put_away(more_than));
    HEARTH_TRY(yearly_.put_away(more_than));
    HEARTH_TRY(registers_.put_away(more_than));
    HEARTH_TRY(extracts_.put_away(more_than));
    for (auto& list : lists_) HEARTH_TRY(list.put_away(more_than));
    return {};
  }

  Result<void> finish() {
    HEARTH_TRY(yearly_.finish());
    for (auto& list : lists_) HEARTH_TRY(list.finish());
    HEARTH_TRY(put_away(0));
    return truth_.finish();
  }

 private:
  TruthFiles truth_;
  CensusFiles census_;
  YearlyFiles yearly_;
  RegisterFiles registers_;
  ExtractFiles extracts_;
  std::deque<ListFiles> lists_;
};

}  // namespace

Result<Simulated> simulate(const Simulation& simulation,
                           const std::function<void(std::uint64_t)>& told) {
  for (const auto* folder : {"facts", "files", "truth"}) {
    if (!simulation.files && std::string_view(folder) != "facts") continue;
    HEARTH_TRY(make_folder(simulation.out / folder));
  }
  TrueFacts facts(simulation.out / "facts");
  std::optional<AgencyFiles> files;
  if (simulation.files) files.emplace(simulation);
  Simulated done;
  for (std::uint64_t number = 1; number <= simulation.families; ++number) {
    const auto family = live(simulation.seed, number);
    facts.add(family);
    if (files) files->add(family);
    done.people += family.people.size();
    done.records += family.records.size();
    if (number % kBetween != 0) continue;
    HEARTH_TRY(facts.put_away(kBuffer));
    if (files) HEARTH_TRY(files->put_away(kBuffer));
    told(number);
  }
  HEARTH_TRY(facts.put_away());
  if (files) HEARTH_TRY(files->finish());
  HEARTH_TRY(write_true_calendar(simulation.out / "facts"));
  return done;
}

}  // namespace hearth
