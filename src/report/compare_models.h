// SPDX-License-Identifier: MIT
// Likelihood-ratio test of two models, one nested in the other.
#pragma once

#include <string>

#include "report/model_run.h"

namespace fatigue {

struct ComparedModel {
  std::string formula;
  double log_lik = 0;
  int fixed = 0, covariance = 0;  // parameters
  std::string status;
  std::vector<Warning> warnings;
};

/// statistic = 2 (log L larger - log L smaller), chi-square with as many degrees of freedom as the larger has more
/// parameters. Where the models differ by one random effect its variance lies on the boundary under the smaller, and
/// p_mixture is the 50:50 mixture of chi-squares with df - 1 and df (Stram and Lee 1994, Biometrics 50:1171); else NaN.
struct LikelihoodRatio {
  ComparedModel smaller, larger;
  Method method = Method::reml;
  bool refitted = false;  // by ML, as restricted likelihoods of different fixed effects cannot be compared
  double statistic = 0;
  int df = 0;
  double p_value = 0, p_mixture = 0;
};

/// Fits both models to the rows complete in each; `fitted` is the first, fitted already.
/// Throws Error: not_nested (the same number of parameters, other rows, fixed effects that do not lie in the larger
/// model's, a larger model that fits worse), not_converged.
LikelihoodRatio CompareModels(const Table& table, const FittedModel& fitted, const ModelSpec& first,
                              const std::string& second_formula);

}  // namespace fatigue
