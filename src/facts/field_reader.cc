#include "facts/field_reader.h"

#include <algorithm>

#include "base/text.h"
#include "facts/sound_chunk.h"

namespace hearth {

FieldReader::FieldReader(const Field& field, Column column)
    : field_(field), column_(std::move(column)), codes_(field.codes) {
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    code_numbers_.emplace(codes_[i], static_cast<double>(i));
  }
}

double FieldReader::read(RowReader& row, TextPool& texts) {
  if (!column_.at) return kNotKnown;
  switch (field_.kind) {
    case FieldKind::Number:
    case FieldKind::Money: return read_number(row);
    case FieldKind::Flag: {
      const auto flag = row.flag(column_);
      return flag ? static_cast<double>(*flag) : kNotKnown;
    }
    case FieldKind::Code: return read_code(row);
    case FieldKind::Date: {
      const auto date = row.date(column_);
      return date ? static_cast<double>(date->days) : kNotKnown;
    }
    case FieldKind::Text: {
      const auto text = row.text(column_);
      return text.empty() ? kNotKnown : static_cast<double>(texts.number(text));
    }
  }
  return kNotKnown;
}

double FieldReader::read_number(RowReader& row) const {
  const auto number = row.number(column_);
  if (!number) return kNotKnown;
  if (field_.least && *number < *field_.least) row.refuse(kBelowLeast, column_, *field_.least);
  if (field_.most && *number > *field_.most) row.refuse(kAboveMost, column_, *field_.most);
  return *number;
}

// Nothing for a code that is neither declared nor may be added.
std::optional<double> FieldReader::code_of(std::string_view text) {
  if (text == last_text_) return last_code_;  // most cells repeat the one above
  auto found = code_numbers_.find(text);
  if (found == code_numbers_.end()) {
    if (!field_.open) return std::nullopt;
    codes_.emplace_back(text);
    found = code_numbers_.emplace(text, static_cast<double>(codes_.size() - 1)).first;
  }
  last_text_ = text;
  return last_code_ = found->second;
}

double FieldReader::read_code(RowReader& row) {
  const auto text = row.text(column_);
  if (text.empty()) return kNotKnown;
  if (const auto code = code_of(text)) return *code;
  const auto hint = [&] {
    const auto near = nearest(text, codes_);
    return near.empty() ? "declare the code in the catalogue, or use one that is there: " +
                              join(codes_, ", ")
                        : fmt::format("did you mean `{}`?", near);
  };
  row.refuse_with(hint, kUndeclaredCode, column_);
  return kNotKnown;
}

bool FieldReader::take(const Chunk& chunk, std::span<double> out) {
  if (!column_.at || none_known(chunk, *column_.at)) {
    std::ranges::fill(out, kNotKnown);
    return true;
  }
  switch (field_.kind) {
    case FieldKind::Number:
    case FieldKind::Money: return take_numbers(chunk, *column_.at, field_.least, field_.most, out);
    case FieldKind::Code: return take_codes(chunk, out);
    case FieldKind::Flag: return take_flags(chunk, out);
    case FieldKind::Date:
    case FieldKind::Text: break;
  }
  return false;
}

bool FieldReader::take_codes(const Chunk& chunk, std::span<double> out) {
  if (chunk.type(*column_.at) != ColumnType::Text) return false;
  for (std::size_t row = 0; row < chunk.size(); ++row) {
    const auto text = chunk.text(*column_.at, row);
    const auto code = text.empty() ? kNotKnown : code_of(text);
    if (!code) return false;
    out[row] = *code;
  }
  return true;
}

bool FieldReader::take_flags(const Chunk& chunk, std::span<double> out) const {
  if (chunk.type(*column_.at) != ColumnType::Text) return false;
  for (std::size_t row = 0; row < chunk.size(); ++row) {
    const auto text = chunk.text(*column_.at, row);
    if (!text.empty() && text != "yes" && text != "no") return false;
    out[row] = text.empty() ? kNotKnown : static_cast<double>(text == "yes");
  }
  return true;
}

}  // namespace hearth
