// The mistakes agencies make: each kind by the name that the truth has for it, and how often it
// happens. docs/synthetic-council.md says what each is.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearth {

// How many in a thousand.
struct MistakeRates {
  int typo_forename, typo_surname, nickname, swapped_names, other_surname, old_surname;
  int birth_date_swapped, birth_date_wrong, birth_date_missing;
  int postcode_missing, postcode_wrong, old_address, identifier_missing;
  int second_record;                                 // the person is on the system twice
  int repeated_row, late_row, correction, bad_date;  // of rows
  int missing_delivery;
};

enum class Mistakes { None, Default, Heavy };
const MistakeRates& rates_of(Mistakes mistakes);

struct MistakeKind {
  std::string_view name;
  int MistakeRates::* rate;
};
std::span<const MistakeKind> mistake_kinds();

// As often as when mistakes are heavy, but of these kinds alone; nothing if a name is none.
std::optional<MistakeRates> rates_of_kinds(const std::vector<std::string>& names);

}  // namespace hearth
