#include "links/compared_known.h"

namespace hearth::links {

namespace {

// What fields are worth, by how many rows there were when the model was learnt.
link::Scorer scorer_of(const link::Model& model, const ValueCounts& counts) {
  auto rows = link::no_rows(model);
  counts.tell_of_all(rows);
  return {model, rows};
}

}  // namespace

class ComparedKnown::Texts final : public link::TextsByNumber {
 public:
  explicit Texts(const KnownRows& known) : known_(known) {}
  std::string_view operator[](std::uint32_t value) const override {
    return value == 0 ? std::string_view() : known_.text(value);
  }

 private:
  const KnownRows& known_;
};

ComparedKnown::ComparedKnown(const link::Model& model, const ValueCounts& counts,
                             const KnownRows& known, std::vector<RowId> rows)
    : ComparedKnown(model, counts, known, std::move(rows), std::make_shared<Texts>(known)) {}

ComparedKnown::ComparedKnown(const link::Model& model, const ValueCounts& counts,
                             const KnownRows& known, std::vector<RowId> rows,
                             std::shared_ptr<const Texts> texts)
    : ComparedRows(model, scorer_of(model, counts), {model.fields.size(), texts.get()}),
      known_(known),
      rows_(std::move(rows)),
      texts_(std::move(texts)) {
  for (const auto row : rows_) {
    values_.push_back(known.cells(row));
    contents_.push_back(known.content(row));
  }
}

bool ComparedKnown::before(link::RowNumber a, link::RowNumber b) const {
  return contents_[a] != contents_[b] ? contents_[a] < contents_[b] : rows_[a] < rows_[b];
}

}  // namespace hearth::links
