// A council that never was: families that form, move and part, school, work, crime, care and health
// with believable rates that hang together, then the files its agencies would send.
//
// The same seed gives the same bytes on any machine, and a family is the same whatever others there
// are. Families are made one after another and forgotten, so a million need no more memory than a
// hundred. What is believable and where the rates come from: docs/synthetic-council.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/result.h"
#include "simulate/mistakes.h"

namespace hearth {

struct Simulation {
  std::uint64_t families = 0;
  std::uint64_t seed = 0;
  std::filesystem::path out;  // DIR/facts, DIR/files and DIR/truth
  MistakeRates mistakes = rates_of(Mistakes::Default);
  bool files = true;  // or only the facts
};

struct Simulated {
  std::uint64_t people = 0;
  std::uint64_t records = 0;
};

// `told` is asked now and then with the number of families done.
Result<Simulated> simulate(const Simulation& simulation,
                           const std::function<void(std::uint64_t)>& told);

}  // namespace hearth
