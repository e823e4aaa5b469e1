#include "intake/sighting.h"

#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

// The identifier that a column of this name has to be; nullopt for names and places.
std::optional<IdentifierKind> kind_of(SeenAs seen) {
  switch (seen) {
    case SeenAs::Upn: return IdentifierKind::Upn;
    case SeenAs::NhsNumber: return IdentifierKind::NhsNumber;
    case SeenAs::Nino: return IdentifierKind::Nino;
    default: return std::nullopt;
  }
}

// Whether an address may be told is nothing to be unsure of: the row is set aside.
void check_flag(RowValues& values, const ValueRule& rule, std::string_view said) {
  if (said.empty() || said == "yes" || said == "no") return;
  values.fault(intake::kBadFlag, rule.front().column);
}

}  // namespace

std::string_view to_text(SeenAs seen) { return kSeenNames[static_cast<std::size_t>(seen)]; }

std::array<std::string_view, kSeenCount> what_is_seen(RowValues& values, const PersonRule& rule,
                                                      Date on) {
  std::array<std::string_view, kSeenCount> seen;
  for (std::size_t i = 0; i < kSeenCount; ++i) {
    if (rule.seen[i].empty()) continue;
    seen[i] = values.text(rule.seen[i], on);
    if (static_cast<SeenAs>(i) == SeenAs::Protected) check_flag(values, rule.seen[i], seen[i]);
    const auto kind = kind_of(static_cast<SeenAs>(i));
    if (!kind || seen[i].empty() || is_sound(*kind, seen[i])) continue;
    values.warn(intake::kUnsoundIdentifier, rule.seen[i].front().column, to_text(*kind));
    seen[i] = {};
  }
  return seen;
}

}  // namespace hearth
