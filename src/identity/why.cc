#include "identity/why.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "link/waterfall.h"
#include "links/compared_known.h"

namespace hearth::identity {
namespace {

std::optional<SightingPlace> sighting_named(const std::string& name) {
  const auto colon = name.find(':');
  if (colon == name.npos) return std::nullopt;
  const auto place = place_of(name.substr(0, colon), name.substr(colon + 1));
  return sighting_name(place) == name ? std::optional(place) : std::nullopt;
}

// The ids as they were given, and those of the people the sightings are of.
std::set<std::string> ids_of(const TwoNames& names, const links::KnownRows& known) {
  std::set<std::string> ids;
  for (const auto& name : names) {
    const auto place = sighting_named(name);
    const auto id = place ? found_as(known, *place) : name;
    if (id) ids.insert(*id);
  }
  return ids;
}

using PersonOf = std::map<SightingPlace, std::string>;

// What is linked of it: the sighting alone, or all of the person.
std::vector<SightingPlace> places_of(const std::string& name, const PersonOf& person_of,
                                     const link::LastingPeople& people) {
  std::vector<SightingPlace> places;
  const auto place = sighting_named(name);
  const auto person = place ? std::string() : people.resolved(name);
  for (const auto& [at, whose] : person_of) {
    if (place ? at == *place : whose == person) places.push_back(at);
  }
  return places;
}

// Compares all of one with all of the other.
class Strongest {
 public:
  Strongest(const LinkedState& state, const std::vector<SightingPlace>& as,
            const std::vector<SightingPlace>& bs)
      : as_(as), bs_(bs), rows_(state.learnt.model, state.counts, state.known, ids(state.known)) {}

  std::optional<DoubtfulPair> find() {
    link::PairExplainer explain(rows_);
    std::optional<DoubtfulPair> strongest;
    for (std::size_t i = 0; i < as_.size(); ++i) {
      for (std::size_t j = 0; j < bs_.size(); ++j) {
        if (as_[i] == bs_[j]) continue;
        const auto a = static_cast<link::RowNumber>(i);
        const auto b = static_cast<link::RowNumber>(as_.size() + j);
        const auto explained = explain(a, b);
        ++compared_;
        if (strongest && strongest->bits >= explained.total) continue;
        strongest = DoubtfulPair{as_[i], bs_[j], {}, {}, explained.total};
        strongest->explained = explained;
      }
    }
    return strongest;
  }
  std::size_t compared() const { return compared_; }

 private:
  std::vector<links::RowId> ids(const links::KnownRows& known) const {
    std::vector<links::RowId> ids;
    for (const auto* places : {&as_, &bs_}) {
      for (const auto& place : *places) ids.push_back(*known.at(place));
    }
    return ids;
  }

  const std::vector<SightingPlace>&as_, &bs_;
  links::ComparedKnown rows_;
  std::size_t compared_ = 0;
};

PersonOf person_of(const LinkedState& state, const link::LastingPeople& people) {
  PersonOf person_of;
  for (const auto& row : people.rows()) {
    const auto place = place_of(row.input, row.row_id);
    if (state.known.at(place)) person_of.emplace(place, people.person_of(row));
  }
  return person_of;
}

std::string agreements(const link::Model& model, const ReviewedPair& pair) {
  std::string text;
  for (const auto& field : model.fields) {
    const auto words = agreement_words(model, pair, field.name);
    if (!words.empty()) text += fmt::format("{:<14} {}\n", field.name, words);
  }
  return text;
}

}  // namespace

Result<Why> why(const ReviewRequest& request, const TwoNames& names) {
  auto store = open_to_review(request);
  if (!store) return std::unexpected(store.error());
  const auto state = linked_state(*store);
  if (!state) return std::unexpected(state.error());
  const auto people = people_tied_to(*state, ids_of(names, state->known));
  const auto whose = person_of(*state, people);
  std::array<std::vector<SightingPlace>, 2> places;
  Why why;
  for (std::size_t i = 0; i < 2; ++i) {
    places[i] = places_of(names[i], whose, people);
    if (!places[i].empty()) continue;
    why.refused = fmt::format(
        "the {} is no person of this store and no sighting that was linked; sightings that say "
        "nothing new are not: hearth link review names others",
        i == 0 ? "first" : "second");
    return why;
  }
  Strongest strongest(*state, places[0], places[1]);
  auto pair = strongest.find();
  if (!pair) {
    why.refused = "these are one sighting: two are compared";
    return why;
  }
  pair->person_a = whose.at(pair->a);
  pair->person_b = whose.at(pair->b);
  auto seen = reviewed(*store, *state, people, {*pair}, request, "link why");
  if (!seen) return std::unexpected(seen.error());
  why.model = state->learnt.model;
  why.pair = std::move(seen->front());
  why.compared = strongest.compared();
  return why;
}

std::string why_text(const Why& why) {
  const auto& pair = why.pair->pair;
  auto text = fmt::format("sighting {} of {}\nsighting {} of {}\n", sighting_name(pair.a),
                          pair.person_a, sighting_name(pair.b), pair.person_b);
  if (why.compared > 1) {
    text += fmt::format("of {} pairs of their sightings the likeliest to be one person's\n",
                        why.compared);
  }
  if (!why.pair->hides_where) return text + "\n" + link::waterfall(why.model, pair.explained);
  return text +
         "\nan address is protected: how it agrees is not shown, nor what anything is worth\n" +
         agreements(why.model, *why.pair) +
         fmt::format("probability that they are one person: {}\n",
                     folded_probability(why.model, pair.bits));
}

}  // namespace hearth::identity
