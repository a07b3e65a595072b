// SPDX-License-Identifier: MIT
// Units that share their covariance matrix, and all that the likelihood needs of their data.
//
// A unit is a set of rows independent of all others (a subject, or the coarsest group of nested random effects). Units
// with the same visits and the same Z share V: they form a pattern. With W_i = [X_i, y_i] the rows of unit i (n x q),
// the likelihood and its derivatives are contractions of sum_i vec(W_i) vec(W_i)'. Where a pattern has many units that
// sum is kept in place of the rows, so after one pass over the data an iteration costs the same for 20 subjects as for
// 2 million; where it has few, the rows themselves are smaller and cheaper.
#pragma once

#include <functional>
#include <vector>

#include "base/eigen.h"

namespace fatigue {

/// Where a component's matrix S stands in a unit: it adds B S B' to V on the given rows.
struct Block {
  size_t component = 0;
  std::vector<int> rows;    // rows of the unit
  std::vector<int> visits;  // residual_structure: row r of the block is visit visits[r]
  Matrix Z;                 // random_effects: rows x size
  // Neither visits nor Z: residual variance, B = identity over the rows.
  std::vector<int> positions;  // rows of S that columns of B stand for: visits, or 0 .. size - 1; set by Pattern

  bool is_identity() const { return visits.empty() && Z.size() == 0; }
};

/// V(rows, rows) += B S B'
void AddExpanded(const Block& block, const Matrix& S, Matrix* V);

/// S += B' M B for M over the unit's rows: the adjoint of AddExpanded.
void AddCollapsed(const Block& block, const Matrix& M, Matrix* S);

/// sum over units of vec(U) vec(U)', U size x q, in blocks of units.
class ProductSum {
 public:
  ProductSum(Index size, Index q);

  /// Room for the next U, all zero, vec(U) by columns.
  double* Next();
  /// Adds a sum over units of local matrices: `local` is (n q) x (n q), row a of the units is row positions[a] of U.
  void AddLocal(const Matrix& local, const std::vector<int>& positions);
  /// (size q) x (size q), symmetric.
  const Matrix& Total();

 private:
  void Flush();

  Index size_, q_;
  Matrix total_, buffer_;
  Index used_ = 0;
};

class Pattern {
 public:
  Pattern(int rows, std::vector<Block> blocks);

  int rows() const { return rows_; }
  int units() const { return units_; }
  const std::vector<Block>& blocks() const { return blocks_; }

  /// Gives rows of units [first, first + count): (n count) x q, unit after unit in every column.
  using RowSource = std::function<void(Index first, Index count, Matrix* rows)>;
  void Load(int units, Index q, const RowSource& source);

  bool is_stacked() const { return products_.size() == 0; }
  /// The rows of all units, (n units) x q, unit after unit in every column; empty unless stacked.
  const Matrix& stacked() const { return stacked_; }
  /// sum_i vec(W_i) vec(W_i)'; empty if stacked.
  const Matrix& products() const { return products_; }

  /// sum_i W_i' M W_i (q x q), M symmetric.
  Matrix Contract(const Matrix& M) const;
  /// sum_i W_i A W_i' (n x n), A symmetric.
  Matrix Spread(const Matrix& A) const;
  /// sum_i vec(U W_i) vec(U W_i)', not stacked only.
  Matrix TransformedProducts(const Matrix& U) const;

  /// V of this pattern from the components' matrices.
  Matrix Covariance(const std::vector<Matrix>& matrices) const;

 private:
  int rows_;
  std::vector<Block> blocks_;
  int units_ = 0;
  Index q_ = 0;
  Matrix stacked_;
  Matrix products_;
};

}  // namespace fatigue
