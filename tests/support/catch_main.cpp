// SPDX-License-Identifier: MIT
// Catch2's own code, compiled once for each test executable.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
