// DuckDB's functions, as `duckdb::query` for its duckdb_query: found when a database is first
// opened (base/late_library.h says why). Until then they are null; whatever calls one has a
// database. Not for other folders: they cannot see duckdb.h.
#pragma once

#include <duckdb.h>

#include "base/result.h"

#define HEARTH_DUCKDB_CALLS(CALL)       \
  CALL(append_data_chunk)               \
  CALL(appender_close)                  \
  CALL(appender_create)                 \
  CALL(appender_destroy)                \
  CALL(appender_error)                  \
  CALL(bind_add_result_column)          \
  CALL(bind_get_extra_info)             \
  CALL(close)                           \
  CALL(column_count)                    \
  CALL(column_name)                     \
  CALL(column_type)                     \
  CALL(connect)                         \
  CALL(create_config)                   \
  CALL(create_data_chunk)               \
  CALL(create_enum_type)                \
  CALL(create_logical_type)             \
  CALL(create_table_function)           \
  CALL(data_chunk_get_column_count)     \
  CALL(data_chunk_get_size)             \
  CALL(data_chunk_get_vector)           \
  CALL(data_chunk_set_size)             \
  CALL(destroy_config)                  \
  CALL(destroy_data_chunk)              \
  CALL(destroy_logical_type)            \
  CALL(destroy_pending)                 \
  CALL(destroy_prepare)                 \
  CALL(destroy_result)                  \
  CALL(destroy_table_function)          \
  CALL(disconnect)                      \
  CALL(execute_pending)                 \
  CALL(fetch_chunk)                     \
  CALL(free)                            \
  CALL(function_get_extra_info)         \
  CALL(function_set_error)              \
  CALL(init_set_max_threads)            \
  CALL(open_ext)                        \
  CALL(pending_error)                   \
  CALL(pending_prepared_streaming)      \
  CALL(prepare)                         \
  CALL(prepare_error)                   \
  CALL(query)                           \
  CALL(register_table_function)         \
  CALL(result_error)                    \
  CALL(set_config)                      \
  CALL(table_function_set_bind)         \
  CALL(table_function_set_extra_info)   \
  CALL(table_function_set_function)     \
  CALL(table_function_set_init)         \
  CALL(table_function_set_name)         \
  CALL(vector_ensure_validity_writable) \
  CALL(vector_get_data)                 \
  CALL(vector_get_validity)             \
  CALL(vector_reference_vector)

namespace hearth::duckdb {

#define HEARTH_DECLARE(name) extern decltype(&::duckdb_##name) name;
HEARTH_DUCKDB_CALLS(HEARTH_DECLARE)
#undef HEARTH_DECLARE

// Once a process, from whatever thread comes first.
Result<void> load();

}  // namespace hearth::duckdb
