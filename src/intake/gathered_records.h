// The records of all loads of an import, before they become Facts: a later load that tells of the
// same thing again replaces what an earlier one said of it.
//
// The same thing is a record of the same type, about the same person, with the same start. Yearly
// and termly files repeat whatever is still open, so without this a plan that runs for two years
// would count twice. Records of one load are never merged.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/facts_builder.h"

namespace hearth {

struct GatheredRecord {
  RecordTypeId type;
  std::uint32_t person = 0;         // of GatheredPeople, where people are held,
  std::string_view person_id = {};  // else: good while a listener hears of the record
  Record record = {};
  int load = 0;
  // It ends when a later load no longer has it: on this day, the last of its own load's period.
  std::optional<Date> last_seen;
};

class GatheredRecords {
 public:
  void add(GatheredRecord record);

  // How many records of each type will come out, by name; and how many were told again since.
  std::map<std::string, std::int64_t> counts(const Catalogue& catalogue) const;
  std::int64_t told_again() const { return told_again_; }

  // People must have been put into the builder first, in their own order.
  // `source` is where a row came from, in words.
  void put_into(FactsBuilder& builder, const std::function<std::string(Lineage)>& source) const;

 private:
  struct Thing {
    std::uint32_t type;
    std::uint32_t person;
    std::int32_t start;
    bool operator==(const Thing&) const = default;
  };
  struct ThingHash {
    std::size_t operator()(const Thing& thing) const;
  };

  std::vector<GatheredRecord> records_;
  std::vector<bool> replaced_;
  std::unordered_map<Thing, std::vector<std::uint32_t>, ThingHash> told_;
  std::int64_t told_again_ = 0;
  std::unordered_map<std::uint32_t, int> last_load_of_;  // by type
};

}  // namespace hearth
