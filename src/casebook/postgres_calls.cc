#include "casebook/postgres_calls.h"

#include <fmt/format.h>

#include "base/late_library.h"

namespace hearth::pq {

#define HEARTH_DEFINE(name, theirs) decltype(&::theirs) name = nullptr;
HEARTH_POSTGRES_CALLS(HEARTH_DEFINE)
#undef HEARTH_DEFINE

namespace {

Result<void> find_all() {
  const auto library = LateLibrary::open({"libpq.so.5"});
  if (!library) {
    return failed(
        "cannot load libpq, without which no casebook in PostgreSQL is opened: install it (on "
        "Debian the package libpq5)");
  }
  const char* missing = nullptr;
#define HEARTH_FIND(name, theirs) \
  if (!library->find(#theirs, name)) missing = #theirs;
  HEARTH_POSTGRES_CALLS(HEARTH_FIND)
#undef HEARTH_FIND
  if (missing == nullptr) return {};
  return failed(fmt::format("the libpq found is too old: it has no {}", missing));
}

}  // namespace

Result<void> load() {
  static const auto loaded = find_all();
  return loaded;
}

}  // namespace hearth::pq
