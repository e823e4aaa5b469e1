#include "conformance/relations.h"

#include "conformance/intervals.h"

namespace hearth::conformance {
namespace {

using Line = const Timeline&;

// A connective has two forms, of values and of timelines. The table's answer must be that of both:
// where they differ we answer what no table expects.
template <typename F>
Truth on_a_day_and_over_time(F connective, Truth a, Truth b) {
  const Date day{1};
  Timeline first(Truth::No), second(Truth::Yes);  // neither is the same for ever
  first.then(day, a);
  second.then(day, b);
  const Truth answer = connective(a, b);
  return connective(first, second).at(day) == answer ? answer : Truth::NotApplicable;
}

constexpr auto kAnd = [](const auto& a, const auto& b) { return both(a, b); };
constexpr auto kOr = [](const auto& a, const auto& b) { return either(a, b); };
constexpr auto kImplies = [](const auto& a, const auto& b) { return either(opposite(a), b); };
constexpr auto kXor = [](const auto& a, const auto& b) {
  return either(both(a, opposite(b)), both(opposite(a), b));
};

template <const auto& connective>
Truth connected(Truth a, Truth b) {
  return on_a_day_and_over_time(connective, a, b);
}

template <Comparison comparison>
Truth compared(Bounds a, Bounds b) {
  return compare(a, comparison, b);
}

Truth differ(Line a, Line b) { return opposite(same(a, b)); }
Truth after(Line a, Line b) { return before(b, a); }
Truth on_or_after(Line a, Line b) { return on_or_before(b, a); }
Truth meets_after(Line a, Line b) { return meets_before(b, a); }
Truth meets(Line a, Line b) { return either(meets_before(a, b), meets_after(a, b)); }
Truth included_in(Line a, Line b) { return includes(b, a); }
Truth properly_includes(Line a, Line b) { return both(includes(a, b), differ(a, b)); }
Truth properly_included_in(Line a, Line b) { return properly_includes(b, a); }
Truth in(Bounds point, Line line) { return contains(line, point); }
Timeline union_of(Line a, Line b) { return either(a, b); }
Timeline intersection(Line a, Line b) { return both(a, b); }
Timeline except(Line a, Line b) { return both(a, opposite(b)); }

const Relation kRelations[] = {
    {"and", connected<kAnd>},
    {"or", connected<kOr>},
    {"xor", connected<kXor>},
    {"implies", connected<kImplies>},
    {"=", compared<Comparison::Equal>},
    {"=", same},
    {"!=", differ},
    {"~", same},  // differs from `=` only on nulls, which no case asks
    {"<", compared<Comparison::Less>},
    {"<=", compared<Comparison::LessOrEqual>},
    {">", compared<Comparison::Greater>},
    {">=", compared<Comparison::GreaterOrEqual>},
    {"same day as", compared<Comparison::Equal>},
    {"same day or before", compared<Comparison::LessOrEqual>},
    {"same day or after", compared<Comparison::GreaterOrEqual>},
    {"before day of", before},
    {"before", before},
    {"after day of", after},
    {"after", after},
    {"on or before", on_or_before},
    {"on or after", on_or_after},
    {"meets before", meets_before},
    {"meets after", meets_after},
    {"meets", meets},
    {"overlaps before", overlaps_before},
    {"overlaps after", overlaps_after},
    {"overlaps", overlaps},
    {"starts", starts},
    {"ends", ends},
    {"includes", includes},
    {"included in", included_in},
    {"properly includes", properly_includes},
    {"properly included in", properly_included_in},
    {"contains", contains},
    {"in", in},
    {"union", union_of},
    {"intersect", intersection},
    {"except", except},
};

template <typename Answer, typename A, typename B>
std::optional<Value> call(Answer (*answer)(A, B), const Value& a, const Value& b) {
  const auto left = as<std::remove_cvref_t<A>>(a);
  const auto right = as<std::remove_cvref_t<B>>(b);
  if (!left || !right) return std::nullopt;
  return answer(*left, *right);
}

}  // namespace

std::span<const Relation> relations() { return kRelations; }

std::optional<Value> relate(const Value& a, const Relation& relation, const Value& b) {
  return std::visit([&](auto answer) { return call(answer, a, b); }, relation.answer);
}

}  // namespace hearth::conformance
