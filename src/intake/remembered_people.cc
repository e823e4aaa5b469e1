#include "intake/remembered_people.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

namespace hearth {
namespace {

std::uint64_t number_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

std::uint32_t short_number_of(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::uint32_t>(number_of(text)) | 1;
}

// A number of what was said before and of what is said now, in this order.
std::uint64_t with(std::uint64_t before, std::uint64_t now) {
  return std::rotl((before ^ now) * 0x9E3779B97F4A7C15u, 29);
}

// Whether both are said and differ; what was not said is filled.
template <typename Number>
bool reconcile(Number& standing, Number said, Number nothing) {
  if (standing == nothing) standing = said;
  return said != nothing && standing != said;
}

}  // namespace

void RememberedPeople::soon_hear(std::string_view person) const {
  __builtin_prefetch(&slots_[home_of(number_of(person) | 1)]);
}

RememberedPeople::Heard RememberedPeople::hear(const Sighting& sighting) {
  const auto person = number_of(sighting.local_id) | 1;
  auto& said = said_of(person);
  const auto days = [](std::optional<Date> day) { return day ? day->days : kNothing; };
  bool differs = reconcile(said.born, days(sighting.born), kNothing);
  differs |= reconcile(said.died, days(sighting.died), kNothing);
  differs |= reconcile(said.sex, short_number_of(sighting.sex), std::uint32_t{0});
  differs |= reconcile(said.family, short_number_of(sighting.family), std::uint32_t{0});
  auto all = with(person, number_of(sighting.table));
  for (const auto day : {sighting.born, sighting.died, sighting.started}) {
    all = with(all, static_cast<std::uint32_t>(days(day)));
  }
  for (const auto text : {sighting.sex, sighting.family}) all = with(all, number_of(text));
  for (const auto text : sighting.seen) all = with(all, text.empty() ? 0 : number_of(text));
  return {std::exchange(said.all, all) == all, differs};
}

RememberedPeople::Said& RememberedPeople::said_of(std::uint64_t person) {
  if (2 * (count_ + 1) > slots_.size()) make_room();
  for (auto at = home_of(person);; ++at) {
    auto& slot = slots_[at & (slots_.size() - 1)];
    if (slot.person == person) return slot;
    if (slot.person != 0) continue;
    slot.person = person;
    ++count_;
    ++people_;
    return slot;
  }
}

void RememberedPeople::make_room() {
  if (count_ >= kMost) {
    std::ranges::fill(slots_, Said());
    count_ = 0;
    any_forgotten_ = true;
    return;
  }
  const auto before = std::exchange(slots_, std::vector<Said>(2 * slots_.size()));
  for (const auto& said : before) {
    if (said.person == 0) continue;
    auto at = home_of(said.person);
    while (slots_[at & (slots_.size() - 1)].person != 0) ++at;
    slots_[at & (slots_.size() - 1)] = said;
  }
}

}  // namespace hearth
