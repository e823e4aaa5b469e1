// What a store's linking has learnt and goes by until it is learnt anew: the model and the blocking
// rules.
//
// With it, and with how common values were then (links/value_counts.h), what two rows say to one
// another depends on those two rows alone. Both are in the casebook.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casebook/link_entries.h"
#include "link/blocking_key.h"
#include "link/link_people.h"

namespace hearth::identity {

struct Learnt {
  link::Model model;
  std::vector<std::string> rules;

  std::string sum() const;  // SHA-256 of both
};

// Fails if what the casebook has of it is not as it was written.
Result<Learnt> learnt_of(const LinkModelEntry& entry);
std::string rules_text(const Learnt& learnt);

// Of the general model what a sighting can tell; nobody misses a field that no store has.
link::Model told_by_sightings(link::Model general);

// Whether a trained model, given anew, is the one that was learnt.
bool is_the_model_of(const Learnt& learnt, link::Model general);

// The rules by the sources of some rows, in order; one that they have no sources for is empty.
std::vector<link::BlockingRule> rules_of(const Learnt& learnt,
                                         const std::vector<link::KeySource>& sources);

// Of rows without fillers: trains the model if need be, and chooses rules.
Learnt learn(link::Sightings sightings, const link::LinkQuestion& question,
             const link::TellWork& tell, Diagnostics& diagnostics);

}  // namespace hearth::identity
