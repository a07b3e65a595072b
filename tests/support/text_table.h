// SPDX-License-Identifier: MIT
// Tables written as text in a test, as reading a file would make them: the header is line 1.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/read_number.h"
#include "support/made_data.h"
#include "table/table.h"

namespace fatigue::test {

inline std::vector<std::string> CellsOf(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char mark : line) {
    if (mark == ',') {
      cells.emplace_back();
    } else {
      cells.back() += mark;
    }
  }
  return cells;
}

/// Comma-separated lines; an empty cell is missing; a column is numeric when every cell in it is a number.
inline Table TextTable(const std::string& name, const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  const std::vector<std::string> header = CellsOf(line);
  std::vector<std::vector<std::string>> columns(header.size());
  Table table;
  table.name = name;
  while (std::getline(lines, line)) {
    const std::vector<std::string> cells = CellsOf(line);
    for (size_t c = 0; c < header.size(); ++c) columns[c].push_back(cells.at(c));
    table.origin_row.push_back(++table.row_count + 1);
  }
  for (size_t c = 0; c < header.size(); ++c) {
    std::vector<double> numbers;
    for (const std::string& cell : columns[c]) {
      const auto number = ReadNumber(cell);
      if (number || cell.empty()) numbers.push_back(number.value_or(std::nan("")));
    }
    const bool is_numeric = numbers.size() == columns[c].size();
    table.columns.push_back(is_numeric ? NumberColumn(header[c], numbers) : FactorColumn(header[c], columns[c]));
  }
  return table;
}

/// The error `action` throws; a test that expects one fails when there is none.
template <class Action>
Error ErrorOf(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  return Error("no_error", "nothing was thrown");
}

}  // namespace fatigue::test
