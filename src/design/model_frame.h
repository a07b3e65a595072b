// SPDX-License-Identifier: MIT
// The rows of a table that are complete in every column a model uses, and those columns as variables.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "base/error.h"
#include "design/formula.h"
#include "table/table.h"

namespace fatigue {

/// A column as the model sees it, over the rows of the frame.
struct Variable {
  std::string name;
  bool is_factor = false;
  std::vector<std::string> levels;  // factor: first is the reference; every level occurs
  std::vector<int> codes;           // factor: index into levels
  Vector values;                    // numeric
};

/// How columns are to be read: level order (first is the reference) and numeric columns to treat as factors.
struct FrameOptions {
  std::map<std::string, std::vector<std::string>> levels;
  std::set<std::string> categorical;
  std::string weights;  // column name, empty for none
};

struct ModelFrame {
  const Table* table = nullptr;
  std::vector<int> rows;  // table rows used
  int excluded = 0;       // table rows dropped for a missing value in some column used
  Vector y;               // response minus offsets
  Vector offset;          // sum of the offsets; empty when there are none
  std::string response;
  Vector weights;  // ones when there are none
  bool is_weighted = false;
  std::vector<Variable> fixed;    // parallel to formula.fixed.variables
  std::vector<Warning> warnings;  // levels without rows, numbers read as labels

  /// The column as a factor, whatever its type: for subjects, visits and groups. Numbers sort as numbers.
  Variable Factor(const std::string& column) const;
  /// The column as numbers; throws not_numeric.
  Variable Numeric(const std::string& column) const;
  /// The formula's variable as a factor or as numbers, as the formula and the options say.
  Variable Fixed(const FixedFormula& formula, size_t variable) const;

  FrameOptions options;
};

/// Throws Error: unknown_column, not_numeric, one_level (a fixed factor with a single level), too_few_observations
/// (no complete row), bad_weights, unknown_level (a value not in the given level order).
ModelFrame BuildModelFrame(const Table& table, const Formula& formula, const FrameOptions& options);

}  // namespace fatigue
