// SPDX-License-Identifier: MIT
// Fixed-effects columns: coding of factors, the model matrix, and columns dropped for rank deficiency.
#pragma once

#include <string>
#include <vector>

#include "base/eigen.h"
#include "design/formula.h"
#include "design/model_frame.h"

namespace fatigue {

/// treatment: level k > 0 against the first, as R's contr.treatment. sum: deviations, contr.sum, for type III tests.
enum class Coding { treatment, sum };

/// One value per variable of the formula: a level index for factors, a number for the rest.
using Point = std::vector<double>;

/// Maps a point of the variables' space to a row of the model matrix. Columns are named and ordered as in R.
class DesignCoding {
 public:
  DesignCoding(const FixedFormula& formula, const std::vector<Variable>& variables, Coding coding);

  const std::vector<std::string>& column_names() const { return names_; }
  /// Index of the term a column belongs to; -1 for the intercept.
  const std::vector<int>& column_terms() const { return column_terms_; }
  int columns() const { return static_cast<int>(names_.size()); }

  RowVector Row(const Point& point) const;
  /// n x p over the n rows of the variables.
  Matrix Rows(const std::vector<Variable>& variables, Index n) const;

 private:
  struct Factorised {
    int variable;
    int levels;  // 0 for a numeric variable
    bool full;   // one indicator per level instead of contrasts
    int columns;
  };
  double Entry(const Factorised& part, int column, double value) const;

  Coding coding_;
  bool intercept_;
  std::vector<std::vector<Factorised>> terms_;
  std::vector<std::string> names_;
  std::vector<int> column_terms_;
};

/// X with its linearly dependent columns taken out.
struct ModelMatrix {
  Matrix X;                  // n x p, full column rank
  std::vector<int> kept;     // indices into the coding's columns
  std::vector<int> aliased;  // dropped columns
  Matrix aliasing;           // p x dropped: X_dropped = X aliasing
};

/// Goes through the columns in order and drops each that is, to 1e-7 of its length, a combination of those before
/// it: the rule of R's lm (LINPACK dqrdc2).
ModelMatrix DropAliased(const Matrix& full);

}  // namespace fatigue
