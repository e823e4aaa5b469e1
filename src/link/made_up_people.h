// Made-up rows for the tests of linking: people with a forename, surname, birth date, postcode and
// NHS number, some of them written down twice, with slips. The same seed makes the same rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hearth::link {

struct MadeUpRow {
  std::string person, forename, surname, birth_date, postcode, nhs_number;
};

std::vector<MadeUpRow> made_up_rows(std::size_t people, std::uint64_t seed);

// As CSV, with a column `id` that counts from 1 in the order of the rows as they were made.
std::string csv_text(const std::vector<MadeUpRow>& rows, const std::vector<std::size_t>& order);

}  // namespace hearth::link
