// SPDX-License-Identifier: MIT
// A column as whole numbers: what is asked of every row is then asked once per distinct value.
#pragma once

#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue {

/// `text[code[row]]` is the column's Text at `row`; -1 where that is empty. Codes are in order of first appearance.
struct Codes {
  std::vector<int> code;
  std::vector<std::string> text;

  int count() const { return static_cast<int>(text.size()); }
};

Codes CodesOf(const Column& column);

/// Rows by code: those of code c are row[start[c]] to row[start[c + 1] - 1], in order. Rows of code -1 are left out.
struct CodeGroups {
  std::vector<int> start;
  std::vector<int> row;
};

CodeGroups GroupRows(const std::vector<int>& code, int count);

/// Whether two rows of a column hold the same value, or both none.
bool IsSameValue(const Column& column, int row, int other);

}  // namespace fatigue
