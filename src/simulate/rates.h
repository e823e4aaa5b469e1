// How often things happen in a synthetic council: the one place with numbers about people.
//
// Each rate has four steps, by how much weighs on a family: none, some, much, very much. The steps
// are set so that the council as a whole comes near the published figures that
// docs/synthetic-council.md names; that much goes together in one family is what the steps are for.
#pragma once

#include <array>

namespace hearth {

using Rates = std::array<int, 4>;  // by strain

// Of every hundred families.
inline constexpr Rates kStrainShare = {66, 21, 9, 4};
inline constexpr Rates kLoneParentPercent = {16, 34, 46, 58};
inline constexpr Rates kRespondsPercent = {90, 70, 55, 40};

// Per thousand families and month.
inline constexpr Rates kMove = {5, 9, 14, 22};
inline constexpr Rates kSplit = {1, 3, 7, 10};
inline constexpr Rates kNewPartner = {2, 4, 6, 8};  // of lone parents
inline constexpr Rates kBirth = {4, 5, 6, 6};
inline constexpr Rates kHomeless = {0, 2, 6, 12};
inline constexpr Rates kEvictionThreat = {0, 2, 7, 12};
inline constexpr Rates kDomesticIncident = {1, 8, 30, 70};
inline constexpr Rates kFoodbank = {0, 8, 25, 45};

// Per thousand people the age for it and month.
inline constexpr Rates kSuspension = {1, 8, 34, 75};  // and term, of secondary age
inline constexpr Rates kOffence = {1, 3, 12, 30};
inline constexpr Rates kAsb = {0, 2, 10, 25};
inline constexpr Rates kMissing = {0, 1, 8, 25};
inline constexpr Rates kExploitation = {0, 1, 6, 16};
inline constexpr Rates kReferral = {1, 6, 18, 40};
inline constexpr Rates kEarlyHelp = {0, 5, 14, 20};
inline constexpr Rates kHospitalVisit = {8, 12, 16, 24};
inline constexpr Rates kYoungCarer = {0, 1, 2, 4};

// Of every hundred people the age for it.
inline constexpr Rates kSendSupport = {10, 18, 28, 34};
inline constexpr Rates kEhcPlan = {3, 5, 9, 13};
inline constexpr Rates kFreeMeals = {9, 45, 70, 85};
inline constexpr Rates kHomeEducated = {1, 1, 3, 5};
inline constexpr Rates kVaccinated = {94, 88, 80, 72};
inline constexpr Rates kGoodLevel = {74, 60, 44, 32};
inline constexpr Rates kNeet = {5, 14, 30, 45};
inline constexpr Rates kOnBenefits = {18, 58, 82, 93};
inline constexpr Rates kRentArrears = {2, 14, 32, 50};

// Shares of possible sessions, per thousand, about which a child's own lie.
inline constexpr Rates kAuthorised = {44, 62, 84, 100};
inline constexpr Rates kUnauthorised = {12, 36, 95, 190};

constexpr int at(const Rates& rates, int strain) { return rates[static_cast<std::size_t>(strain)]; }

}  // namespace hearth
