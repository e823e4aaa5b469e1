// Whether an identifier could be somebody's, as far as its own form and check digit tell.
#pragma once

#include <optional>
#include <string_view>

namespace hearth {

enum class IdentifierKind { Upn, NhsNumber, Nino };

std::optional<IdentifierKind> identifier_kind(
    std::string_view name);                     // `upn`, `nhs_number`, `nino`
std::string_view to_text(IdentifierKind kind);  // `unique pupil number`

// Spaces inside do not matter. A temporary UPN, which ends in a letter, is sound.
bool is_sound(IdentifierKind kind, std::string_view text);

}  // namespace hearth
