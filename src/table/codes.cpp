// SPDX-License-Identifier: MIT
#include "table/codes.h"

#include <unordered_map>

namespace fatigue {
namespace {

Codes CodesOfFactor(const Column& column) {
  Codes codes;
  codes.code.reserve(column.codes.size());
  constexpr int kUnseen = -2;
  std::vector<int> code_of_level(column.levels.size(), kUnseen);
  std::unordered_map<std::string, int> known;  // two levels may have the same text
  for (const int level : column.codes) {
    if (level < 0) {
      codes.code.push_back(-1);
      continue;
    }
    int& code = code_of_level[static_cast<std::size_t>(level)];
    if (code == kUnseen) {
      const std::string& text = column.levels[static_cast<std::size_t>(level)];
      code = -1;
      if (!text.empty()) {
        const auto [found, is_new] = known.emplace(text, codes.count());
        if (is_new) codes.text.push_back(text);
        code = found->second;
      }
    }
    codes.code.push_back(code);
  }
  return codes;
}

Codes CodesOfNumbers(const Column& column) {
  Codes codes;
  codes.code.reserve(column.values.size());
  std::unordered_map<double, int> known;  // -0 and 0 are one key, as they are one text
  for (std::size_t row = 0; row < column.values.size(); ++row) {
    if (column.IsMissing(static_cast<int>(row))) {
      codes.code.push_back(-1);
      continue;
    }
    const auto [found, is_new] = known.emplace(column.values[row], codes.count());
    if (is_new) codes.text.push_back(NumberText(column.values[row]));
    codes.code.push_back(found->second);
  }
  return codes;
}

}  // namespace

Codes CodesOf(const Column& column) {
  return column.kind == Column::Kind::factor ? CodesOfFactor(column) : CodesOfNumbers(column);
}

CodeGroups GroupRows(const std::vector<int>& code, int count) {
  CodeGroups groups;
  groups.start.assign(static_cast<std::size_t>(count) + 1, 0);
  for (const int each : code) {
    if (each >= 0) ++groups.start[static_cast<std::size_t>(each) + 1];
  }
  for (std::size_t c = 1; c < groups.start.size(); ++c) groups.start[c] += groups.start[c - 1];
  groups.row.resize(static_cast<std::size_t>(groups.start.back()));
  std::vector<int> next = groups.start;
  for (std::size_t row = 0; row < code.size(); ++row) {
    if (code[row] >= 0)
      groups.row[static_cast<std::size_t>(next[static_cast<std::size_t>(code[row])]++)] = static_cast<int>(row);
  }
  return groups;
}

bool IsSameValue(const Column& column, int row, int other) {
  if (column.IsMissing(row) || column.IsMissing(other)) return column.Text(row) == column.Text(other);
  if (column.kind == Column::Kind::number) return column.values[row] == column.values[other];
  return column.codes[row] == column.codes[other] || column.Text(row) == column.Text(other);
}

}  // namespace fatigue
