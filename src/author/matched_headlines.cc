#include "author/matched_headlines.h"

#include <algorithm>
#include <functional>

namespace hearth {
namespace {

using Matched = std::vector<std::optional<HeadlineId>>;
using Alike = std::function<bool(const Headline& a, const Headline& b)>;

void match(const Plan& older, const Plan& newer, Matched& matched, const Alike& alike) {
  for (std::size_t i = 0; i < newer.headlines.size(); ++i) {
    for (std::size_t j = 0; j < older.headlines.size() && !matched[i]; ++j) {
      const bool taken = std::ranges::find(matched, HeadlineId(j)) != matched.end();
      if (!taken && alike(older.headlines[j], newer.headlines[i])) matched[i] = HeadlineId(j);
    }
  }
}

}  // namespace

Matched matched_headlines(const Plan& older, const Plan& newer) {
  Matched matched(newer.headlines.size());
  const auto same_ref = [](const Headline& a, const Headline& b) { return a.ref == b.ref; };
  const auto same_title = [](const Headline& a, const Headline& b) { return a.title == b.title; };
  match(older, newer, matched,
        [&](const Headline& a, const Headline& b) { return same_ref(a, b) && same_title(a, b); });
  match(older, newer, matched, same_title);
  match(older, newer, matched, same_ref);
  return matched;
}

}  // namespace hearth
