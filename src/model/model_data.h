// SPDX-License-Identifier: MIT
// From a model frame to patterns: units, components, and the data in a basis that keeps its digits.
#pragma once

#include <string>
#include <vector>

#include "base/eigen.h"
#include "design/model_frame.h"
#include "design/model_matrix.h"
#include "model/covariance_model.h"
#include "model/pattern.h"

namespace fatigue {

/// The data of a model y = X beta + e, Cov(e) = V(theta).
///
/// Inside, the columns of sqrt(W) X are replaced by an orthonormal basis, sqrt(W) X = Q R, and y by its residual from
/// ordinary least squares, so that cross-products keep their digits whatever the covariates' scale:
///   beta = beta_ols + R^-1 gamma, with gamma the coefficients on Q.
/// Observation weights w scale a row of X, y and Z by sqrt(w): V = W^-1/2 Sigma W^-1/2.
struct ModelData {
  std::vector<Pattern> patterns;
  CovarianceModel covariance{{}};
  Matrix R;         // p x p upper triangular
  Vector beta_ols;  // p
  Index n = 0, p = 0;
  int units = 0;                   // independent units
  int subjects = 0;                // levels of the finest grouping: what the user calls subjects
  std::vector<int> subject_codes;  // by row; empty where every row is its own subject
  double log_weights = 0;          // sum log w
  double log_abs_det_R = 0;
  Matrix start_covariance;       // m x m moment estimate over the visits (residual structures)
  double residual_variance = 1;  // of ordinary least squares
  std::vector<std::string> visits;

  /// Coefficients' transform: l' beta = (R^-T l)' gamma + l' beta_ols.
  Matrix ToBasis(const Matrix& l) const { return R.triangularView<Eigen::Upper>().transpose().solve(l); }
};

/// Throws Error: duplicate_visit, crossed_factors, unsupported, too_few_observations (no residual df).
ModelData BuildModelData(const ModelFrame& frame, const Formula& formula, const ModelMatrix& design);

/// Moment start values for every component.
Vector StartTheta(const ModelData& data);

}  // namespace fatigue
