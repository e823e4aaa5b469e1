// The headings of a review's sheet of pairs, which writing and reading share.
#pragma once

#include <array>
#include <string_view>

namespace hearth::identity {

inline constexpr const char* kPairsSheet = "pairs";
inline constexpr const char* kGuideSheet = "how to decide";

inline constexpr std::string_view kDecision = "decision";
inline constexpr std::string_view kReason = "reason";
inline constexpr std::string_view kDecidedBy = "decided by";
inline constexpr std::string_view kProbability = "probability";
inline constexpr std::string_view kPersonA = "person A";
inline constexpr std::string_view kPersonB = "person B";
inline constexpr std::string_view kSightingA = "sighting A";
inline constexpr std::string_view kSightingB = "sighting B";

inline constexpr std::array<std::string_view, 3> kDecisions = {"same", "different", "leave"};

}  // namespace hearth::identity
