// SPDX-License-Identifier: MIT
// The model matrix in a basis that keeps its digits, made a block of rows at a time.
#pragma once

#include "design/model_matrix.h"

namespace fatigue {

/// Ordinary least squares of the response and the orthonormal basis that goes with it,
///   sqrt(W) X = Q R,   beta = beta_ols + R^-1 gamma   with gamma the coefficients on Q,
/// so that cross-products keep their digits whatever the covariates' scale. Neither X nor Q is stored: rows are made
/// when they are asked for, so a million rows cost no more memory than their columns.
class OrthonormalBasis {
 public:
  /// `frame` and `coding` must outlive the basis. Throws Error: too_few_observations (no residual degrees of freedom),
  /// constant_response, no_variation (the fixed effects explain the response exactly).
  OrthonormalBasis(const ModelFrame& frame, const DesignCoding& coding);

  const ModelMatrix& columns() const { return columns_; }
  const Matrix& R() const { return R_; }                // p x p upper triangular
  const Vector& beta_ols() const { return beta_ols_; }  // p
  /// Triangular factor of X without the weights, kept columns only.
  Matrix UnweightedFactor() const;
  double residual_variance() const { return variance_; }  // of ordinary least squares, n - p
  Index p() const { return R_.cols(); }

  /// sqrt(w) [q_i', y_i - x_i' beta_ols] for the listed rows of the frame: count x (p + 1).
  void Fill(const int* rows, Index count, Matrix* W) const;
  /// x_i for the listed rows, kept columns only, unweighted: count x p.
  void FillDesign(const int* rows, Index count, Matrix* X) const;

 private:
  const ModelFrame& frame_;
  const DesignCoding& coding_;
  ModelMatrix columns_;
  Matrix R_;
  Vector beta_ols_;
  double variance_ = 1;
};

}  // namespace fatigue
