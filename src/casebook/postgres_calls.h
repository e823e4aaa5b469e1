// The functions of PostgreSQL's library libpq, as `pq::exec_params` for its PQexecParams: found
// when a casebook in PostgreSQL is first opened (base/late_library.h says why). Until then they are
// null.
#pragma once

#include <libpq-fe.h>

#include "base/result.h"

#define HEARTH_POSTGRES_CALLS(CALL)                \
  CALL(clear, PQclear)                             \
  CALL(connectdb, PQconnectdb)                     \
  CALL(exec_params, PQexecParams)                  \
  CALL(finish, PQfinish)                           \
  CALL(getvalue, PQgetvalue)                       \
  CALL(nfields, PQnfields)                         \
  CALL(ntuples, PQntuples)                         \
  CALL(result_error_field, PQresultErrorField)     \
  CALL(result_status, PQresultStatus)              \
  CALL(server_version, PQserverVersion)            \
  CALL(set_notice_processor, PQsetNoticeProcessor) \
  CALL(status, PQstatus)                           \
  CALL(transaction_status, PQtransactionStatus)

namespace hearth::pq {

#define HEARTH_DECLARE(name, theirs) extern decltype(&::theirs) name;
HEARTH_POSTGRES_CALLS(HEARTH_DECLARE)
#undef HEARTH_DECLARE

// Once a process, from whatever thread comes first.
Result<void> load();

}  // namespace hearth::pq
