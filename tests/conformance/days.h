// The points of the test tables as days: dates that may not say their month or day, periods added
// to them, and the whole periods between them.
//
// Arithmetic is that of base/date.h and base/period.h, applied to the first and the last day that a
// date may be.
#pragma once

#include <optional>
#include <string_view>

#include "base/period.h"
#include "timeline/bounds.h"

namespace hearth::conformance {

std::optional<int> whole_number(std::string_view word);
std::optional<Unit> unit_of(std::string_view word);  // `day` or `days`, and so on

// Every day of a date that says its year, or year and month, or all three; a month and a day of 0
// are not said. nullopt if there is no such day.
std::optional<Bounds> days_of(YearMonthDay date);

// `@2012`, `@2012-02` or `@2012-02-29`, and each with the `T` of a time that is not said.
std::optional<Bounds> days_of(std::string_view word);

// nullopt where the point is not a date that is known at all.
std::optional<Bounds> plus(Bounds point, Period period);
std::optional<Bounds> minus(Bounds point, Period period);

// The most whole units that fit between, as far as both days are known; nullopt if the second may
// be before the first: hearth counts no time backwards.
std::optional<Bounds> units_between(Unit unit, Bounds from, Bounds to);

}  // namespace hearth::conformance
