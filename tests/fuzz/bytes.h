// SPDX-License-Identifier: MIT
// The fuzzer's bytes as numbers, texts and tables. What is read beyond the end is zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue::fuzz {

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  std::uint8_t Byte() { return at_ < size_ ? data_[at_++] : 0; }
  int Below(int bound) { return Byte() % bound; }
  std::string Rest() {
    std::string rest(reinterpret_cast<const char*>(data_) + at_, size_ - at_);
    at_ = size_;
    return rest;
  }

  /// Mostly small whole numbers, as answers are; now and then something that breaks arithmetic.
  double Number() {
    static const double kHard[] = {std::numeric_limits<double>::quiet_NaN(),
                                   std::numeric_limits<double>::infinity(),
                                   -std::numeric_limits<double>::infinity(),
                                   1e308,
                                   -1e308,
                                   1e-308,
                                   0.5,
                                   -0.0,
                                   2147483648.0};
    const int kind = Byte();
    if (kind < 200) return kind % 11;
    if (kind < 240) return Byte() - 128 + Byte() / 256.0;
    return kHard[kind % 9];
  }

  std::string Text() {
    std::string text;
    for (int length = Below(6); length > 0; --length) text += static_cast<char>(Byte());
    return text;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

inline Column NumbersFrom(Bytes* bytes, const std::string& name, int rows) {
  Column column;
  column.name = name;
  for (int row = 0; row < rows; ++row) column.values.push_back(bytes->Number());
  return column;
}

/// Codes from -1 (missing); `levels` as given, or made up where there are none.
inline Column LabelsFrom(Bytes* bytes, const std::string& name, int rows, std::vector<std::string> levels) {
  Column column;
  column.name = name;
  column.kind = Column::Kind::factor;
  if (levels.empty()) {
    for (int count = 1 + bytes->Below(5); count > 0; --count) levels.push_back(bytes->Text());
  }
  column.levels = std::move(levels);
  for (int row = 0; row < rows; ++row) {
    column.codes.push_back(bytes->Below(static_cast<int>(column.levels.size()) + 1) - 1);
  }
  return column;
}

inline Table EmptyTable(const std::string& name, int rows) {
  Table table;
  table.name = name;
  table.row_count = rows;
  for (int row = 0; row < rows; ++row) table.origin_row.push_back(row + 2);
  return table;
}

}  // namespace fatigue::fuzz
