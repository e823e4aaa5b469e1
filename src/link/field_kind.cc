#include "link/field_kind.h"

#include <algorithm>
#include <array>

namespace hearth::link {
namespace {

struct Row {
  FieldKind kind;
  std::string_view name;
  bool names_one_person, is_shared_at_home, has_rare_values;
};

constexpr std::array<Row, kFieldKinds> kRows = {{
    {FieldKind::Forename, "forename", false, false, true},
    {FieldKind::Surname, "surname", false, true, true},
    {FieldKind::BirthDate, "birth_date", false, false, true},
    {FieldKind::Sex, "sex", false, false, false},
    {FieldKind::Uprn, "uprn", false, true, true},
    {FieldKind::Address, "address", false, true, true},
    {FieldKind::Postcode, "postcode", false, true, true},
    {FieldKind::Place, "place", false, true, true},
    {FieldKind::Word, "word", false, true, true},
    {FieldKind::Phone, "phone", false, true, true},
    {FieldKind::Email, "email", false, false, true},
    {FieldKind::NhsNumber, "nhs_number", true, false, false},
    {FieldKind::Upn, "upn", true, false, false},
    {FieldKind::Nino, "nino", true, false, false},
    {FieldKind::Code, "code", false, false, true},
    {FieldKind::AgencyNumber, "agency_number", false, false, true},
    {FieldKind::Role, "role", false, false, false},
}};

const Row& row_of(FieldKind kind) { return kRows[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view to_text(FieldKind kind) { return row_of(kind).name; }

std::optional<FieldKind> field_kind(std::string_view name) {
  const auto found = std::ranges::find(kRows, name, &Row::name);
  return found == kRows.end() ? std::nullopt : std::optional(found->kind);
}

std::vector<std::string_view> field_kinds() {
  std::vector<std::string_view> names;
  for (const auto& row : kRows) names.push_back(row.name);
  return names;
}

bool names_one_person(FieldKind kind) { return row_of(kind).names_one_person; }
bool is_shared_at_home(FieldKind kind) { return row_of(kind).is_shared_at_home; }
bool tells_where(FieldKind kind) {
  return kind == FieldKind::Uprn || kind == FieldKind::Address || kind == FieldKind::Postcode ||
         kind == FieldKind::Place;
}
bool has_rare_values(FieldKind kind) { return row_of(kind).has_rare_values; }

}  // namespace hearth::link
