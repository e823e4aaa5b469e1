#include "identity/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "casebook/look_book.h"

namespace hearth::identity {
namespace {

// All sightings of the people of these pairs, with the person each is of.
std::vector<std::pair<SightingPlace, std::string>> sightings_of(
    const std::vector<DoubtfulPair>& pairs, const link::LastingPeople& people) {
  std::set<std::string> wanted;
  for (const auto& pair : pairs) wanted.insert({pair.person_a, pair.person_b});
  std::vector<std::pair<SightingPlace, std::string>> sightings;
  for (const auto& row : people.rows()) {
    auto person = people.person_of(row);
    if (wanted.contains(person)) {
      sightings.emplace_back(place_of(row.input, row.row_id), std::move(person));
    }
  }
  return sightings;
}

std::vector<SightingPlace> places_of(const std::vector<DoubtfulPair>& pairs) {
  std::set<SightingPlace> places;
  for (const auto& pair : pairs) places.insert({pair.a, pair.b});
  return {places.begin(), places.end()};
}

// The trace of a look at the people of these pairs.
Result<void> leave_trace(Store& store, const ReviewRequest& request, std::string what,
                         const std::vector<DoubtfulPair>& pairs) {
  LookEntry look;
  look.day = request.on;
  look.by = request.by;
  look.what = std::move(what);
  for (const auto& pair : pairs) {
    look.people.push_back(pair.person_a);
    look.people.push_back(pair.person_b);
  }
  return LookBook(store.casebook).add(std::move(look));
}

}  // namespace

Result<Store> open_to_review(const ReviewRequest& request) {
  // A store that is not there is not made.
  if (const auto there = Store::open_to_read(request.store); !there) {
    return std::unexpected(there.error());
  }
  return Store::open_to_load(request.store, request.on, request.waiting);
}

Result<std::vector<ReviewedPair>> reviewed(Store& store, const LinkedState& state,
                                           const link::LastingPeople& people,
                                           std::vector<DoubtfulPair> pairs,
                                           const ReviewRequest& request, std::string what) {
  const auto shown =
      shown_sightings(store, state.loads, sightings_of(pairs, people), places_of(pairs));
  if (!shown) return std::unexpected(shown.error());
  HEARTH_TRY(leave_trace(store, request, std::move(what), pairs));
  std::vector<ReviewedPair> reviewed;
  for (auto& pair : pairs) {
    const auto a = shown->find(pair.a), b = shown->find(pair.b);
    if (a == shown->end() || b == shown->end()) {
      return failed("the casebook is damaged: a sighting is not in its segment; see hearth verify");
    }
    const bool hides = a->second.hides_where || b->second.hides_where;
    reviewed.push_back({std::move(pair), a->second, b->second, hides});
  }
  return reviewed;
}

Result<Review> review(const ReviewRequest& request) {
  auto store = open_to_review(request);
  if (!store) return std::unexpected(store.error());
  auto state = linked_state(*store);
  if (!state) return std::unexpected(state.error());
  auto queue = review_queue(*state, request.most);
  Review review{state->learnt.model, {}, queue.in_all};
  if (queue.pairs.empty()) return review;
  const auto people = people_around(*state, places_of(queue.pairs));
  auto pairs = reviewed(*store, *state, people, std::move(queue.pairs), request, "link review");
  if (!pairs) return std::unexpected(pairs.error());
  review.pairs = std::move(*pairs);
  return review;
}

std::string agreement_words(const link::Model& model, const ReviewedPair& reviewed,
                            std::string_view name) {
  if (reviewed.hides_where && tells_where(name)) return {};
  for (const auto& step : reviewed.pair.explained.steps) {
    const auto& field = model.fields[step.field];
    if (field.name != name) continue;
    const auto& level = field.levels[step.level];
    std::string words(to_text(level.agreement));
    std::ranges::replace(words, '_', ' ');
    if (level.veto) return words + " (rules it out)";
    return reviewed.hides_where ? words : fmt::format("{} ({:+.2f})", words, step.weight);
  }
  return {};
}

std::string probability_text(double bits) { return fmt::format("{:.4f}", link::probability(bits)); }

std::string folded_probability(const link::Model& model, double bits) {
  if (bits < link::bits(model.doubt_from)) return fmt::format("below {}", model.doubt_from);
  if (bits >= link::bits(model.doubt_to)) return fmt::format("{} or more", model.doubt_to);
  const bool linked = bits >= link::bits(model.link_at);
  return fmt::format("{} to below {}", linked ? model.link_at : model.doubt_from,
                     linked ? model.doubt_to : model.link_at);
}

std::string shown_probability(const link::Model& model, const ReviewedPair& reviewed) {
  return reviewed.hides_where ? folded_probability(model, reviewed.pair.bits)
                              : probability_text(reviewed.pair.bits);
}

std::string decides_words(const DoubtfulPair& pair) {
  if (!pair.changes) return "nothing now: the rest of their sightings holds them together";
  if (pair.person_a != pair.person_b) {
    return fmt::format("same: {} and {} become one", pair.person_a, pair.person_b);
  }
  return fmt::format("different: {} of the sightings of {} become somebody else's", pair.at_stake,
                     pair.person_a);
}

std::string sighting_name(const SightingPlace& place) {
  return fmt::format("{}:{}", input_name(place), place.row);
}

}  // namespace hearth::identity
