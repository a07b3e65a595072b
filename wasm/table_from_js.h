// SPDX-License-Identifier: MIT
// Tables of web/contract/table.ts as the core's tables.
#pragma once

#include <emscripten/val.h>

#include <vector>

#include "table/table.h"

namespace fatigue {

/// Throws Error("invalid_table") for anything that is not the shape of the contract.
Table TableFromJs(const emscripten::val& table);
std::vector<Table> TablesFromJs(const emscripten::val& tables);

}  // namespace fatigue
