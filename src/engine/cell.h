// What an answer is made of: rows of cells under named columns, before anybody has said how they
// are to be written down.
//
// The column names of each answer are fixed forms that other people's scripts rely on (design 7);
// they stand beside the row they belong to, e.g. FindingRow::kColumns. Cells only point at their
// text, so a row must outlive its cells.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.h"

namespace hearth {

enum class CellKind { Text, Day, Whole, Flag, Texts };

struct AnswerColumn {
  std::string_view name;     // in csv, json and parquet
  std::string_view heading;  // in a table for readers
  CellKind kind = CellKind::Text;
  bool below = false;  // a table writes it on a line below the row
};

// std::monostate: nothing to say.
using Cell = std::variant<std::monostate, std::string_view, Date, std::int64_t, bool,
                          std::span<const std::string>>;

// A day, unless there is none or it is one of the two that are never printed.
inline Cell day_cell(std::optional<Date> day) {
  if (!day || *day <= kBeginning || *day >= kForever) return std::monostate{};
  return *day;
}

// As csv and tables write it: ISO dates, yes and no, several texts joined by `; `.
std::string to_text(const Cell& cell);

// Takes text as it is made; false means stop, nobody reads any further.
using TextSink = std::function<bool(std::string_view)>;

}  // namespace hearth
