#include "link/model.h"

#include <algorithm>
#include <cassert>

namespace hearth::link {

const Field* Model::find(std::string_view field_name) const {
  const auto found = std::ranges::find(fields, field_name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

std::size_t level_of(const Field& field, std::string_view a, std::string_view b,
                     const Nicknames& nicknames) {
  assert(!a.empty() && !b.empty());
  const auto last = field.levels.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    const auto& level = field.levels[i];
    if (agrees(level.agreement, field.kind, a, b, level.likeness, nicknames)) return i;
  }
  return last;
}

}  // namespace hearth::link
