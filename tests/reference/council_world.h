// Random facts that a council's own criterion is tried on: records of the types it reads, whose
// fields mostly say what its rules ask about.
#pragma once

#include <map>
#include <set>

#include "reference/world.h"

namespace hearth::reference {

// What the rules of a plan ask of fields: the codes and numbers they compare them with.
class AskedOf {
 public:
  explicit AskedOf(const Plan& plan);

  bool reads(RecordTypeId type) const { return types_.contains(type.index); }
  // One record's fields, drawn anew; a text is the index of one of `texts` texts.
  std::vector<double> random_fields(RecordTypeId type, std::size_t texts) const;

 private:
  double random_value(RecordTypeId type, FieldId field, std::size_t texts) const;

  const Catalogue& catalogue_;
  std::set<std::uint32_t> types_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<double>> values_;
};

// One criterion of the plan, drawn too, with a council to judge by it.
World council_world(const Plan& whole);

}  // namespace hearth::reference
