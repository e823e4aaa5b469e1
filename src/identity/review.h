// `hearth link review`: doubtful pairs with what both sightings say, side by side.
//
// Nothing is shown before the look at these people is in the casebook.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "identity/review_queue.h"
#include "identity/shown_sightings.h"

namespace hearth::identity {

struct ReviewRequest {
  std::string store;
  std::string by;  // who looks
  Date on;
  std::size_t most = 0;  // pairs
  std::function<void()> waiting;
};

struct ReviewedPair {
  DoubtfulPair pair;
  ShownSighting a, b;
  bool hides_where = false;  // of either
};

struct Review {
  link::Model model;
  std::vector<ReviewedPair> pairs;
  std::size_t in_all = 0;
};

Result<Review> review(const ReviewRequest& request);

// A store, to be looked at by somebody: it has to be there, and the look goes into its casebook.
Result<Store> open_to_review(const ReviewRequest& request);
// What both sightings of each pair say, once the trace of this look (`link review`) is kept.
Result<std::vector<ReviewedPair>> reviewed(Store& store, const LinkedState& state,
                                           const link::LastingPeople& people,
                                           std::vector<DoubtfulPair> pairs,
                                           const ReviewRequest& request, std::string what);

// How the pair agrees in a field, or empty: `one off (+3.10)`. Where an address is hidden no weight
// is said, for what is hidden would be what the others lack to the sum.
std::string agreement_words(const link::Model& model, const ReviewedPair& pair,
                            std::string_view field);
std::string probability_text(double bits);  // `0.8123`
// The same where an address is hidden: whether the pair is linked, `0.5 to below 0.95`.
std::string folded_probability(const link::Model& model, double bits);
std::string shown_probability(const link::Model& model, const ReviewedPair& pair);  // either

// What somebody's answer would do: `same: P000000001 and P000000007 become one`.
std::string decides_words(const DoubtfulPair& pair);
std::string sighting_name(const SightingPlace& place);  // `000003-001.parquet:17`

// For the terminal.
std::string review_text(const Review& review);

}  // namespace hearth::identity
