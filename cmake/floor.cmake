# hearth_floor(NAME LINK... [PRIVATE_LINKS LINK...]): the library of src/NAME.
# Its sources are every *.cc in the folder but the *_test.cc beside them, which join tests/.
# A LINK that names another folder makes that folder's headers, and nothing else, includable.
function(hearth_root name)
  set(root ${CMAKE_BINARY_DIR}/roots/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${name} ${root}/${name} SYMBOLIC)
endfunction()

function(hearth_link target visibility)
  foreach(link IN LISTS ARGN)
    if(TARGET hearth_${link})
      target_link_libraries(${target} ${visibility} hearth_${link})
    else()
      target_link_libraries(${target} ${visibility} ${link})
    endif()
  endforeach()
endfunction()

function(hearth_floor name)
  cmake_parse_arguments(ARG "" "" "PRIVATE_LINKS" ${ARGN})
  hearth_root(${name})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cc)
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  add_library(hearth_${name} STATIC ${sources})
  set_target_properties(hearth_${name} PROPERTIES LINKER_LANGUAGE CXX)
  hearth_precompiled(hearth_${name} hearth_base ${HEARTH_COMMON_HEADERS})
  target_include_directories(hearth_${name} PUBLIC ${CMAKE_BINARY_DIR}/roots/${name})
  hearth_link(hearth_${name} PUBLIC ${ARG_UNPARSED_ARGUMENTS})
  hearth_link(hearth_${name} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# hearth_program(FOLDER NAME LINK...): the program build/NAME from src/FOLDER.
function(hearth_program folder name)
  hearth_root(${folder})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cc)
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  add_executable(hearth_${folder}_program ${sources})
  hearth_precompiled(hearth_${folder}_program hearth_${folder}_program ${HEARTH_COMMON_HEADERS}
    <CLI/CLI.hpp>)
  set_target_properties(hearth_${folder}_program PROPERTIES
    OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  target_include_directories(hearth_${folder}_program PRIVATE ${CMAKE_BINARY_DIR}/roots/${folder})
  target_include_directories(hearth_${folder}_program SYSTEM PRIVATE ${CLI11_INCLUDE})
  hearth_link(hearth_${folder}_program PRIVATE ${ARGN})
endfunction()
