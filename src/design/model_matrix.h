// SPDX-License-Identifier: MIT
// Fixed-effects columns: coding of factors, the model matrix, and columns dropped for rank deficiency.
#pragma once

#include <string>
#include <vector>

#include "base/eigen.h"
#include "design/formula.h"
#include "design/model_frame.h"

namespace fatigue {

/// treatment: level k > 0 against the first, as R's contr.treatment. sum: deviations, contr.sum. indicator: every
/// level of every factor. Both for type III tests.
enum class Coding { treatment, sum, indicator };

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
  /// The listed rows of the variables: `count` x columns.
  void Fill(const std::vector<Variable>& variables, const int* rows, Index count, Matrix* X) const;
  /// n x p over the first n rows of the variables.
  Matrix Rows(const std::vector<Variable>& variables, Index n) const;

 private:
  /// A factor of a column's product: a number, the indicator of a level, or a deviation (level against `last`).
  struct Factor {
    enum class Kind { number, indicator, deviation };
    Kind kind;
    size_t variable;
    int level, last;

    double Value(double value) const {
      if (kind == Kind::number) return value;
      const int code = static_cast<int>(value);
      if (code == level) return 1;
      return kind == Kind::deviation && code == last ? -1 : 0;
    }
  };
  void AddTerm(const FixedFormula& formula, const std::vector<Variable>& variables, const Term& term,
               const std::vector<bool>& full, int index);

  Coding coding_;
  std::vector<std::vector<Factor>> columns_;
  std::vector<std::string> names_;
  std::vector<int> column_terms_;
};

/// Which columns of X are linearly independent.
struct ModelMatrix {
  std::vector<int> kept;     // indices into the coding's columns
  std::vector<int> aliased;  // dropped columns
  Matrix aliasing;           // p x dropped: X_dropped = X aliasing
};

/// Goes through the columns in order and drops each that is, to 1e-7 of its length, a combination of those before
/// it: the rule of R's lm (LINPACK dqrdc2). X, or the triangular factor of X, whose columns have the same geometry.
ModelMatrix DropAliased(const Matrix& X);

/// The triangular factor R of a tall matrix X = Q R that comes a block of rows at a time, by Householder reflections
/// (Demmel et al. 2012, SIAM J Sci Comput 34:A206): as accurate as the factorisation of the whole.
class TriangularFactor {
 public:
  void Add(const Matrix& rows);
  /// min(rows so far, columns) x columns, upper triangular.
  const Matrix& R() const { return R_; }

 private:
  Matrix R_, stack_;
};

/// Rows of a table are visited in blocks of this many.
constexpr Index kRowBlock = 512;

}  // namespace fatigue
