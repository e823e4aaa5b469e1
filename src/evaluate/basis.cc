#include "evaluate/basis.h"

#include <algorithm>

#include "evaluate/brief.h"
#include "evaluate/condition_brief.h"

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

bool anchored(const Window& window) {
  return window.kind == WindowKind::Before || window.kind == WindowKind::After ||
         window.kind == WindowKind::Since;
}

std::vector<NumberBrief> number_briefs(const Basis& basis, Carry carry) {
  std::vector<NumberBrief> briefs;
  for (const auto& number : basis.plan.numbers) {
    auto& brief = briefs.emplace_back();
    const auto* window = window_of(number);
    if (!window || anchored(*window)) continue;
    brief.window = WindowDays::of(*window, std::nullopt, basis.terms);
    if (const auto* records = records_of(number)) {
      brief.frame = frame_of(basis, *records, *brief.window, carry);
    }
  }
  return briefs;
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

Basis::Basis(const Plan& p, const Facts& f)
    : plan(p), facts(f), terms(f.terms.empty() ? p.terms : f.terms) {
  for (const auto carry : {Carry::Counted, Carry::Ignored}) {
    covered[static_cast<std::size_t>(carry)] = all_covered(facts, carry);
    numbers[static_cast<std::size_t>(carry)] = number_briefs(*this, carry);
    conditions[static_cast<std::size_t>(carry)] = condition_briefs(*this, carry);
  }
  carries = covered[0] != covered[1];
  for (const auto& parameter : plan.parameters) parameters.push_back(parameter_line(parameter));
  for (const auto& criterion : plan.criteria) criteria.push_back(brief_of(*this, criterion));
}

Steps<Frame> frame_of(const Basis& basis, const Selector& records, const WindowDays& window,
                      Carry carry) {
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
