#include "facts/catalogue.h"

#include <algorithm>

namespace hearth {
namespace {

template <typename Things, typename Key>
auto position(const Things& things, std::string_view name, Key key) -> std::optional<std::size_t> {
  const auto found = std::ranges::find(things, name, key);
  if (found == things.end()) return std::nullopt;
  return static_cast<std::size_t>(found - things.begin());
}

template <typename Result>
std::optional<Result> id_at(std::optional<std::size_t> index) {
  return index ? std::optional(Result(*index)) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> Field::code(std::string_view text) const {
  return position(codes, text, std::identity{});
}

std::optional<FieldId> RecordType::field(std::string_view field_name) const {
  return id_at<FieldId>(position(fields, field_name, &Field::name));
}

std::optional<RecordTypeId> Catalogue::record_type(std::string_view name) const {
  return id_at<RecordTypeId>(position(record_types, name, &RecordType::name));
}

std::optional<MeasureId> Catalogue::measure(std::string_view name) const {
  return id_at<MeasureId>(position(measures, name, &Measure::name));
}

const Instrument* Catalogue::instrument(std::string_view code) const {
  const auto found = std::ranges::find(instruments, code, &Instrument::code);
  return found == instruments.end() ? nullptr : &*found;
}

}  // namespace hearth
