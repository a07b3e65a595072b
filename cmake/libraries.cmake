# SPDX-License-Identifier: MIT
# Header-only libraries, as system headers, and the flags of all our code.

find_path(EIGEN_DIR Eigen/Dense PATH_SUFFIXES eigen3 HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_path(NLOHMANN_DIR nlohmann/json.hpp HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_path(BOOST_DIR boost/math/distributions/students_t.hpp HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
if(FATIGUE_TESTS)
  find_path(CATCH2_DIR catch2/catch.hpp HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
endif()

# A cross-compiler must not see /usr/include itself, so the libraries are reached through a folder of links.
set(library_links ${CMAKE_BINARY_DIR}/libraries)
file(MAKE_DIRECTORY ${library_links})
function(link_library parent name)
  file(CREATE_LINK ${parent}/${name} ${library_links}/${name} SYMBOLIC)
endfunction()
link_library(${EIGEN_DIR} Eigen)
link_library(${NLOHMANN_DIR} nlohmann)
link_library(${BOOST_DIR} boost)
if(FATIGUE_TESTS)
  link_library(${CATCH2_DIR} catch2)
endif()

add_library(fatigue_libraries INTERFACE)
target_include_directories(fatigue_libraries SYSTEM INTERFACE ${library_links})
target_compile_definitions(fatigue_libraries INTERFACE EIGEN_MPL2_ONLY)

# No fused multiply-add, so that native and WebAssembly builds round alike.
add_library(fatigue_flags INTERFACE)
target_compile_options(fatigue_flags INTERFACE -Wall -Wextra -Wshadow -Werror -ffp-contract=off)
# WebAssembly's own exceptions are faster and a fifth smaller than those made of JavaScript calls; optimising at link
# time takes another tenth.
if(EMSCRIPTEN)
  target_compile_options(fatigue_flags INTERFACE -fwasm-exceptions -flto)
  target_link_options(fatigue_flags INTERFACE -fwasm-exceptions)
endif()
