#include "identity/check_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "identity/review_columns.h"
#include "identity/review_diagnostics.h"

namespace hearth::identity {
namespace {

Place at(const AnsweredReview& review, std::int64_t row, std::string_view column) {
  return cell_place(review.sheet, row, column);
}

std::string person_of(const link::LastingPeople& people, const SightingPlace& place) {
  const auto* row = people.find({input_name(place), std::to_string(place.row)});
  return row == nullptr ? std::string() : people.person_of(*row);
}

std::optional<double> bits_of(const LinkedState& state, const SightingPlace& a,
                              const SightingPlace& b) {
  const auto one = state.known.at(a), other = state.known.at(b);
  if (!one || !other) return std::nullopt;
  for (const auto& pair : state.known.likely_with(*one)) {
    const bool doubtful = pair.bits < link::bits(state.learnt.model.doubt_to);
    if (pair.rows.b == *other && doubtful) return pair.bits;
  }
  return std::nullopt;
}

class Checking {
 public:
  Checking(AnsweredReview& review, const LinkedState& state, const link::LastingPeople& people)
      : review_(review), state_(state), people_(people) {}

  void check() {
    for (const auto& answer : review_.answers) check(answer);
    if (review_.diagnostics.has_errors()) return;
    for (const auto& pair : state_.said) {
      if (pair.same) join(pair.a, pair.b);
    }
    for (const auto& answer : review_.answers) {
      if (answer.same) join(answer.a, answer.b);
    }
    for (const auto& answer : review_.answers) {
      if (answer.same || leader(answer.a) != leader(answer.b)) continue;
      review_.diagnostics.add(kReviewContradicts, at(review_, answer.row, kDecision),
                              saying_same(answer.a));
    }
    for (const auto& pair : state_.said) {
      if (!pair.same && leader(pair.a) == leader(pair.b)) blame_same(pair);
    }
  }

 private:
  void check(const AnsweredPair& answer) {
    const auto key = std::minmax(answer.a, answer.b);
    const auto [first, added] = rows_.emplace(std::pair(key.first, key.second), answer.row);
    if (!added) {
      review_.diagnostics.add(kReviewTwice, at(review_, answer.row, kDecision), first->second);
      return;
    }
    const auto before = std::ranges::find_if(
        state_.said, [&](const SaidPair& pair) { return std::minmax(pair.a, pair.b) == key; });
    if (before != state_.said.end()) {
      review_.diagnostics.add(kReviewDecided, at(review_, answer.row, kDecision), before->event)
          .hint = "undo that first, if it was wrong: hearth link decide EVENT undo";
      return;
    }
    const auto bits = bits_of(state_, answer.a, answer.b);
    if (!bits) {
      review_.diagnostics.add(kReviewPairGone, at(review_, answer.row, kSightingA));
      return;
    }
    const auto changed = [&](std::string_view column, const std::string& was,
                             const std::string& is) {
      if (was == is) return;
      review_.diagnostics.add(kReviewPairChanged, at(review_, answer.row, column)).hint =
          "write the review anew and look at the pair again";
    };
    changed(kPersonA, answer.person_a, person_of(people_, answer.a));
    changed(kPersonB, answer.person_b, person_of(people_, answer.b));
    // As it was shown, whether or not an address was hidden then.
    const auto folded = folded_probability(state_.learnt.model, *bits);
    const bool hidden = answer.probability == folded;
    changed(kProbability, answer.probability, hidden ? folded : probability_text(*bits));
  }

  SightingPlace leader(SightingPlace place) {
    for (auto of = leader_.find(place); of != leader_.end() && of->second != place;
         of = leader_.find(place)) {
      place = of->second;
    }
    return place;
  }
  void join(const SightingPlace& a, const SightingPlace& b) { leader_[leader(a)] = leader(b); }

  // What says that they are one: `row 3`, `event 17`.
  std::string saying_same(const SightingPlace& of) {
    std::string words;
    const auto add = [&](const std::string& one) { words += (words.empty() ? "" : ", ") + one; };
    for (const auto& answer : review_.answers) {
      if (answer.same && leader(answer.a) == leader(of)) add(fmt::format("row {}", answer.row));
    }
    for (const auto& pair : state_.said) {
      if (pair.same && leader(pair.a) == leader(of)) add(fmt::format("event {}", pair.event));
    }
    return words;
  }

  // An earlier decision that two are different, and now rows that make them one.
  void blame_same(const SaidPair& different) {
    for (const auto& answer : review_.answers) {
      if (!answer.same || leader(answer.a) != leader(different.a)) continue;
      review_.diagnostics.add(kReviewContradicts, at(review_, answer.row, kDecision),
                              fmt::format("event {}", different.event));
    }
  }

  AnsweredReview& review_;
  const LinkedState& state_;
  const link::LastingPeople& people_;
  std::map<std::pair<SightingPlace, SightingPlace>, std::int64_t> rows_;
  std::map<SightingPlace, SightingPlace> leader_;
};

}  // namespace

void check_review(AnsweredReview& review, const LinkedState& state,
                  const link::LastingPeople& people) {
  Checking(review, state, people).check();
}

void check_outcome(AnsweredReview& review, const LinkedState& state,
                   const link::LastingPeople& people) {
  const auto holds = [&](const SightingPlace& one, const SightingPlace& other, bool same) {
    const auto person = person_of(people, one);
    return person.empty() || person_of(people, other).empty() ||
           (person == person_of(people, other)) == same;
  };
  for (const auto& answer : review.answers) {
    if (holds(answer.a, answer.b, answer.same)) continue;
    std::string others;
    for (const auto& other : review.answers) {
      const bool near = other.row != answer.row && other.same != answer.same &&
                        person_of(people, other.a) == person_of(people, answer.a);
      if (near) others += fmt::format("{}row {}", others.empty() ? "" : ", ", other.row);
    }
    review.diagnostics.add(kReviewContradicts, at(review, answer.row, kDecision),
                           others.empty() ? std::string("what was decided before") : others);
  }
  for (const auto& pair : state.said) {
    if (holds(pair.a, pair.b, pair.same)) continue;
    for (const auto& answer : review.answers) {
      if (person_of(people, answer.a) != person_of(people, pair.a)) continue;
      review.diagnostics.add(kReviewContradicts, at(review, answer.row, kDecision),
                             fmt::format("event {}", pair.event));
    }
  }
}

}  // namespace hearth::identity
