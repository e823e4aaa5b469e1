#include "casebook/postgres_calls.h"

#include "base/late_library.h"

namespace hearth::pq {

#define HEARTH_DEFINE(name, theirs) decltype(&::theirs) name = nullptr;
HEARTH_POSTGRES_CALLS(HEARTH_DEFINE)
#undef HEARTH_DEFINE

namespace {

Result<void> find_all() {
  auto library = LateLibrary::open({"libpq.so.5"});
  if (!library) {
    return failed(
        "cannot load libpq, without which no casebook in PostgreSQL is opened: install it (on "
        "Debian the package libpq5)");
  }
#define HEARTH_FIND(name, theirs) library->find(#theirs, name);
  HEARTH_POSTGRES_CALLS(HEARTH_FIND)
#undef HEARTH_FIND
  return library->found_all();
}

}  // namespace

Result<void> load() {
  static const auto kFound = find_all();
  return kFound;
}

}  // namespace hearth::pq
