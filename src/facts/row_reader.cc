#include "facts/row_reader.h"

#include <charconv>
#include <cmath>

namespace hearth {
namespace {

constexpr double kLargestWhole = 9007199254740992.0;  // 2^53: beyond, a double skips whole numbers

std::optional<double> parse_number(std::string_view text) {
  const char* end = text.data() + text.size();
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Date> RowReader::date(const Column& column) {
  if (empty(column)) return std::nullopt;
  std::optional<Date> date;
  if (type(column) == ColumnType::Date) {
    date = Date{chunk_->dates(*column.at)[row_]};
  } else if (type(column) == ColumnType::Text) {
    if (cell(column).empty()) return std::nullopt;
    date = parse_date(cell(column));
  }
  if (date && within_calendar(*date)) return date;
  refuse(kBadDate, column);
  return std::nullopt;
}

std::optional<double> RowReader::number(const Column& column) {
  if (empty(column)) return std::nullopt;
  std::optional<double> number;
  switch (type(column)) {
    case ColumnType::Double: number = chunk_->doubles(*column.at)[row_]; break;
    case ColumnType::Int64: number = static_cast<double>(chunk_->int64s(*column.at)[row_]); break;
    case ColumnType::Text:
      if (cell(column).empty()) return std::nullopt;
      number = parse_number(cell(column));
      break;
    default: break;
  }
  if (number && std::isnan(*number)) return std::nullopt;  // as some tools write `not known`
  if (!number || std::isinf(*number)) {
    refuse(kBadNumber, column);
    return std::nullopt;
  }
  return number;
}

std::optional<bool> RowReader::flag(const Column& column) {
  if (empty(column)) return std::nullopt;
  if (type(column) == ColumnType::Boolean) return chunk_->booleans(*column.at)[row_];
  if (type(column) == ColumnType::Text) {
    const auto text = cell(column);
    if (text.empty()) return std::nullopt;
    if (text == "yes") return true;
    if (text == "no") return false;
  }
  refuse(kBadFlag, column);
  return std::nullopt;
}

std::string_view RowReader::printed(std::int64_t number) {
  auto& digits = printed_[next_printed_++ % printed_.size()];
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

std::string_view RowReader::text(const Column& column) {
  if (empty(column)) return {};
  switch (type(column)) {
    case ColumnType::Text: return cell(column);
    case ColumnType::Int64: return printed(chunk_->int64s(*column.at)[row_]);
    case ColumnType::Double: {
      const double number = chunk_->doubles(*column.at)[row_];
      if (std::isnan(number)) return {};
      if (number == std::trunc(number) && std::abs(number) < kLargestWhole) {
        return printed(static_cast<std::int64_t>(number));
      }
      refuse(kBadNumber, column);
      return {};
    }
    case ColumnType::Boolean: return chunk_->booleans(*column.at)[row_] ? "yes" : "no";
    default: refuse(kMissingValue, column); return {};
  }
}

Date RowReader::needed_date(const Column& column) {
  const bool was_good = good_;
  good_ = true;
  const auto found = date(column);
  if (!found && good_) refuse(kMissingValue, column);
  good_ = good_ && was_good;
  return found.value_or(kBeginning);
}

std::string_view RowReader::needed_text(const Column& column) {
  const bool was_good = good_;
  good_ = true;
  const auto found = text(column);
  if (found.empty() && good_) refuse(kMissingValue, column);
  good_ = good_ && was_good;
  return found;
}

}  // namespace hearth
