// SPDX-License-Identifier: MIT
#include "table/table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace fatigue {

bool Column::IsMissing(int row) const { return kind == Kind::number ? std::isnan(values[row]) : codes[row] < 0; }

std::string Column::Text(int row) const {
  if (IsMissing(row)) return {};
  return kind == Kind::number ? NumberText(values[row]) : levels[codes[row]];
}

const Column* Table::Find(const std::string& column) const {
  for (const Column& candidate : columns) {
    if (candidate.name == column) return &candidate;
  }
  return nullptr;
}

const Column& Table::At(const std::string& column) const {
  if (const Column* found = Find(column)) return *found;
  std::string names;
  for (const Column& candidate : columns) names += (names.empty() ? "" : ", ") + candidate.name;
  throw Error("unknown_column", name + " has no column \"" + column + "\"; its columns are: " + names,
              {{name, 0, column, ""}}, "choose one of the file's columns");
}

Place Table::PlaceOf(int row, const Column& column) const {
  Place place{name, row < static_cast<int>(origin_row.size()) ? origin_row[row] : 0, column.name, column.Text(row)};
  // -1: a missing value that stands in no cell of the file.
  if (!column.origin.codes.empty() && column.origin.codes[row] >= 0) {
    place.column = column.origin.names[column.origin.codes[row]];
  }
  if (!column.origin.rows.empty() && column.origin.rows[row] > 0) place.row = column.origin.rows[row];
  return place;
}

int Table::CountLines() const {
  std::vector<int> lines = origin_row;
  std::sort(lines.begin(), lines.end());
  return static_cast<int>(std::unique(lines.begin(), lines.end()) - lines.begin());
}

std::string NumberText(double value) {
  // Not std::to_chars: some WebAssembly standard libraries lack it for double, and it writes 100000 as 1e+05.
  char buffer[32];
  if (value == std::trunc(value) && std::fabs(value) < 1e15) {
    std::snprintf(buffer, sizeof buffer, "%.0f", value == 0 ? 0.0 : value);
    return buffer;
  }
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
}

}  // namespace fatigue
