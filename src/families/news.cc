#include "families/news.h"

#include <algorithm>
#include <map>
#include <set>

namespace hearth::families {
namespace {

class News {
 public:
  explicit News(std::span<const ToldHome> told) : told_(told) {}

  std::vector<Stay> stays() {
    for (std::size_t i = 0; i < told_.size();) {
      auto end = i;
      while (end < told_.size() && told_[end].told == told_[i].told) ++end;
      take_day(i, end);
      i = end;
    }
    for (auto& stay : stays_) describe(stay);
    return std::move(stays_);
  }

 private:
  // All that was told on one day: of several pieces of news, what most say, then the first place.
  void take_day(std::size_t begin, std::size_t end) {
    std::map<PlaceNumber, int> news;
    for (auto i = begin; i < end; ++i) {
      if (is_news(i)) ++news[told_[i].place];
    }
    for (auto i = begin; i < end; ++i) {
      last_of_[told_[i].record] = told_[i].place;
      places_.insert(told_[i].place);
    }
    if (news.empty()) return;
    const auto most = std::ranges::max_element(
        news, [](const auto& a, const auto& b) { return a.second < b.second; });
    if (!stays_.empty()) {
      if (stays_.back().place == most->first) return;
      stays_.back().last = told_[begin].told - 1;
    }
    stays_.push_back({.place = most->first, .first = told_[begin].told});
  }

  bool is_news(std::size_t i) const {
    const auto& home = told_[i];
    if (stays_.empty()) return true;
    if (home.place == stays_.back().place) return false;
    const auto before = last_of_.find(home.record);
    if (before != last_of_.end()) return before->second != home.place;
    return !places_.contains(home.place) && !is_contradicted(i);
  }

  // An agency's first word on somebody gives way to others who go on telling the old home.
  bool is_contradicted(std::size_t i) const {
    std::map<std::uint32_t, PlaceNumber> next;
    for (auto j = i; j < told_.size(); ++j) next.try_emplace(told_[j].record, told_[j].place);
    std::ptrdiff_t with = 0, against = 0;
    for (const auto& [record, place] : next) {
      with += place == told_[i].place;
      against += place == stays_.back().place;
    }
    return against >= with;
  }

  // Who told of it, and when.
  void describe(Stay& stay) const {
    for (const auto& home : told_) {
      if (home.place != stay.place || home.told < stay.first || home.told > stay.last) continue;
      stay.told_first = std::min(stay.told_first, home.told);
      stay.told_last = std::max(stay.told_last, home.told);
      stay.is_protected |= home.is_protected;
      stay.sources.push_back(home.source);
      if (home.household != 0) stay.households.push_back(home.household);
    }
    const auto once = [](auto& list) {
      std::ranges::sort(list);
      list.erase(std::ranges::unique(list).begin(), list.end());
    };
    once(stay.sources);
    once(stay.households);
  }

  std::span<const ToldHome> told_;
  std::vector<Stay> stays_;
  std::map<std::uint32_t, PlaceNumber> last_of_;  // what each agency's record last said
  std::set<PlaceNumber> places_;                  // that anybody has told of
};

}  // namespace

std::vector<Stay> stays_by_news(std::span<const ToldHome> told) { return News(told).stays(); }

}  // namespace hearth::families
