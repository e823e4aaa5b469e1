#include "author/rule_points.h"

#include <fmt/format.h>

#include <algorithm>

#include "author/comparable_rule.h"
#include "author/comparison_words.h"
#include "language/describe_number.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

struct Side {
  const Plan& plan;

  const Condition& operator[](ConditionId id) const { return plan[id]; }
  std::string text(ConditionId id) const { return comparable(plan, id); }
  std::string words(ConditionId id) const { return condition_words(plan, id); }
};

using Ids = std::vector<ConditionId>;

class Comparing {
 public:
  Comparing(const Plan& older, const Plan& newer) : older_{older}, newer_{newer} {}

  std::vector<Point> points;

  void compare(ConditionId before, ConditionId after, const std::string& place) {
    if (older_.text(before) == newer_.text(after)) return;
    const auto& a = older_[before].node;
    const auto& b = newer_[after].node;
    if (a.index() != b.index()) return unlike(before, after, place);
    std::visit(
        [&](const auto& node) {
          using Node = std::decay_t<decltype(node)>;
          between(node, std::get<Node>(b), Pair{before, after}, place);
        },
        a);
  }

 private:
  struct Pair {
    ConditionId before, after;
  };

  void add(const std::string& place, std::string before, std::string after) {
    points.push_back({place, std::move(before), std::move(after)});
  }

  // Nothing smaller can be said: the words of both.
  void all_of(ConditionId before, ConditionId after, const std::string& place) {
    add(place, "`" + older_.words(before) + "`", "`" + newer_.words(after) + "`");
  }

  // `a` that became `a and b`, or the other way round, gained or lost a part.
  void unlike(ConditionId before, ConditionId after, const std::string& place) {
    if (has_part(older_, before, newer_.text(after))) {
      return joined(joined_parts(older_.plan, before), {after}, place, any_of(older_, before));
    }
    if (has_part(newer_, after, older_.text(before))) {
      return joined({before}, joined_parts(newer_.plan, after), place, any_of(newer_, after));
    }
    all_of(before, after, place);
  }

  static bool any_of(const Side& side, ConditionId id) {
    const auto* list = std::get_if<AtLeast>(&side[id].node);
    return list && list->needed == 1;
  }

  static bool has_part(const Side& side, ConditionId id, const std::string& text) {
    if (!any_of(side, id) && !std::holds_alternative<All>(side[id].node)) return false;
    return std::ranges::any_of(joined_parts(side.plan, id),
                               [&](ConditionId part) { return side.text(part) == text; });
  }

  static std::string inside(const std::string& place, const std::string& next) {
    return place.empty() ? next : place + ": " + next;
  }

  void between(const All&, const All&, Pair pair, const std::string& place) {
    joined(joined_parts(older_.plan, pair.before), joined_parts(newer_.plan, pair.after), place,
           false);
  }
  void between(const AtLeast& a, const AtLeast& b, Pair pair, const std::string& place) {
    if (a.needed == 1 && b.needed == 1) {
      return joined(joined_parts(older_.plan, pair.before), joined_parts(newer_.plan, pair.after),
                    place, true);
    }
    if (a.needed == 1 || b.needed == 1) return all_of(pair.before, pair.after, place);
    if (a.needed != b.needed) {
      add(place, fmt::format("at least {} of", a.needed), fmt::format("at least {} of", b.needed));
    }
    joined(a.parts, b.parts, place, true);
  }
  void between(const Not& a, const Not& b, Pair, const std::string& place) {
    compare(a.part, b.part, inside(place, "not"));
  }
  void between(const IfThenElse& a, const IfThenElse& b, Pair, const std::string& place) {
    compare(a.condition, b.condition, inside(place, "if"));
    compare(a.then_part, b.then_part, inside(place, "then"));
    compare(a.else_part, b.else_part, inside(place, "else"));
  }
  void between(const People& a, const People& b, Pair, const std::string& place) {
    who(a.who, b.who, place);
    compare(a.body, b.body, inside(place, who_words(newer_.plan, b.who)));
  }
  void between(const FamilySum& a, const FamilySum& b, Pair, const std::string& place) {
    compare(a.body, b.body, inside(place, "family"));
  }
  void between(const On&, const On&, Pair pair, const std::string& place) {
    all_of(pair.before, pair.after, place);
  }
  void between(const HasRole&, const HasRole&, Pair pair, const std::string& place) {
    all_of(pair.before, pair.after, place);
  }
  void between(const Improves&, const Improves&, Pair pair, const std::string& place) {
    all_of(pair.before, pair.after, place);
  }
  void between(const Lasting& a, const Lasting& b, Pair pair, const std::string& place) {
    if (a.since != b.since) return all_of(pair.before, pair.after, place);
    if (comparable(a.period) != comparable(b.period)) {
      add(inside(place, newer_.words(b.part)), "for " + to_text(a.period),
          "for " + to_text(b.period));
    }
    compare(a.part, b.part, place);
  }
  void between(const LastingWeeks& a, const LastingWeeks& b, Pair, const std::string& place) {
    if (a.weeks != b.weeks || a.of_weeks != b.of_weeks) {
      add(inside(place, newer_.words(b.part)),
          fmt::format("for {} of last {} weeks", a.weeks, a.of_weeks),
          fmt::format("for {} of last {} weeks", b.weeks, b.of_weeks));
    }
    compare(a.part, b.part, place);
  }
  void between(const Compare& a, const Compare& b, Pair pair, const std::string& place) {
    auto before = presence_words(older_.plan, pair.before);
    auto after = presence_words(newer_.plan, pair.after);
    if (!before || !after || before->what != after->what) {
      before = number_comparison_words(older_.plan, a);
      after = number_comparison_words(newer_.plan, b);
    }
    if (before->what != after->what) return all_of(pair.before, pair.after, place);
    if (before->window == after->window) {
      const auto window = before->window.empty() ? "" : " " + before->window;
      return add(inside(place, before->what + window), before->test, after->test);
    }
    if (before->test == after->test) {
      const auto test = before->test.empty() ? "" : " " + before->test;
      return add(inside(place, before->what + test), before->window, after->window);
    }
    add(inside(place, before->what), before->window + " " + before->test,
        after->window + " " + after->test);
  }
  void between(const Change& a, const Change& b, Pair pair, const std::string& place) {
    const auto before = number_words(older_.plan, a.later);
    if (before != number_words(newer_.plan, b.later)) {
      return all_of(pair.before, pair.after, place);
    }
    add(inside(place, before), older_.words(pair.before).substr(before.size() + 1),
        newer_.words(pair.after).substr(before.size() + 1));
  }

  void who(const Who& a, const Who& b, const std::string& place) {
    if (comparable(a, older_.plan) == comparable(b, newer_.plan)) return;
    auto bare_a = a, bare_b = b;
    bare_a.condition = bare_b.condition = std::nullopt;
    const auto words_a = who_words(older_.plan, bare_a), words_b = who_words(newer_.plan, bare_b);
    if (words_a == words_b && a.condition && b.condition) {
      return compare(*a.condition, *b.condition, inside(place, words_a + " who"));
    }
    add(place, "`" + who_words(older_.plan, a) + "`", "`" + who_words(newer_.plan, b) + "`");
  }

  // Parts that both have are passed over; those left are compared with the one most like them.
  void joined(const Ids& before, const Ids& after, const std::string& place, bool alternatives) {
    auto gone = left_over(older_, before, newer_, after);
    auto come = left_over(newer_, after, older_, before);
    for (auto at = gone.begin(); at != gone.end();) {
      const auto twin = most_like(*at, come, gone.size() == 1 && come.size() == 1);
      if (twin == come.end()) {
        ++at;
        continue;
      }
      compare(*at, *twin, place);
      at = gone.erase(at);
      come.erase(twin);
    }
    for (const auto id : gone) points.push_back({place, older_.words(id), {}, alternatives});
    for (const auto id : come) points.push_back({place, {}, newer_.words(id), alternatives});
  }

  // What `list` has and `other` has not.
  static Ids left_over(const Side& side, const Ids& list, const Side& other_side,
                       const Ids& other) {
    std::vector<std::string> texts;
    for (const auto id : other) texts.push_back(other_side.text(id));
    Ids left;
    for (const auto id : list) {
      const auto found = std::ranges::find(texts, side.text(id));
      if (found == texts.end())
        left.push_back(id);
      else
        texts.erase(found);
    }
    return left;
  }

  Ids::iterator most_like(ConditionId before, Ids& after, bool only_pair) {
    auto best = after.end();
    int most = only_pair ? -1 : 0;
    for (auto at = after.begin(); at != after.end(); ++at) {
      const int like = likeness(before, *at);
      if (like <= most) continue;
      most = like;
      best = at;
    }
    return best;
  }

  // 0: not worth comparing.
  int likeness(ConditionId before, ConditionId after) const {
    const auto& a = older_[before].node;
    const auto& b = newer_[after].node;
    if (a.index() != b.index()) return 0;
    if (const auto* compare = std::get_if<Compare>(&a)) {
      const auto x = number_comparison_words(older_.plan, *compare);
      const auto y = number_comparison_words(newer_.plan, std::get<Compare>(b));
      if (x.what != y.what) return 0;
      return 1 + (x.window == y.window) + (x.test == y.test);
    }
    if (const auto* people = std::get_if<People>(&a)) {
      const auto& other = std::get<People>(b);
      const bool same_who =
          comparable(people->who, older_.plan) == comparable(other.who, newer_.plan);
      const bool same_body = older_.text(people->body) == newer_.text(other.body);
      return same_who || same_body ? 2 : 0;
    }
    const bool connective = std::holds_alternative<All>(a) || std::holds_alternative<AtLeast>(a);
    return connective ? shared(before, after) : 1;
  }

  // How many parts two lists have in common.
  int shared(ConditionId before, ConditionId after) const {
    const auto a = joined_parts(older_.plan, before), b = joined_parts(newer_.plan, after);
    const auto left = left_over(older_, a, newer_, b).size();
    return static_cast<int>(a.size() - left);
  }

  Side older_, newer_;
};

}  // namespace

std::vector<Point> rule_points(const Plan& older, ConditionId before, const Plan& newer,
                               ConditionId after) {
  Comparing comparing(older, newer);
  comparing.compare(before, after, {});
  return std::move(comparing.points);
}

}  // namespace hearth
