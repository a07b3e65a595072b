// SPDX-License-Identifier: MIT
// Fit: parameters at the optimum of the (restricted) likelihood and all that inference needs of them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "model/model_data.h"
#include "model/objective.h"

namespace fatigue {

/// What happened, and what may be used.
enum class FitStatus {
  not_started,           // nothing may be used
  converged,             // everything may be used
  singular,              // an optimum on the boundary (a variance is 0, a correlation 1, or that of sp_exp 0): usable,
                         // inference conditions on the boundary
  iteration_limit,       // estimates are the best found, not an optimum, or not the highest point: not usable
  singular_hessian,      // the data do not determine all covariance parameters: not usable
  not_positive_definite  // no start value gave a positive definite covariance, or Sigma over all visits is none or
                         // singular: nothing may be used
};

std::string Name(FitStatus status);

struct Fit {
  FitStatus status = FitStatus::not_started;
  std::string message;
  Vector theta;
  CovarianceValue covariance;  // Sigma and G
  Likelihood likelihood;
  Vector beta;       // p, user's columns
  Matrix beta_vcov;  // Phi on the user's columns
  /// Covariance parameters (theta) that are free: all but those on the boundary.
  std::vector<Index> active;
  int iterations = 0;
  int starts = 0;                                    // start values tried
  std::optional<LikelihoodDerivatives> derivatives;  // with respect to theta, at the estimate

  bool IsUsable() const { return status == FitStatus::converged || status == FitStatus::singular; }
};

/// Called before every iteration with the -2 log-likelihood so far.
using IterationCallback = std::function<void(int iteration, double objective)>;

/// Maximises the likelihood from several starts. `start`, if it has as many parameters as the model, is tried first:
/// the optimum for nearly the same data, say.
Fit FitModel(const ModelData& data, Method method, const IterationCallback& on_iteration = {},
             const std::optional<Vector>& start = {});

}  // namespace fatigue
