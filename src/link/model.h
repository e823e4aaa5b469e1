// How sightings are held against one another: which fields, which agreements of each in which
// order, and what each agreement is worth.
//
// A level's worth is three chances: that two sightings of one person agree so (`m`), that two of
// unrelated people do (`u`), and that two of different people of one household do (`relative`).
// A model that was trained holds them; one that was not has only a first guess of `m`. A value that
// is missing on either side is no level: it says nothing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "link/agreement.h"
#include "link/field_kind.h"
#include "link/nicknames.h"

namespace hearth::link {

struct Level {
  Agreement agreement = Agreement::Different;
  double likeness = 0;  // how alike is alike enough, where the agreement asks
  double m = 0;
  double u = 0;
  double relative = 0;
  bool veto = false;  // two who show it are never one person
};

struct Field {
  std::string name;
  FieldKind kind = FieldKind::Word;
  std::vector<std::string> columns;  // the headings it may stand under; several are joined
  std::vector<Level> levels;         // tried in this order; the last is Different
};

// What one pair in so many is, before anything of the two is looked at.
struct Priors {
  double match = 0;
  double relative = 0;
};

struct Blocking {
  double recall = 0.995;      // of the pairs that match, how many are to become candidates
  double pairs_per_row = 60;  // at most, on average
  std::size_t largest_block = 400;
};

struct Model {
  std::string name;
  bool trained = false;
  double link_at = 0.75;  // the least probability of a link
  // A pair from the one to below the other is doubtful: somebody should look at it.
  double doubt_from = 0.25;
  double doubt_to = 0.95;
  Priors priors;
  Blocking blocking;
  std::vector<Field> fields;
  std::vector<std::string> row_ids;  // headings under which a table's own ids may stand
  std::vector<std::string> fillers;  // folded names that stand for no name
  std::vector<std::vector<std::string>> same_numbers;  // feeds that number people alike
  Nicknames nicknames;

  const Field* find(std::string_view field_name) const;
};

inline constexpr std::size_t kMostFields = 16;
inline constexpr std::size_t kMostLevels = 14;

// The first level that holds, as an index into the field's levels; neither value may be empty.
std::size_t level_of(const Field& field, std::string_view a, std::string_view b,
                     const Nicknames& nicknames);

}  // namespace hearth::link
