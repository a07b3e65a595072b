// SPDX-License-Identifier: MIT
// Reads the reference data sets: comma-separated, no embedded newlines, empty cell = missing. Tests only; the product
// reads files in web/read.
#pragma once

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue::test {

inline std::vector<std::string> SplitLine(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

/// Columns in `text` and columns that hold anything but numbers become factors.
inline Table ReadCsv(const std::string& path, const std::set<std::string>& text) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error("cannot read " + path);
  const std::vector<std::string> header = SplitLine(line);
  std::vector<std::vector<std::string>> rows;
  while (std::getline(file, line)) rows.push_back(SplitLine(line));
  Table table;
  table.name = path.substr(path.rfind('/') + 1);
  table.row_count = static_cast<int>(rows.size());
  for (int row = 0; row < table.row_count; ++row) table.origin_row.push_back(row + 2);
  for (size_t c = 0; c < header.size(); ++c) {
    Column column;
    column.name = header[c];
    bool numeric = text.count(header[c]) == 0;
    for (const auto& row : rows) {
      char* end = nullptr;
      std::strtod(row[c].c_str(), &end);
      if (*end != '\0') numeric = false;
    }
    column.kind = numeric ? Column::Kind::number : Column::Kind::factor;
    for (const auto& row : rows) {
      if (numeric) {
        column.values.push_back(row[c].empty() ? std::nan("") : std::strtod(row[c].c_str(), nullptr));
        continue;
      }
      int code = -1;
      for (size_t k = 0; k < column.levels.size(); ++k) {
        if (column.levels[k] == row[c]) code = static_cast<int>(k);
      }
      if (code < 0 && !row[c].empty()) {
        code = static_cast<int>(column.levels.size());
        column.levels.push_back(row[c]);
      }
      column.codes.push_back(code);
    }
    table.columns.push_back(column);
  }
  return table;
}

}  // namespace fatigue::test
