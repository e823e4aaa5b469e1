#include "evaluate/basis.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <string>

#include "evaluate/brief.h"
#include "evaluate/condition_brief.h"
#include "language/describe_number.h"

namespace hearth {
namespace {

std::vector<Stretch> carried(const std::vector<Stretch>& covered, int days) {
  std::vector<Stretch> result;
  for (auto stretch : covered) {
    stretch.last = stretch.last + days;
    if (!result.empty() && stretch.first <= result.back().last + 1) {
      result.back().last = std::max(result.back().last, stretch.last);
    } else {
      result.push_back(stretch);
    }
  }
  return result;
}

std::vector<std::vector<Stretch>> all_covered(const Facts& facts, Carry carry) {
  std::vector<std::vector<Stretch>> covered;
  for (std::size_t type = 0; type < facts.catalogue.record_types.size(); ++type) {
    const auto& declared = facts.catalogue.record_types[type];
    if (declared.always_covered) {
      covered.push_back({{kBeginning, kForever}});
    } else {
      const int days = carry == Carry::Counted ? declared.carry_days : 0;
      covered.push_back(carried(facts.coverage[type], days));
    }
  }
  return covered;
}

NumberLine parameter_line(const Parameter& parameter) {
  NumberLine line(Bounds::unknown());
  for (const auto& [from, value] : parameter.values) line.then(from, Bounds::exactly(value));
  return line;
}

Selector read_by(const Number& number, const Catalogue& catalogue) {
  if (const auto* records = records_of(number)) return *records;
  const auto* measure = std::get_if<MeasureIn>(&number.node);
  if (!measure) return {};
  return {{Pick{catalogue[measure->measure].type, {}}}, false};
}

// The place of `thing` among those that say the same; a new one if none does.
std::size_t place_of(std::map<std::string, std::size_t>& said, const std::string& words) {
  return said.emplace(words, said.size()).first->second;
}

// Where a Memo keeps each number, and its records.
void place_numbers(const Plan& plan, std::vector<NumberBrief>& briefs) {
  std::map<std::string, std::size_t> numbers, records;
  for (std::size_t i = 0; i < briefs.size(); ++i) {
    const auto& number = plan.numbers[i];
    const auto* read = records_of(number);
    const auto* measure = std::get_if<MeasureIn>(&number.node);
    if (read && !read->about_this_need) {
      briefs[i].records_kept_as = place_of(records, selector_words(plan.catalogue, *read));
    } else if (measure) {
      const auto type = plan.catalogue[measure->measure].type;
      briefs[i].records_kept_as = place_of(records, plan.catalogue[type].name);
    }
    const auto* window = window_of(number);
    const bool of_a_change = window && window->anchor == Anchor::That;
    if (window && !of_a_change && is_standing(plan, NumberId(i))) {
      briefs[i].kept_as = place_of(numbers, number_words(plan, NumberId(i)));
    }
  }
}

std::vector<NumberBrief> number_briefs(const Basis& basis, Carry carry) {
  std::vector<NumberBrief> briefs;
  for (const auto& number : basis.plan.numbers) {
    auto& brief = briefs.emplace_back();
    brief.reads = read_by(number, basis.plan.catalogue);
    const auto* window = window_of(number);
    if (!window || window->anchored()) continue;
    brief.window = WindowDays::of(*window, std::nullopt, basis.terms);
    if (const auto* records = records_of(number)) {
      brief.frame = frame_of(basis, *records, *brief.window, carry);
    }
  }
  place_numbers(basis.plan, briefs);
  return briefs;
}

bool add_up_alike(const Measure& a, const Measure& b) {
  return a.type == b.type && a.bottom == b.bottom &&
         std::ranges::equal(a.top, b.top, [](const auto& x, const auto& y) {
           return x.field == y.field && x.sign == y.sign;
         });
}

std::vector<MeasureId> first_alike(const std::vector<Measure>& measures) {
  std::vector<MeasureId> first;
  for (const auto& measure : measures) {
    const auto found = std::ranges::find_if(
        measures, [&](const Measure& other) { return add_up_alike(measure, other); });
    first.emplace_back(found - measures.begin());
  }
  return first;
}

// Kind and ages in one number; no age a plan asks for is a byte long.
std::uint32_t code_of(const Who& who) {
  const auto byte = [](std::optional<int> age) {
    return static_cast<std::uint32_t>(age ? std::clamp(*age, 0, 254) + 1 : 0);
  };
  return static_cast<std::uint32_t>(who.kind) | byte(who.age_from) << 8 | byte(who.age_to) << 16;
}

std::vector<std::uint32_t> whos_of(const Plan& plan) {
  std::vector<std::uint32_t> whos;
  for (const auto& condition : plan.conditions) {
    const auto* people = std::get_if<People>(&condition.node);
    if (people && std::ranges::find(whos, code_of(people->who)) == whos.end()) {
      whos.push_back(code_of(people->who));
    }
  }
  return whos;
}

// How many places the briefs use of what `place` reads of them.
template <typename Brief>
std::size_t places(const std::vector<Brief>& briefs, std::optional<std::size_t> Brief::* place) {
  std::size_t count = 0;
  for (const auto& brief : briefs) {
    if (brief.*place) count = std::max(count, *(brief.*place) + 1);
  }
  return count;
}

}  // namespace

void TypeSet::add(const TypeSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
}

bool TypeSet::meets(const TypeSet& other) const {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if ((words_[i] & other.words_[i]) != 0) return true;
  }
  return false;
}

Basis::Basis(const Plan& p, const Facts& f, std::vector<FamilyId> without_start)
    : plan(p),
      facts(f),
      terms(f.terms.empty() ? p.terms : f.terms),
      not_started(std::move(without_start)) {
  std::ranges::sort(not_started);
  for (const auto carry : {Carry::Counted, Carry::Ignored}) {
    covered[static_cast<std::size_t>(carry)] = all_covered(facts, carry);
    numbers[static_cast<std::size_t>(carry)] = number_briefs(*this, carry);
    conditions[static_cast<std::size_t>(carry)] = condition_briefs(*this, carry);
  }
  adds_up = first_alike(plan.catalogue.measures);
  whos = whos_of(plan);
  kept = {.conditions = places(conditions[0], &ConditionBrief::kept_as),
          .numbers = places(numbers[0], &NumberBrief::kept_as),
          .records = places(numbers[0], &NumberBrief::records_kept_as)};
  for (const auto& criterion : plan.criteria) {
    for (const auto& rule :
         {criterion.need, criterion.outcome, criterion.sooner, criterion.alone}) {
      if (rule) looks_back = furthest(looks_back, look_back_of(plan, *rule));
    }
  }
  carries = covered[0] != covered[1];
  for (const auto& parameter : plan.parameters) parameters.push_back(parameter_line(parameter));
  for (const auto& criterion : plan.criteria) criteria.push_back(brief_of(*this, criterion));
  for (std::size_t type = 0; type < facts.catalogue.record_types.size(); ++type) {
    const bool read = std::ranges::any_of(criteria, [&](const CriterionBrief& brief) {
      return brief.entry_types.holds(RecordTypeId(type));
    });
    if (read) entry_types.emplace_back(type);
  }
}

std::size_t Basis::who_index(const Who& who) const {
  const auto found = std::ranges::find(whos, code_of(who));
  assert(found != whos.end());
  return static_cast<std::size_t>(found - whos.begin());
}

Date Basis::looked_back_from(Date day) const {
  const Date from = day - looks_back.days;
  if (looks_back.terms == 0) return from;
  const auto ended = terms.last_ended(from, looks_back.terms);
  return ended.empty() ? kBeginning : std::min(from, ended.front().first);
}

Steps<Frame> frame_of(const Basis& basis, const Selector& records, const WindowDays& window,
                      Carry carry) {
  if (const auto from = window.fixed_from()) {
    Frame all = Frame::Whole;
    for (const auto& pick : records.picks) {
      all = std::min(all, window.fixed_frame(basis.covered_of(pick.type, carry)));
    }
    Steps<Frame> frame(Frame::Undefined);
    frame.then(*from, all);
    return frame;
  }
  std::optional<Steps<Frame>> all;
  for (const auto& pick : records.picks) {
    auto frame = window.frame(basis.covered_of(pick.type, carry));
    if (all) frame = combine(*all, frame, [](Frame a, Frame b) { return std::min(a, b); });
    all = std::move(frame);
  }
  return all ? *all : Steps<Frame>(Frame::Whole);
}

const Window* window_of(const Number& number) {
  return std::visit(
      [](const auto& node) -> const Window* {
        if constexpr (requires { node.window; })
          return &node.window;
        else
          return nullptr;
      },
      number.node);
}

const Selector* records_of(const Number& number) {
  return std::visit(
      [](const auto& node) -> const Selector* {
        if constexpr (requires { node.records; })
          return &node.records;
        else
          return nullptr;
      },
      number.node);
}

}  // namespace hearth
