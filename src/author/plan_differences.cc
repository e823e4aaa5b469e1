#include "author/plan_differences.h"

#include <algorithm>
#include <map>

#include "author/comparable_rule.h"
#include "author/compared_plan.h"
#include "author/criterion_differences.h"
#include "author/matched_headlines.h"
#include "author/stands_on.h"

namespace hearth {
namespace {

class Differing {
 public:
  Differing(const LoadedPlan& older, const LoadedPlan& newer) : older_(older), newer_(newer) {}

  PlanDifferences make() {
    compare_head();
    compare_calendar();
    compare_parameters();
    compare_used();
    const auto definitions_stand_here = found_.list.size();
    compare_headlines();
    compare_criteria();
    compare_definitions(definitions_stand_here);
    return std::move(found_);
  }

 private:
  void compare_head() {
    auto clauses = clauses_between(older_.head(), newer_.head());
    if (comparable(older_.plan.sustain) == comparable(newer_.plan.sustain)) {
      std::erase_if(clauses, [](const auto& clause) { return clause.clause == "sustain"; });
    }
    if (clauses.empty()) return;
    found_.list.push_back({.part = PlanPart::Plan,
                           .name = newer_.plan.name,
                           .name_before = older_.plan.name,
                           .title = newer_.plan.title,
                           .clauses = std::move(clauses)});
  }

  void add_changed(const UsedName& name, std::vector<ClauseDifference> clauses) {
    if (clauses.empty()) return;
    found_.list.push_back({.part = name.first,
                           .name = name.second,
                           .name_before = name.second,
                           .title = {},
                           .clauses = std::move(clauses),
                           .used_by = newer_.users_of(name)});
  }

  void compare_calendar() {
    add_changed({PlanPart::Calendar, {}}, clauses_between(declared_calendar(older_.plan).said,
                                                          declared_calendar(newer_.plan).said));
  }

  void compare_parameters() {
    const auto& before = older_.plan.parameters;
    const auto& after = newer_.plan.parameters;
    for (const auto& parameter : after) {
      const auto was = std::ranges::find(before, parameter.name, &Parameter::name);
      const auto now = declared(newer_.plan, parameter);
      if (was == before.end())
        add_declared(How::Added, now, newer_, clauses_between({}, now.said));
      else
        add_changed({now.part, now.name},
                    clauses_between(declared(older_.plan, *was).said, now.said));
    }
    for (const auto& parameter : before) {
      if (std::ranges::count(after, parameter.name, &Parameter::name) > 0) continue;
      const auto was = declared(older_.plan, parameter);
      add_declared(How::Dropped, was, older_, clauses_between(was.said, {}));
    }
  }

  void add_declared(How how, const Declared& declared, const ComparedPlan& side,
                    std::vector<ClauseDifference> clauses) {
    found_.list.push_back({.part = declared.part,
                           .how = how,
                           .name = declared.name,
                           .name_before = declared.name,
                           .title = {},
                           .clauses = std::move(clauses),
                           .used_by = side.users_of({declared.part, declared.name})});
  }

  // What only one plan uses shows in the rules that use it.
  void compare_used() {
    for (const auto& [name, now] : newer_.used) {
      const auto was = older_.used.find(name);
      const bool done = name.first == PlanPart::Parameter || name.first == PlanPart::Calendar;
      if (done || was == older_.used.end()) continue;
      add_changed(name, clauses_between(was->second.declared.said, now.declared.said));
    }
  }

  void compare_headlines() {
    headlines_ = matched_headlines(older_.plan, newer_.plan);
    for (std::size_t i = 0; i < headlines_.size(); ++i) {
      const auto& now = newer_.plan.headlines[i];
      if (!headlines_[i]) {
        add_headline(How::Added, now, now);
        continue;
      }
      const auto& was = older_.plan.headlines[headlines_[i]->index];
      auto clauses = clauses_between({{"title", was.title}}, {{"title", now.title}});
      for (auto& flag : items_between("flag", was.flags, now.flags)) clauses.push_back(flag);
      if (clauses.empty() && was.ref == now.ref) continue;
      add_headline(clauses.empty() ? How::Renumbered : How::Changed, was, now);
      found_.list.back().clauses = std::move(clauses);
    }
    for (std::size_t i = 0; i < older_.plan.headlines.size(); ++i) {
      const auto& was = older_.plan.headlines[i];
      const bool kept = std::ranges::find(headlines_, HeadlineId(i)) != headlines_.end();
      if (!kept) add_headline(How::Dropped, was, was);
    }
  }

  void add_headline(How how, const Headline& was, const Headline& now) {
    found_.list.push_back({.part = PlanPart::Headline,
                           .how = how,
                           .name = now.ref,
                           .name_before = was.ref,
                           .title = now.title,
                           .clauses = {}});
  }

  void compare_criteria() {
    for (const auto& [before, after] : matched_criteria(older_.plan, newer_.plan)) {
      if (before && after)
        compare_criterion(older_.plan[*before], newer_.plan[*after]);
      else if (after)
        add_criterion(How::Added, newer_.plan[*after], newer_.plan[*after]);
      else
        add_criterion(How::Dropped, older_.plan[*before], older_.plan[*before]);
    }
  }

  void compare_criterion(const Criterion& was, const Criterion& now) {
    auto clauses = criterion_differences({older_.plan, was}, {newer_.plan, now});
    if (headlines_[now.headline.index] != was.headline) {
      clauses.push_back({"headline",
                         older_.plan.headlines[was.headline.index].title,
                         newer_.plan.headlines[now.headline.index].title,
                         {},
                         {}});
    }
    if (clauses.empty() && was.ref == now.ref) {
      ++found_.criteria_same;
      return;
    }
    add_criterion(clauses.empty() ? How::Renumbered : How::Changed, was, now);
    found_.list.back().clauses = std::move(clauses);
  }

  void add_criterion(How how, const Criterion& was, const Criterion& now) {
    found_.list.push_back({.part = PlanPart::Criterion,
                           .how = how,
                           .name = now.ref,
                           .name_before = was.ref,
                           .title = now.title,
                           .clauses = {}});
  }

  // A definition matters through the rules that use it: only those of criteria that changed are
  // said, and each rule that changed says so.
  void compare_definitions(std::size_t stand_here) {
    std::map<std::string, std::vector<std::string>> users;  // refs, by name
    for (auto& difference : found_.list) {
      if (difference.part != PlanPart::Criterion) continue;
      for (auto& clause : difference.clauses) add_definitions(difference, clause, users);
    }
    std::vector<Difference> definitions;
    for (const auto& [name, refs] : users) {
      definitions.push_back({.part = PlanPart::Definition,
                             .name = name,
                             .name_before = name,
                             .title = {},
                             .clauses = {{"means",
                                          older_.written.definitions().at(name).words,
                                          newer_.written.definitions().at(name).words,
                                          {},
                                          {}}},
                             .used_by = refs});
    }
    found_.list.insert(found_.list.begin() + static_cast<std::ptrdiff_t>(stand_here),
                       definitions.begin(), definitions.end());
  }

  bool definition_changed(const std::string& name) const {
    const auto& before = older_.written.definitions();
    const auto& after = newer_.written.definitions();
    const auto was = before.find(name), now = after.find(name);
    return was != before.end() && now != after.end() && was->second.text != now->second.text;
  }

  void add_definitions(const Difference& criterion, ClauseDifference& clause,
                       std::map<std::string, std::vector<std::string>>& users) const {
    const auto used_before = older_.written.used_by({criterion.name_before, clause.clause});
    for (const auto& name : newer_.written.used_by({criterion.name, clause.clause})) {
      if (!used_before.contains(name) || !definition_changed(name)) continue;
      clause.through.push_back("definition " + name);
      auto& refs = users[name];
      if (!std::ranges::count(refs, criterion.name)) refs.push_back(criterion.name);
    }
  }

  ComparedPlan older_, newer_;
  std::vector<std::optional<HeadlineId>> headlines_;  // by the newer plan's, the older plan's
  PlanDifferences found_;
};

}  // namespace

PlanDifferences plan_differences(const LoadedPlan& older, const LoadedPlan& newer) {
  return Differing(older, newer).make();
}

std::size_t criteria_that(const PlanDifferences& differences, How how) {
  return static_cast<std::size_t>(std::ranges::count_if(differences.list, [&](const auto& one) {
    return one.part == PlanPart::Criterion && one.how == how;
  }));
}

}  // namespace hearth
