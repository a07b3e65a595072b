// SPDX-License-Identifier: MIT
// Comparisons of our numbers with those of other software: each is a Catch2 assertion, and a line of the record.
//
// Where the environment variable FATIGUE_RECORD names a file, every comparison appends a line of JSON to it: case,
// block, kind and name of the quantity, our number, the reference, tolerance, software. scripts/validation.mjs makes
// docs/validation.md of it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "inference/inference.h"
#include "support/tolerance.h"

namespace fatigue::test {

using Json = nlohmann::ordered_json;

/// A row of a stored table under one set of names, whichever software wrote it: estimate, se, df, t, p, lower, upper;
/// term, num_df, den_df, F; and the columns that say which row it is.
using StoredRow = std::map<std::string, Json>;

/// Tables are stored by column or as a list of rows.
std::vector<StoredRow> StoredRows(const Json& table);

/// A matrix by rows, or {rows, cols, values}; a single number is 1 x 1.
Matrix StoredMatrix(const Json& stored);

/// R writes vectors of length 1 as a scalar.
std::vector<Json> AsList(const Json& stored);

/// A number of the record.
struct Compared {
  std::string kind;      // "coefficient", "se", "df", ...
  std::string quantity;  // which one
  double ours = 0, reference = 0;
  double allowed = 0;  // difference over scale
  double scale = 0;    // 0: the size of the reference
};

class Comparison {
 public:
  Comparison(std::string case_name, std::string software, const Tolerance& tolerance)
      : case_(std::move(case_name)), software_(std::move(software)), tolerance_(tolerance) {}

  /// The same within a block (blocks nest) or against other software.
  Comparison In(const std::string& block) const;
  Comparison With(const std::string& software, const Tolerance& tolerance) const;

  const std::string& case_name() const { return case_; }
  const std::string& block() const { return block_; }
  const std::string& software() const { return software_; }
  const Tolerance& tolerance() const { return tolerance_; }

  /// `zero`: numbers below are equal.
  void Number(const Compared& compared, double zero = kZero) const;
  /// Nothing is compared where the reference has null.
  void Number(const std::string& kind, const std::string& quantity, double ours, const Json& reference,
              double allowed) const;

  /// estimate, se, df, t, p, lower, upper: those the row has. `kind` is that of the estimate.
  void Row(const std::string& kind, const std::string& quantity, const Estimate& ours, const StoredRow& row) const;
  void Row(const FTest& ours, const StoredRow& row) const;
  /// Entries of a covariance matrix.
  void Covariance(const std::string& kind, const std::string& quantity, const Matrix& ours, const Matrix& reference,
                  double allowed) const;

 private:
  std::string case_, software_, block_;
  Tolerance tolerance_;
};

}  // namespace fatigue::test
