// What a field of a sighting is, which decides how its values are cleaned and compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hearth::link {

enum class FieldKind : std::uint8_t {
  Forename,
  Surname,
  BirthDate,
  Sex,
  Uprn,
  Address,
  Postcode,
  Place,
  Word,
  Phone,
  Email,
  NhsNumber,
  Upn,
  Nino,
  Code,
  AgencyNumber,  // the agency, then its own number for the person
  Role,          // child or adult, as all are that an agency tells of
};
inline constexpr std::size_t kFieldKinds = 17;

std::string_view to_text(FieldKind kind);  // `birth_date`
std::optional<FieldKind> field_kind(std::string_view name);
std::vector<std::string_view> field_kinds();

// An authority gives it to one person only: to agree decides, to differ vetoes.
bool names_one_person(FieldKind kind);

// People of one household, or of one place, may have it in common.
bool is_shared_at_home(FieldKind kind);

// It tells where somebody lives.
bool tells_where(FieldKind kind);

// A rare value says more than a common one.
bool has_rare_values(FieldKind kind);

}  // namespace hearth::link
