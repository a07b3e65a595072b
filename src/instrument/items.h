// SPDX-License-Identifier: MIT
// Which columns of a table are an instrument's items.
#pragma once

#include <string>
#include <vector>

#include "instrument/definition.h"
#include "table/table.h"

namespace fatigue {

/// The item number a column name spells, or 0: the instrument's name, optional separators (space _ . -), optionally
/// "item", "itm", "question", "quest", "q" or "i", optional separators, the number; letter case ignored (fss1, FSS_01,
/// Fss.Item-1). For an instrument of one item its score is item 1: the bare name, or followed by "score", "total" or
/// "sum" (dfs, DFS_score).
int ItemNumber(const std::string& column, const InstrumentDefinition& instrument);

/// The item columns in item order, wherever they stand in the table. Throws items_not_found, naming the items that no
/// column spells, and ambiguous_items when two columns spell the same one.
std::vector<std::string> RecogniseItems(const Table& table, const InstrumentDefinition& instrument);

}  // namespace fatigue
