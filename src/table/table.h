// SPDX-License-Identifier: MIT
// Typed columns with the place every value came from. Missing is NaN (numbers) or -1 (factors), never zero.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace fatigue {

/// `names[codes[row]]` is the file's column a row's value stood in, and `rows[row]` its line where that is not the
/// row's own (0: it is); each empty when that is so for all.
struct ColumnOrigin {
  std::vector<int> codes;
  std::vector<std::string> names;
  std::vector<int> rows;
};

struct Column {
  enum class Kind { number, factor };

  std::string name;
  Kind kind = Kind::number;
  std::vector<double> values;       // number: NaN = missing
  std::vector<int> codes;           // factor: index into levels, -1 = missing
  std::vector<std::string> levels;  // factor: in order of first appearance unless set otherwise
  ColumnOrigin origin;

  bool IsMissing(int row) const;
  /// The value as text, for messages and for keys: "7", "12.5", "Week 4"; empty when missing.
  std::string Text(int row) const;
};

struct Table {
  std::string name;  // file name as the user knows it
  std::string sha256;
  int row_count = 0;
  std::vector<int> origin_row;  // line of the file each row came from
  std::vector<Column> columns;

  /// nullptr when there is no such column.
  const Column* Find(const std::string& column) const;
  /// Throws unknown_column, naming the columns there are.
  const Column& At(const std::string& column) const;
  Place PlaceOf(int row, const Column& column) const;
  /// Rows of the file: a gathered wide file has several rows of the table in one of them.
  int CountLines() const;
};

/// Shortest text that reads back as the same number: 7 -> "7", 0.1 -> "0.1".
std::string NumberText(double value);

}  // namespace fatigue
