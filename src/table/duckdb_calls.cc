#include "table/duckdb_calls.h"

#include "base/late_library.h"

namespace hearth::duckdb {

#define HEARTH_DEFINE(name) decltype(&::duckdb_##name) name = nullptr;
HEARTH_DUCKDB_CALLS(HEARTH_DEFINE)
#undef HEARTH_DEFINE

namespace {

Result<void> find_all() {
  auto library = LateLibrary::open({HEARTH_DUCKDB_LIBRARY, "libduckdb.so"});
  if (!library) {
    return failed(
        "cannot load DuckDB, without which no Parquet file is read or written: libduckdb.so is "
        "neither where it was when hearth was built nor where the system has its libraries; build "
        "hearth again, or name its folder in LD_LIBRARY_PATH");
  }
#define HEARTH_FIND(name) library->find("duckdb_" #name, name);
  HEARTH_DUCKDB_CALLS(HEARTH_FIND)
#undef HEARTH_FIND
  return library->found_all();
}

}  // namespace

Result<void> load() {
  static const auto kFound = find_all();
  return kFound;
}

}  // namespace hearth::duckdb
