# duckdb::duckdb: a system install if one is found, else third_party/duckdb, which tools/fetch_duckdb fills
# from pinned, hash-checked packages.
find_path(DUCKDB_INCLUDE duckdb.h HINTS ${CMAKE_SOURCE_DIR}/third_party/duckdb)
find_library(DUCKDB_LIBRARY duckdb HINTS ${CMAKE_SOURCE_DIR}/third_party/duckdb)
if(NOT DUCKDB_INCLUDE OR NOT DUCKDB_LIBRARY)
  message(FATAL_ERROR "DuckDB is missing: run tools/fetch_duckdb, or ./dev build, which does")
endif()
# It is not linked with: src/table/duckdb_calls.cc loads it, from where it is now.
add_library(duckdb::duckdb INTERFACE IMPORTED)
target_include_directories(duckdb::duckdb INTERFACE ${DUCKDB_INCLUDE})
target_compile_definitions(duckdb::duckdb INTERFACE HEARTH_DUCKDB_LIBRARY="${DUCKDB_LIBRARY}")
