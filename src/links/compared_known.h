// Some of the rows that are known, compared where they lie.
#pragma once

#include <vector>

#include "link/compared_rows.h"
#include "links/known_rows.h"
#include "links/value_counts.h"

namespace hearth::links {

// `known` stays where it is, and so does the model.
class ComparedKnown final : public link::ComparedRows {
 public:
  ComparedKnown(const link::Model& model, const ValueCounts& counts, const KnownRows& known,
                std::vector<RowId> rows);

  std::size_t size() const override { return rows_.size(); }
  const link::ValueNumber* values(link::RowNumber row) const override { return values_[row]; }
  float rarity(std::size_t field, link::ValueNumber value) const override {
    return scorer().rarity(field, known_.count(value));
  }
  bool before(link::RowNumber a, link::RowNumber b) const override;

 private:
  class Texts;
  ComparedKnown(const link::Model& model, const ValueCounts& counts, const KnownRows& known,
                std::vector<RowId> rows, std::shared_ptr<const Texts> texts);

  const KnownRows& known_;
  std::vector<RowId> rows_;
  std::vector<const ValueId*> values_;   // by row, then by field
  std::vector<std::uint64_t> contents_;  // by row
  std::shared_ptr<const Texts> texts_;
};

}  // namespace hearth::links
