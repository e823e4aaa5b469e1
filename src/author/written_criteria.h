// A plan's criteria as its document writes them, for the place of a word: a Plan knows the place of
// a rule, and not of a ref, a source, a `sustain` or `kinds`.
#pragma once

#include <optional>

#include "language/plan.h"
#include "language/tree.h"

namespace hearth {

class WrittenCriteria {
 public:
  explicit WrittenCriteria(const Plan& plan);

  Span ref(const Criterion& criterion) const;
  std::optional<Span> sustain(const Criterion& criterion) const;  // nullopt: it writes none
  // What is printed of its `entry` or its `outcome`.
  Span kinds(const Criterion& criterion, std::string_view side) const;
  std::optional<Span> plan_sustain() const;                       // the plan's own
  Span source(const Criterion& criterion, std::size_t at) const;  // of its sources

 private:
  const written::Criterion* written(const Criterion& criterion) const;

  Tree tree_;
};

}  // namespace hearth
