// One row, by the rules of the records its table makes: the records, or why there are none.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "facts/facts_builder.h"
#include "intake/gathered_people.h"
#include "intake/load.h"
#include "intake/row_values.h"
#include "intake/sum_rows.h"

namespace hearth {

// What a row is read against: its load and, by table, the sums of that load's people.
struct RowContext {
  const Load& load;
  std::optional<Stretch> term;  // the days of a record dated by its term
  std::optional<Date> known;    // when we were told
  const std::unordered_map<std::size_t, RowSums>& sums;
  FactsBuilder& builder;
};

struct MappedRow {
  std::string outcome;  // `suspension`, `left out`, kSetAside
  std::vector<std::pair<const RecordRule*, Record>> records;
  std::vector<RecordTypeId> without_figures;  // kept, but their figures contradict one another
};

MappedRow map_row(RowValues& values, std::size_t table, std::uint32_t person,
                  const RowContext& context);

// The person a row introduces; nullopt, and a fault, if it does not say who.
std::optional<DescribedPerson> map_person(RowValues& values, const PersonRule& rule, Date on);

}  // namespace hearth
