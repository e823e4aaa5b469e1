# hearth_precompiled(TARGET OWNER HEADER…): TARGET reads the headers that nearly every file includes
# as OWNER has compiled them, once for all targets built alike; OWNER itself compiles them. Files
# still include what they use: a build with -DHEARTH_PRECOMPILED=OFF must pass too.
option(HEARTH_PRECOMPILED "compile the common headers once" ON)

set(HEARTH_COMMON_HEADERS <algorithm> <cmath> <filesystem> <functional> <map> <memory> <optional>
  <ostream> <ranges> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility> <variant>
  <vector> <fmt/format.h>)

function(hearth_precompiled target owner)
  if(NOT HEARTH_PRECOMPILED)
    return()
  endif()
  if(target STREQUAL owner)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()
