// Which rows hang on a person by a doubtful link alone.
//
// Rows of a person are held together for sure by pairs that are no longer doubtful
// (Model::doubt_to), by what was said of pairs in a review, and by a proposed split that somebody
// rejected. A part that none of these joins to the largest is linked doubtfully. Nobody is moved
// here: it is only said, as an event, until it is so no more.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "link/lasting_people.h"

namespace hearth::link {

struct DoubtfulLink {
  std::string person;                   // whom the rows were found to be of
  std::vector<RowKey> rows;             // in order
  std::optional<ScoredPair> strongest;  // of the likely pairs that join them to the person's others
};

// Of all people whose rows were clustered.
std::vector<DoubtfulLink> doubtful_links(const Model& model, const LastingPeople& people,
                                         const KeyOf& key_of, const Clusters& clusters,
                                         const std::vector<ScoredPair>& pairs,
                                         const DecidedPairs& decided);

// Rows of splits that were proposed and rejected: somebody said that they stay.
std::set<RowKey> rows_to_stay(const LastingPeople& people);

// What holds them, in words without any value.
using WordsOf = std::function<std::string(const DoubtfulLink&)>;

// Records those that are new as `doubted`, and of the standing ones that are no more the end.
void record_doubts(LastingPeople& people, const std::vector<DoubtfulLink>& links,
                   const std::vector<PersonEvent>& standing, const WordsOf& words, Date day);

}  // namespace hearth::link
