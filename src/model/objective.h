// SPDX-License-Identifier: MIT
// -2 x profiled (restricted) log-likelihood and its exact derivatives.
//
//   V_i = Cov(y_i),  Phi = (sum X_i' V_i^-1 X_i)^-1,  beta = Phi sum X_i' V_i^-1 y_i,  r = y - X beta
//   -2 l_R = (n - p) log 2 pi + sum log|V_i| + log|Phi^-1| + sum r_i' V_i^-1 r_i
//   -2 l   =  n      log 2 pi + sum log|V_i|               + sum r_i' V_i^-1 r_i
// With P = V^-1 - V^-1 X Phi X' V^-1 and V_k = dV / d parameter k:
//   gradient    tr(P V_k) - y'P V_k P y
//   observed    tr(P V_kl) - tr(P V_k P V_l) + 2 y'P V_k P V_l P y - y'P V_kl P y
//   expected    tr(P V_k P V_l)
// (ML: V^-1 in place of P in the traces.) Harville (1977), J Am Stat Assoc 72:320. docs/methods.md#likelihood.
#pragma once

#include <optional>
#include <vector>

#include "base/constants.h"
#include "base/eigen.h"
#include "model/model_data.h"

namespace fatigue {

enum class Method { reml, ml };

/// The likelihood at one theta. Coefficients are on the orthonormal basis of ModelData.
struct Likelihood {
  /// -2 log-likelihood on the original scale of X, y and weights; NaN: not evaluated.
  double objective = kNaN;
  Vector gamma;  // p
  Matrix root;   // p x p upper triangular: Cov(gamma) = Phi = root root'
};

/// Derivatives of the objective with respect to theta or the natural parameters.
struct LikelihoodDerivatives {
  Likelihood likelihood;
  Vector gradient;        // K
  Matrix hessian;         // K x K, exact (observed)
  Matrix expected;        // K x K, expectation of the Hessian; empty unless asked for
  std::vector<Matrix> P;  // K of p x p: root' X' V^-1 V_k V^-1 X root, so that dPhi / dk = root P_k root'
  CovarianceValue value;  // the components with the derivatives that were used
};

enum class ExpectedHessian { no, yes };

/// nullopt where some V or X'V^-1X is not numerically positive definite.
std::optional<Likelihood> EvaluateLikelihood(const ModelData& data, Method method, const Vector& theta);

std::optional<Likelihood> EvaluateLikelihood(const ModelData& data, Method method, const CovarianceValue& value);

std::optional<LikelihoodDerivatives> EvaluateDerivatives(const ModelData& data, Method method, const Vector& theta,
                                                         Coordinates coordinates,
                                                         ExpectedHessian expected = ExpectedHessian::no);
/// With respect to the parameters that `value` has derivatives for.
std::optional<LikelihoodDerivatives> EvaluateDerivatives(const ModelData& data, Method method, CovarianceValue value,
                                                         ExpectedHessian expected = ExpectedHessian::no);

}  // namespace fatigue
