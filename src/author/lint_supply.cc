// What criteria lean on and no feed brings: a source by its name, a record type by what is read.
#include <algorithm>
#include <vector>

#include "author/author_words.h"
#include "author/lint_diagnostics.h"
#include "author/lint_passes.h"
#include "base/text.h"
#include "language/condition_parts.h"
#include "language/records_read.h"

namespace hearth::lint {
namespace {

struct Wanted {
  std::string name;
  Span place;                     // where it is asked for first
  std::vector<std::string> refs;  // of those who ask
};

Wanted& wanted(std::vector<Wanted>& all, const std::string& name, Span place) {
  const auto known = std::ranges::find(all, name, &Wanted::name);
  if (known != all.end()) return *known;
  return all.emplace_back(name, place, std::vector<std::string>{});
}

void asked_by(Wanted& wanted, const Criterion& criterion) {
  if (std::ranges::count(wanted.refs, criterion.ref) == 0) wanted.refs.push_back(criterion.ref);
}

std::vector<ConditionId> rules_of(const Criterion& criterion) {
  std::vector<ConditionId> rules = criterion.supporting;
  if (criterion.sooner) rules.push_back(*criterion.sooner);
  if (criterion.alone) rules.push_back(*criterion.alone);
  if (criterion.outcome) rules.insert(rules.begin(), *criterion.outcome);
  if (criterion.need) rules.insert(rules.begin(), *criterion.need);
  return rules;
}

// The words of the smallest condition that reads the type.
std::optional<Span> place_of(const Plan& plan, ConditionId id, RecordTypeId type) {
  bool read = false;
  each_record_type(plan, id, [&](RecordTypeId seen) { read = read || seen == type; });
  if (!read) return std::nullopt;
  for (const auto part : parts_of(plan[id])) {
    if (const auto place = place_of(plan, part, type)) return place;
  }
  return place_of_word(plan, plan[id].span, plan.catalogue[type].name);
}

bool says(const RecordType& type, const Pick& pick, const std::string& who) {
  const auto by = type.field("by");
  if (!type.always_covered || !by || type[*by].kind != FieldKind::Code) return false;
  const auto code = type[*by].code(who);
  if (!code) return false;
  return std::ranges::all_of(pick.where, [&](const Where& where) {
    const bool names = where.test == FieldTest::Equal || where.test == FieldTest::In;
    return where.field != *by || !names ||
           std::ranges::count(where.values, static_cast<double>(*code)) > 0;
  });
}

// A source may be somebody whose word the criterion takes: such records are our own.
bool own_word(const Plan& plan, const Criterion& criterion, const std::string& source) {
  bool own = false;
  for (const auto rule : rules_of(criterion)) {
    each_selector(plan, rule, [&](const Selector& records) {
      for (const auto& pick : records.picks) {
        own = own || says(plan.catalogue[pick.type], pick, source);
      }
    });
  }
  return own;
}

std::string names_of(const std::set<std::string>& names) {
  return join(std::vector(names.begin(), names.end()), ", ");
}

void find_sources(Linting& linting, const Supply& supply) {
  std::vector<Wanted> missing;
  for (const auto& criterion : linting.plan.criteria) {
    for (std::size_t i = 0; i < criterion.sources.size(); ++i) {
      const auto& source = criterion.sources[i];
      if (supply.sources.contains(source) || own_word(linting.plan, criterion, source)) continue;
      asked_by(wanted(missing, source, linting.written.source(criterion, i)), criterion);
    }
  }
  const std::vector known(supply.sources.begin(), supply.sources.end());
  for (const auto& source : missing) {
    auto& found = linting.found.add(kUnsuppliedSource, linting.place(source.place), source.name,
                                    some_of(source.refs));
    const auto near = nearest(source.name, known);
    found.hint = near.empty() ? "declare a feed with this `source`; there are " +
                                    (known.empty() ? "none" : names_of(supply.sources))
                              : "did you mean `" + near + "`?";
  }
}

void find_records(Linting& linting, const Supply& supply) {
  const auto& plan = linting.plan;
  std::vector<Wanted> missing;
  for (const auto& criterion : plan.criteria) {
    for (const auto rule : rules_of(criterion)) {
      each_record_type(plan, rule, [&](RecordTypeId id) {
        const auto& type = plan.catalogue[id];
        if (type.always_covered || supply.record_types.contains(type.name)) return;
        const auto place = place_of(plan, rule, id);
        asked_by(wanted(missing, type.name, place.value_or(criterion.span)), criterion);
      });
    }
  }
  for (const auto& type : missing) {
    auto& found = linting.found.add(kUnsuppliedRecords, linting.place(type.place), type.name,
                                    some_of(type.refs));
    found.hint = "declare a feed with `[records." + type.name +
                 "]`, or bring them into the facts folder in another way";
  }
}

}  // namespace

void find_unsupplied(Linting& linting, const Supply& supply) {
  find_sources(linting, supply);
  find_records(linting, supply);
}

}  // namespace hearth::lint
