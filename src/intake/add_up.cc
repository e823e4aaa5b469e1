#include "intake/add_up.h"

#include "intake/import.h"
#include "intake/intake_diagnostics.h"

namespace hearth {

std::string add_up(RowValues& values, const TableRule& table, const CodeList& codes, Date codes_on,
                   std::uint32_t person, RowSums& sums) {
  const auto day = table.sums->on.empty() ? std::optional(codes_on) : values.date(table.sums->on);
  const auto meaning = day ? values.meaning(table.sums->by, codes, *day) : std::nullopt;
  if (!meaning) {
    sums.nothing_known(person);
    return kSetAside;
  }
  const auto column = table.sums->amount;
  if (column && values.cell(*column).empty()) {
    values.fault(intake::kNumberNotGiven, column);
    sums.not_known(person, *meaning);
    return kSetAside;
  }
  const auto amount = column ? values.number(*column) : std::optional(1.0);
  if (amount && *amount < 0) values.fault(intake::kOutOfRange, column);
  if (!values.sound()) {
    sums.not_known(person, *meaning);
    return kSetAside;
  }
  sums.add(person, *meaning, *amount);
  return std::string(*meaning);
}

}  // namespace hearth
