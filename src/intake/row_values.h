// The values a feed's rules find in one row, checked: every fault goes to the file's faults, and
// the row is then no longer sound and is to be set aside.
#pragma once

#include <optional>
#include <string_view>

#include "facts/facts_builder.h"
#include "intake/feed.h"
#include "intake/feed_row.h"
#include "intake/file_faults.h"

namespace hearth {

class RowValues {
 public:
  RowValues(const FeedForm& form, const TableRule& table, const FeedRow& row, FileFaults& faults)
      : form_(form), table_(table), row_(row), faults_(faults) {}

  bool sound() const { return sound_; }
  const FeedRow& row() const { return row_; }
  std::string_view cell(std::size_t column) const { return row_.cells[column]; }

  // Empty if it is not given, or not sound. `on` is the day whose codes are in force.
  std::string_view text(const ValueRule& rule, Date on);
  std::optional<Date> date(const ValueRule& rule);
  // As a record keeps it: kNotKnown if it is not given, or not sound.
  double value(RecordTypeId type, FieldId id, const ValueRule& rule, Date on,
               FactsBuilder& builder);

  // What the code in a column means; nullopt, and a fault, if it means nothing on that day.
  std::optional<std::string_view> meaning(std::size_t column, const CodeList& codes, Date on);
  std::optional<double> number(std::size_t column);

  // Says what is wrong with the column, or with the row where no column is to blame.
  template <typename... Arguments>
  void fault(const DiagnosticKind<Arguments...>& kind, std::optional<std::size_t> column,
             const std::type_identity_t<Arguments>&... arguments) {
    sound_ = false;
    faults_.add(kind, at(column), arguments...);
  }
  template <typename... Arguments>
  void warn(const DiagnosticKind<Arguments...>& kind, std::optional<std::size_t> column,
            const std::type_identity_t<Arguments>&... arguments) {
    faults_.add(kind, at(column), arguments...);
  }

 private:
  FileFaults::At at(std::optional<std::size_t> column) const {
    return {row_.row, row_.line,
            column ? std::string_view(table_.columns[*column]) : std::string_view()};
  }
  std::string_view said(const CellRule& cell, Date on);
  std::optional<Date> date_in(std::size_t column);
  double parsed(const CellRule& cell, std::string_view text, RecordTypeId type, FieldId id,
                FactsBuilder& builder);
  double code(const CellRule& cell, std::string_view text, RecordTypeId type, FieldId id,
              FactsBuilder& builder);

  // The first cell that is filled, and what it says before a code is looked up.
  const CellRule* filled(const ValueRule& rule) const;

  const FeedForm& form_;
  const TableRule& table_;
  const FeedRow& row_;
  FileFaults& faults_;
  bool sound_ = true;
};

}  // namespace hearth
