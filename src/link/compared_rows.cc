#include "link/compared_rows.h"

namespace hearth::link {

Rarities ComparedRows::rarities(RowNumber row) const {
  Rarities rarities{};
  const auto* values = this->values(row);
  for (std::size_t field = 0; field < model_.fields.size(); ++field) {
    if (values[field] != 0) rarities[field] = rarity(field, values[field]);
  }
  return rarities;
}

ComparedSightings::ComparedSightings(const Model& model, const Sightings& sightings)
    : ComparedRows(model, Scorer(model, sightings), texts_of(sightings)),
      sightings_(sightings),
      values_(sightings),
      rarities_(scorer(), sightings) {}

bool ComparedSightings::before(RowNumber a, RowNumber b) const {
  if (sightings_.content[a] != sightings_.content[b]) {
    return sightings_.content[a] < sightings_.content[b];
  }
  return sightings_.row_ids[a] < sightings_.row_ids[b];
}

Explained PairExplainer::operator()(RowNumber a, RowNumber b) {
  return rows_.scorer().explain(comparer_.compare(rows_.values(a), rows_.values(b)),
                                rows_.rarities(a));
}

}  // namespace hearth::link
