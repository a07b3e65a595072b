// SPDX-License-Identifier: MIT
// Which columns of a table are an instrument's items.
#pragma once

#include <string>
#include <vector>

#include "instrument/definition.h"
#include "table/table.h"

namespace fatigue {

/// The item number a column name spells, or 0. Letter case and separators (space _ . -) do not matter. It is
/// - the code of an item (HI7, FATEXP41), or
/// - a stem or the name of the instrument, optionally "item", "itm", "question", "quest", "q" or "i", and the number
///   (fss1, FSS_01, Fss.Item-1); after a stem that ends in a digit the number stands apart (mfis5_3, not mfis53), or
/// - for an instrument of one item: a stem or the name alone, or followed by "score", "total" or "sum" (dfs,
/// DFS_score).
int ItemNumber(const std::string& column, const InstrumentDefinition& instrument);

/// The item columns in item order, wherever they stand in the table. Throws items_not_found, naming the items that no
/// column spells, and ambiguous_items when two columns spell the same one.
std::vector<std::string> RecogniseItems(const Table& table, const InstrumentDefinition& instrument);

}  // namespace fatigue
