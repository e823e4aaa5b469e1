// `hearth link why --store`: why two sightings of a store are one person or are not, or two people.
//
// It shows how fields agree and what that is worth, and no value; of a pair with a protected
// address only how the other fields agree. The look is in the casebook before anything is shown.
#pragma once

#include <array>
#include <optional>

#include "identity/review.h"

namespace hearth::identity {

// Sightings as a review names them, `000003-001.parquet:17`, or people, by their ids.
using TwoNames = std::array<std::string, 2>;

struct Why {
  std::string refused;  // why there is no answer
  link::Model model;
  std::optional<ReviewedPair> pair;  // of people: of their sightings the likeliest to be one's
  std::size_t compared = 0;          // pairs of sightings
};

Result<Why> why(const ReviewRequest& request, const TwoNames& names);

// For the terminal.
std::string why_text(const Why& why);

}  // namespace hearth::identity
