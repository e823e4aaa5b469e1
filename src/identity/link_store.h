// `hearth link --store`: the sightings of a store's loads into people who last.
//
// A run looks at the loads that came since the last, and forms anew what they may change; it ends
// where a run over everything with the same model ends. All it finds is committed in one
// transaction, under the lock that keeps loads apart.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "casebook/link_entries.h"
#include "link/link_people.h"

namespace hearth::identity {

struct LinkStoreRequest {
  std::string store;
  Date on;
  link::Model model;   // to learn with, where nothing was learnt yet
  bool given = false;  // it was given, and is to be gone by from now on
  bool retrain = false;
  bool anew = false;  // looks at all loads again
  int threads = 1;
  std::function<void()> waiting;
  link::TellWork tell;
  link::TellParts tell_parts;
};

// Rows of one cluster have the same number.
struct ClusteredRow {
  SightingPlace place;
  std::uint32_t cluster = 0;
};

struct LinkStoreAnswer {
  Diagnostics diagnostics;
  bool changed = false;  // false: there was nothing to look at
  bool everything = false;
  std::int64_t loads = 0;  // looked at now
  std::size_t rows = 0;    // distinct ones that are new
  std::size_t known = 0;   // in all
  std::uint64_t candidates = 0;
  LinkRunEntry run;                    // with its events
  std::size_t open = 0;                // proposals that nobody has decided
  std::vector<ClusteredRow> clusters;  // those formed anew
};

Result<LinkStoreAnswer> link_store(const LinkStoreRequest& request);

// What is proposed and not decided, and deciding it.
Result<std::vector<PersonEventEntry>> open_proposals(const std::string& store);

enum class Verdict { Yes, No, Undo };
struct DecideRequest {
  std::string store;
  std::int64_t event = 0;
  Verdict verdict = Verdict::No;
  std::string by, because;
  Date on;
  std::function<void()> waiting;
};
struct Decided {
  std::int64_t event = 0;
  std::string refused;  // why it cannot be done; then nothing was
};
Result<Decided> decide(const DecideRequest& request);

}  // namespace hearth::identity
