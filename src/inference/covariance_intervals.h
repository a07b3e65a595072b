// SPDX-License-Identifier: MIT
// Confidence intervals of covariance parameters. docs/methods.md#covariance-intervals
#pragma once

#include <string>
#include <vector>

#include "model/fit.h"

namespace fatigue {

/// wald: estimate and standard error from the observed information, normal limits on the log scale (variances, standard
/// deviations, ranges), Fisher's z (correlations) or as it is (covariances). profile: the values at which the deviance,
/// maximised over all other parameters, rises by the chi-square quantile with 1 df; of the criterion that was fitted
/// (lme4's confint profiles ML).
enum class IntervalKind { wald, profile };

struct CovarianceParameter {
  std::string group;  // grouping factor, or level the matrix belongs to; may be empty
  std::string name;   // "sd(day)", "cor((Intercept),day)", "sigma"; SAS's names for residual structures
  double estimate = 0;
  double se = 0;  // NaN on the boundary
  double lower = 0, upper = 0;
};

std::vector<CovarianceParameter> CovarianceIntervals(const ModelData& data, const Fit& fit, Method method,
                                                     IntervalKind kind, double confidence);

}  // namespace fatigue
