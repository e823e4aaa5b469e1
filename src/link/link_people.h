// The linker from end to end: tables in, people out.
#pragma once

#include <functional>
#include <string>

#include "base/diagnostic.h"
#include "base/result.h"
#include "link/candidate_pairs.h"
#include "link/clusters.h"
#include "link/distinct_rows.h"
#include "link/read_sightings.h"

namespace hearth::link {

struct LinkQuestion {
  Paths inputs;
  Model model;
  bool draft = false;  // the model is a general one: find its fields in the inputs
  bool retrain = false;
  bool keep_candidates = false;  // also those that are not likely
  int threads = 1;
};

// A sentence on what is being done, for whoever waits.
using TellWork = std::function<void(std::string_view)>;

// What was read, and a model that fits it.
struct Prepared {
  Sightings sightings;    // none if nothing can be compared: the diagnostics say why
  DistinctRows distinct;  // of them
  Model model;            // trained
  std::vector<KeySource> sources;
  ChosenRules rules;
  Diagnostics diagnostics;
};

Result<Prepared> prepare(const LinkQuestion& question, const TellWork& tell);

// Leaves out fields that no row has, trains the model if that is needed, and chooses the rules.
void learn(Prepared& prepared, const LinkQuestion& question, const TellWork& tell);

struct LinkedPeople {
  Clusters clusters;
  CandidatePairs pairs;
};

LinkedPeople link_people(const Prepared& prepared, const LinkQuestion& question,
                         const TellWork& tell, const TellParts& tell_parts);

// The fields, what was learnt of them, and the blocking rules with their recall: in words.
std::string account(const Prepared& prepared);

}  // namespace hearth::link
