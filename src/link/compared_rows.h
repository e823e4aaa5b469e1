// Rows that are compared with one another, wherever what they say lies.
#pragma once

#include "link/score.h"

namespace hearth::link {

class ComparedRows {
 public:
  virtual ~ComparedRows() = default;
  virtual std::size_t size() const = 0;
  virtual const ValueNumber* values(RowNumber row) const = 0;  // by field
  virtual float rarity(std::size_t field, ValueNumber value) const = 0;
  // In an order by what they say, and never by where they stand.
  virtual bool before(RowNumber a, RowNumber b) const = 0;

  const Model& model() const { return model_; }
  const Scorer& scorer() const { return scorer_; }
  PairComparer comparer() const { return {model_, texts_}; }
  Rarities rarities(RowNumber row) const;

 protected:
  ComparedRows(const Model& model, Scorer scorer, PairComparer::FieldTexts texts)
      : model_(model), scorer_(std::move(scorer)), texts_(std::move(texts)) {}

 private:
  const Model& model_;
  Scorer scorer_;
  PairComparer::FieldTexts texts_;
};

// All rows of sightings, which stay where they are.
class ComparedSightings final : public ComparedRows {
 public:
  ComparedSightings(const Model& model, const Sightings& sightings);

  std::size_t size() const override { return sightings_.size(); }
  const ValueNumber* values(RowNumber row) const override { return values_.of(row); }
  float rarity(std::size_t field, ValueNumber value) const override {
    return rarities_.of(field, value);
  }
  bool before(RowNumber a, RowNumber b) const override;  // of equals, by the rows' ids

 private:
  const Sightings& sightings_;
  RowValues values_;
  RowRarities rarities_;
};

// How two of them agree, and what that is worth.
class PairExplainer {
 public:
  explicit PairExplainer(const ComparedRows& rows) : rows_(rows), comparer_(rows.comparer()) {}
  Explained operator()(RowNumber a, RowNumber b);

 private:
  const ComparedRows& rows_;
  PairComparer comparer_;
};

}  // namespace hearth::link
