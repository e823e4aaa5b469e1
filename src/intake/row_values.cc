#include "intake/row_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> parse_flag(std::string_view text) {
  if (text == "yes" || text == "true" || text == "1" || text == "True") return 1;
  if (text == "no" || text == "false" || text == "0" || text == "False") return 0;
  return std::nullopt;
}

bool within(double value, const Field& field) {
  return !(field.least && value < *field.least) && !(field.most && value > *field.most);
}

}  // namespace

const CellRule* RowValues::filled(const ValueRule& rule) const {
  const auto found = std::ranges::find_if(rule, [&](const CellRule& cell) {
    return !cell.column || !row_.cells[*cell.column].empty();
  });
  return found == rule.end() ? nullptr : &*found;
}

std::optional<std::string_view> RowValues::meaning(std::size_t column, const CodeList& codes,
                                                   Date on) {
  bool known = false;
  for (const auto& set : codes.sets) {
    const auto found = set.meanings.find(row_.cells[column]);
    if (found == set.meanings.end()) continue;
    if (set.first <= on && on <= set.last) return found->second;
    known = true;
  }
  if (known)
    fault(intake::kCodeNotInForce, column, codes.name, to_text(on));
  else
    fault(intake::kUnmappedCode, column, codes.name);
  return std::nullopt;
}

std::string_view RowValues::text(const ValueRule& rule, Date on) {
  const auto* cell = filled(rule);
  return cell ? said(*cell, on) : std::string_view();
}

std::string_view RowValues::said(const CellRule& cell, Date on) {
  if (cell.fixed) return *cell.fixed;
  if (cell.check && !is_sound(*cell.check, row_.cells[*cell.column])) {
    fault(intake::kUnsoundId, cell.column, to_text(*cell.check));
    return {};
  }
  if (!cell.codes) return row_.cells[*cell.column];
  return meaning(*cell.column, form_.codes[*cell.codes], on).value_or(std::string_view());
}

std::optional<Date> RowValues::date_in(std::size_t column) {
  for (const auto& pattern : form_.dates) {
    if (const auto day = pattern.read(row_.cells[column])) return day;
  }
  fault(intake::kBadDate, column, form_.dates.front().text());
  return std::nullopt;
}

std::optional<Date> RowValues::date(const ValueRule& rule) {
  const auto* cell = filled(rule);
  if (!cell || !cell->column) return std::nullopt;
  return date_in(*cell->column);
}

std::optional<double> RowValues::number(std::size_t column) {
  const auto value = parse_number(row_.cells[column]);
  if (!value) fault(intake::kBadNumber, column);
  return value;
}

double RowValues::code(const CellRule& cell, std::string_view text, RecordTypeId type, FieldId id,
                       FactsBuilder& builder) {
  const auto& field = builder.catalogue()[type][id];
  if (const auto code = field.code(text)) return static_cast<double>(*code);
  if (field.open) return static_cast<double>(builder.open_code(type, id, text));
  fault(intake::kUnmappedCode, cell.column, field.name);
  return kNotKnown;
}

double RowValues::parsed(const CellRule& cell, std::string_view text, RecordTypeId type, FieldId id,
                         FactsBuilder& builder) {
  const auto& field = builder.catalogue()[type][id];
  switch (field.kind) {
    case FieldKind::Number:
    case FieldKind::Money: {
      const auto value = parse_number(text);
      if (!value)
        fault(intake::kBadNumber, cell.column);
      else if (!within(*value / cell.divide_by, field))
        fault(intake::kOutOfRange, cell.column);
      return value ? *value / cell.divide_by : kNotKnown;
    }
    case FieldKind::Flag: {
      const auto value = parse_flag(text);
      if (!value) fault(intake::kBadFlag, cell.column);
      return value.value_or(kNotKnown);
    }
    case FieldKind::Code: return code(cell, text, type, id, builder);
    case FieldKind::Date: {
      const auto day = date_in(*cell.column);
      return day ? day->days : kNotKnown;
    }
    case FieldKind::Text: return builder.text(text);
  }
  return kNotKnown;
}

double RowValues::value(RecordTypeId type, FieldId id, const ValueRule& rule, Date on,
                        FactsBuilder& builder) {
  const auto* cell = filled(rule);
  if (!cell) return kNotKnown;
  const auto text = said(*cell, on);
  return text.empty() ? kNotKnown : parsed(*cell, text, type, id, builder);
}

}  // namespace hearth
