#include "cli/leave_look.h"

#include "store/leave_look.h"

namespace hearth {

Result<void> leave_look(const World& world, Asking asking) {
  if (asking.store.empty()) return {};
  LookEntry look;
  look.day = world.today;
  look.by = asking.by.empty() ? world.user() : std::move(asking.by);
  look.what = std::move(asking.what);
  look.families = std::move(asking.families);
  if (look.families.empty()) look.families = {kAllFamilies};
  return leave_look(asking.store, std::move(look));
}

}  // namespace hearth
