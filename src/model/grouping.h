// SPDX-License-Identifier: MIT
// Grouping factors: which rows belong together, and which grouping lies inside which.
#pragma once

#include <string>
#include <vector>

#include "design/model_frame.h"

namespace fatigue {

/// A grouping of the rows: a code per row, and the levels' names.
struct Grouping {
  std::string name;
  std::vector<int> codes;
  std::vector<std::string> levels;
};

/// The levels of the columns of `path` crossed: {"site", "id"} is id within site.
Grouping MakeGrouping(const ModelFrame& frame, const std::vector<std::string>& path);

/// Does each level of `inner` lie in one level of `outer`?
bool IsNested(const Grouping& inner, const Grouping& outer);

/// The grouping all others are nested in: its levels are independent of each other. Throws crossed_factors.
const Grouping& CoarsestGrouping(const std::vector<const Grouping*>& groupings);

/// Rows by code, in order of the rows: those of code g are rows[first[g]] .. rows[first[g + 1] - 1].
struct RowsByCode {
  std::vector<int> rows;
  std::vector<int> first;
};
RowsByCode SortByCode(const std::vector<int>& codes, size_t levels);

}  // namespace fatigue
