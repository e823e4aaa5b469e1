// What two rows must share to become a candidate pair: parts of values, such as a surname's sound
// and the year of birth, in one key a row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "link/model.h"
#include "link/sightings.h"

namespace hearth::link {

enum class KeyPart : std::uint8_t {
  Whole,  // of forenames: the first
  Start,  // the first three characters
  End,    // the last three bytes
  Sound,
  YearMonth,  // of dates, and the next two
  DayMonth,
  Year,
  Sector,  // of postcodes, and the next
  District,
  Mailbox,  // of e-mail
};

// One part of one field, and its hash for each of the field's values; 0 where there is none.
struct KeySource {
  std::size_t field = 0;
  KeyPart part = KeyPart::Whole;
  std::vector<std::uint64_t> of_value;

  std::uint64_t of(const Sightings& sightings, RowNumber row) const {
    return of_value[sightings.fields[field].of_row[row]];
  }
};

// All the parts that may be used of a model's fields.
std::vector<KeySource> key_sources(const Model& model, const Sightings& sightings);

// The part of a cleaned value; empty where the value has none.
std::string key_part(KeyPart part, FieldKind kind, std::string_view value);

// Which sources make up a rule's key, as indexes into the list of them. Forename and surname are
// taken together in either order, so names that changed places still meet.
struct BlockingRule {
  std::vector<std::size_t> sources;
};

std::uint64_t key_of(const BlockingRule& rule, const std::vector<KeySource>& sources,
                     const Sightings& sightings, RowNumber row);  // 0: no key

std::string to_text(const BlockingRule& rule, const std::vector<KeySource>& sources,
                    const Model& model);  // `surname sound + birth_date year`

}  // namespace hearth::link
