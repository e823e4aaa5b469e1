#include "engine/families_in_order.h"

#include <algorithm>

namespace hearth {

std::vector<FamilyId> families_in_order(const Facts& facts) {
  std::vector<FamilyId> families;
  families.reserve(facts.families.size());
  for (std::size_t i = 0; i < facts.families.size(); ++i) families.emplace_back(i);
  const auto id_of = [&](FamilyId id) -> const std::string& { return facts.families[id.index].id; };
  if (!std::ranges::is_sorted(families, {}, id_of)) std::ranges::sort(families, {}, id_of);
  return families;
}

}  // namespace hearth
