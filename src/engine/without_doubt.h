// What findings over a store would be without its doubtful links: docs/store.md, What rests on a
// doubtful link.
//
// Only families of whom somebody is linked doubtfully are judged again, over facts in which those
// sightings are somebody else's. Where a finding, or a record it shows, is not the same then, it
// rests on the link.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/question_facts.h"
#include "evaluate/family_judge.h"
#include "evaluate/judge.h"
#include "facts/read_facts.h"
#include "store/facts_view.h"

namespace hearth {

class WithoutDoubt {
 public:
  // All of them; nothing of a facts folder (no store), and of a store in which nobody was linked.
  using Doubts = std::optional<std::vector<identity::DoubtOn>>;
  static Result<Doubts> doubts_of(const std::string& store, const AsKnown& known);

  // `judge` is over the facts as they are, and must outlive it. Findings are asked of `on`.
  static Result<WithoutDoubt> open(const std::string& store, const ViewRequest& request,
                                   const std::vector<identity::DoubtOn>& doubts, const Judge& judge,
                                   const std::vector<FamilyId>& families, Date on);

  std::vector<identity::DoubtOn> doubts(FamilyId family) const;

  // How it would stand without them; nothing if it does not rest on one.
  std::optional<Finding> finding(FamilyId family, CriterionId criterion, Date on) const;

  // The courses of a family without them, up to a day, to be good until the next are asked for; and
  // whether it would be there at all. Nothing if nobody of it is linked doubtfully.
  struct Other {
    const Judge* judge = nullptr;
    std::optional<FamilyId> family;
    std::span<const Course> courses;  // none without a family
  };
  std::optional<Other> other(FamilyId family, Date last);

 private:
  explicit WithoutDoubt(const Judge& judge) : judge_(&judge) {}

  const Judge* judge_;
  std::vector<identity::DoubtOn> doubts_;     // of the families asked about
  std::vector<std::set<std::size_t>> in_;     // by family: which of them
  std::shared_ptr<const ReadFacts> read_;     // as if they were none
  std::shared_ptr<const Judge> other_judge_;  // over those
  std::shared_ptr<FamilyJudge> seat_;         // at that one
};

}  // namespace hearth
