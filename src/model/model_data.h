// SPDX-License-Identifier: MIT
// From a model frame to patterns: units, components, and their data in the orthonormal basis.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "design/model_frame.h"
#include "design/orthonormal_basis.h"
#include "model/covariance_model.h"
#include "model/grouping.h"
#include "model/pattern.h"

namespace fatigue {

/// The data of a model y = X beta + e, Cov(e) = V(theta).
///
/// Inside, coefficients are those on the orthonormal basis: beta = beta_ols + R^-1 gamma (design/orthonormal_basis.h).
/// Observation weights w scale a row of X, y and Z by sqrt(w): V = W^-1/2 Sigma W^-1/2.
struct ModelData {
  std::shared_ptr<const OrthonormalBasis> basis;
  std::vector<Pattern> patterns;
  /// Rows of the frame in the order of the patterns: unit u of pattern g is rows
  /// order[first_row[g] + u n_g] .. order[first_row[g] + (u + 1) n_g - 1].
  std::vector<int> order;
  std::vector<Index> first_row;
  CovarianceModel covariance{{}};
  std::vector<Grouping> groupings;  // of the random-effects components, in their order
  Index n = 0, p = 0;
  int units = 0;                   // independent units
  int subjects = 0;                // levels of the finest grouping: what the user calls subjects
  std::vector<int> subject_codes;  // by row; empty where every row is its own subject
  double log_weights = 0;          // sum log w
  double log_abs_det_R = 0;
  Matrix start_covariance;  // m x m moment estimate over the visits (residual structures)
  std::vector<std::string> visits;

  /// Coefficients' transform: l' beta = (R^-T l)' gamma + l' beta_ols.
  Matrix ToBasis(const Matrix& l) const { return basis->R().triangularView<Eigen::Upper>().transpose().solve(l); }
  /// W = [Q, y residual] of units [first, first + count) of a pattern: (n count) x (p + 1), unit after unit.
  void FillUnits(size_t pattern, Index first, Index count, Matrix* W) const;
};

/// The frame and the coding that `basis` was made of must outlive the data.
/// Throws Error: duplicate_visit, crossed_factors, not_identifiable, subject_in_two_groups.
ModelData BuildModelData(const ModelFrame& frame, const Formula& formula,
                         const std::shared_ptr<const OrthonormalBasis>& basis);

/// Moment start values for every component.
Vector StartTheta(const ModelData& data);

}  // namespace fatigue
