#include <algorithm>
#include <optional>

#include "families/crowded_places.h"
#include "families/moves.h"

namespace hearth::families {
namespace {

constexpr std::size_t kMostAsked = 64;  // arrivals at one place that are looked at
constexpr int kGeneration = 15;         // years between a parent and a child, at least
constexpr int kMostRounds = 8;          // a child that follows adults who move on, and on

bool overlap(const Stay& a, const Stay& b) { return a.first <= b.last && b.first <= a.last; }

class Moving {
 public:
  Moving(const Told& told, Stays& stays) : told_(told), stays_(stays) {}

  void run() {
    catch_up();
    const auto by_place = stays_by_place(stays_);
    for (PlaceNumber place = 0; place < by_place.size(); ++place)
      go_with_the_first(by_place[place]);
    for (int round = 0; round < kMostRounds && children_follow(); ++round) {
    }
  }

 private:
  std::vector<Stay>& of(PersonNumber person) { return stays_.of_person[person]; }

  // Rule 3. Read from the stays as they were told, so that the order of people does not matter.
  void catch_up() {
    const auto as_told = stays_;
    const auto by_place = stays_by_place(as_told);
    for (PersonNumber person = 0; person < as_told.of_person.size(); ++person) {
      const auto& mine = as_told.of_person[person];
      for (std::size_t i = 0; i + 1 < mine.size(); ++i) {
        const auto& others = by_place[mine[i + 1].place];
        if (others.size() > kMostAsked) continue;
        const auto left = day_others_left(as_told, mine[i], mine[i + 1], others);
        if (left) move_earlier(of(person), mine[i].place, mine[i + 1].place, *left);
      }
    }
  }

  // The day after which somebody of the same home had left it for the next one.
  std::optional<Date> day_others_left(const Stays& as_told, const Stay& from, const Stay& to,
                                      const std::vector<StayAt>& arrivals) const {
    std::optional<Date> earliest;
    for (const auto& [other, index] : arrivals) {
      if (index == 0) continue;
      const auto& theirs = as_told.of_person[other];
      if (theirs[index].first >= to.first) continue;
      for (std::size_t k = 0; k < index; ++k) {
        const bool shared = theirs[k].place == from.place && overlap(theirs[k], from);
        const auto left = theirs[k].last + 1;
        if (!shared || left <= from.first || to.first - left > kYear) continue;
        // Between the two homes they may have had another; it is the arrival that counts.
        const auto arrived = std::max(theirs[index].first, left);
        if (!earliest || arrived < *earliest) earliest = arrived;
      }
    }
    return earliest;
  }

  static void move_earlier(std::vector<Stay>& mine, PlaceNumber from, PlaceNumber to, Date day) {
    for (std::size_t i = 0; i + 1 < mine.size(); ++i) {
      if (mine[i].place != from || mine[i + 1].place != to || day <= mine[i].first) continue;
      if (day >= mine[i + 1].first || day > mine[i].last + 1) continue;
      mine[i].last = day - 1;
      mine[i + 1].first = day;
      return;
    }
  }

  // Rule 4: where nobody is told of at the old home any more, all have gone with who left it.
  void go_with_the_first(std::vector<StayAt> here) {
    if (here.size() < 2 || here.size() > kMostAsked) return;
    std::ranges::sort(here, {},
                      [&](const StayAt& at) { return std::pair(at_home(at).last, at.person); });
    for (const auto& mover : here) {
      const auto& theirs = stays_.of_person[mover.person];
      if (mover.index + 1 >= theirs.size() || !leads(mover, here)) continue;
      const auto next = theirs[mover.index + 1];
      const auto day = theirs[mover.index].last + 1;
      if (next.first != day || stays_.places[next.place] != PlaceKind::Home || next.is_protected) {
        continue;
      }
      const auto left = still_there(here, theirs[mover.index], day);
      const bool told =
          std::ranges::any_of(left, [&](const StayAt& at) { return at_home(at).told_last >= day; });
      if (told) continue;
      for (const auto& at : left) go_along(of(at.person), at.index, next, day);
    }
  }

  const Stay& at_home(const StayAt& at) const { return stays_.of_person[at.person][at.index]; }

  // Whose leaving may be the leaving of all: not that of a grown-up child.
  bool leads(const StayAt& mover, const std::vector<StayAt>& here) const {
    const auto& born = told_.people[mover.person].born;
    if (!born || is_child(told_.people[mover.person], at_home(mover).last)) return true;
    return std::ranges::none_of(here, [&](const StayAt& at) {
      const auto& other = told_.people[at.person].born;
      return other && birthday(*other, kGeneration) <= *born &&
             overlap(at_home(at), at_home(mover));
    });
  }

  std::vector<StayAt> still_there(const std::vector<StayAt>& here, const Stay& left,
                                  Date day) const {
    std::vector<StayAt> found;
    for (const auto& at : here) {
      const auto& stay = at_home(at);
      if (stay.place == left.place && stay.last >= day && stay.first < day && overlap(stay, left)) {
        found.push_back(at);
      }
    }
    return found;
  }

  // Rule 4 for children, whose agencies are slow; answers whether anybody moved.
  bool children_follow() {
    const auto by_place = stays_by_place(stays_);
    bool moved = false;
    for (PersonNumber child = 0; child < stays_.of_person.size(); ++child) {
      for (std::size_t i = 0; i < of(child).size(); ++i) {
        moved |= follow(child, i, by_place[of(child)[i].place]);
      }
    }
    return moved;
  }

  bool follow(PersonNumber child, std::size_t i, const std::vector<StayAt>& here) {
    const auto stay = of(child)[i];
    if (here.size() > kMostAsked || !stays_at_home(stay)) return false;
    const StayAt* last_adult = nullptr;
    for (const auto& at : here) {
      const auto& theirs = stays_.of_person[at.person][at.index];
      if (at.person == child || theirs.place != stay.place || !overlap(theirs, stay)) continue;
      if (is_child(told_.people[at.person], theirs.last)) continue;
      if (last_adult && stays_.of_person[last_adult->person][last_adult->index].last >= theirs.last)
        continue;
      last_adult = &at;
    }
    if (!last_adult) return false;
    const auto& theirs = stays_.of_person[last_adult->person];
    const auto day = theirs[last_adult->index].last + 1;
    if (day > stay.last || !is_child(told_.people[child], day)) return false;
    if (last_adult->index + 1 >= theirs.size()) return false;  // nobody knows where they went
    const auto& next = theirs[last_adult->index + 1];
    if (next.first != day || next.place == stay.place) return false;
    go_along(of(child), i, next, day);
    return true;
  }

  bool stays_at_home(const Stay& stay) const {
    const auto kind = stays_.places[stay.place];
    return kind != PlaceKind::CareHome && stay.last >= stay.first;
  }

  static void go_along(std::vector<Stay>& mine, std::size_t i, const Stay& next, Date day) {
    auto added = next;
    added.first = day;
    added.last = mine[i].last;
    added.followed = true;
    mine[i].last = day - 1;
    const bool told_there = i + 1 < mine.size() && mine[i + 1].place == added.place;
    if (told_there) {
      mine[i + 1].first = day;
    } else {
      mine.insert(mine.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(added));
    }
  }

  const Told& told_;
  Stays& stays_;
};

}  // namespace

void move_together(const Told& told, Stays& stays) { Moving(told, stays).run(); }

}  // namespace hearth::families
