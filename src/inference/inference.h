// SPDX-License-Identifier: MIT
// Tests and intervals for linear combinations l'beta and hypotheses L beta = 0.
//
//   Phi     Cov(beta) at the estimated covariance parameters
//   W       covariance of the covariance-parameter estimates: twice the inverse of the Hessian of -2 log-likelihood
//   P_k     X' V^-1 V_k V^-1 X, so that d Phi / d parameter k = Phi P_k Phi
// Satterthwaite: nu = 2 (l'Phi l)^2 / (g'W g), g_k = l'Phi P_k Phi l  (Fai and Cornelius 1996 for several df).
// Kenward-Roger: Phi_A = Phi + 2 Phi [sum_kl W_kl (Q_kl - P_k Phi P_l - R_kl / 4)] Phi, df and F scale as in
//   Kenward and Roger (1997), Biometrics 53:983. docs/methods.md#inference.
#pragma once

#include <string>
#include <vector>

#include "base/eigen.h"
#include "inference/empirical.h"
#include "model/fit.h"

namespace fatigue {

enum class DfMethod {
  satterthwaite,
  kenward_roger,         // SAS's parameters, full adjustment
  kenward_roger_linear,  // without the second-derivative term R_kl
  kenward_roger_mmrm,    // R's mmrm: log-SD and Cholesky parameters
  between_within,
  residual,
  asymptotic
};
/// One of the three variants?
bool IsKenwardRoger(DfMethod df);

enum class Information { observed, expected };
/// How a column of X varies within subjects; between_within needs it.
enum class ColumnRole { intercept, between, within };

struct InferenceOptions {
  DfMethod df = DfMethod::kenward_roger;
  VcovMethod vcov = VcovMethod::model;
  Information information = Information::observed;
  double confidence = 0.95;
};

/// estimate, standard error, degrees of freedom (infinity: normal), t, two-sided p, confidence limits.
struct Estimate {
  double estimate = 0, se = 0, df = 0, t = 0, p_value = 0, lower = 0, upper = 0;
};

struct FTest {
  std::string term;
  int num_df = 0;
  double den_df = 0, f = 0, p_value = 0;
};

class Inference {
 public:
  /// Throws Error("unsupported"): Kenward-Roger with ML or with an empirical covariance, kenward_roger_mmrm for random
  /// effects.
  /// `roles`: one per coefficient. `data` must outlive the inference.
  Inference(const ModelData& data, const Fit& fit, Method method, const InferenceOptions& options,
            std::vector<ColumnRole> roles);

  /// Inference on l'beta, l of length p (the coefficients kept).
  Estimate Evaluate(const Vector& l) const;
  /// F test of L beta = 0, L with full row rank q x p.
  FTest Test(const Matrix& L) const;
  /// Covariance of the estimates of L beta, L with rows over the coefficients kept.
  Matrix Covariance(const Matrix& L) const;
  /// Cov(beta) on the user's columns, adjusted if the method adjusts it.
  Matrix BetaVcov() const;
  /// Covariance of the covariance parameters used, on the active ones.
  const Matrix& parameter_vcov() const { return W_; }

 private:
  double VarianceOf(const Vector& z) const { return z.dot(adjusted_ * z); }
  /// Columns root' R^-T l of the rows l' of L: coefficients on the basis in which Phi is the identity.
  Matrix Standardise(const Matrix& L) const;
  double OneDf(const Vector& z) const;
  double BetweenWithinDf(const Matrix& L) const;

  const ModelData& data_;
  Fit fit_;
  InferenceOptions options_;
  std::vector<ColumnRole> roles_;
  Matrix root_;      // Phi = root root' on the orthonormal basis
  Matrix adjusted_;  // root^-1 Cov(beta) root^-T: the identity, or Phi_A or the empirical covariance likewise
  EmpiricalCovariance empirical_;
  std::vector<Matrix> P_;  // active parameters, as in LikelihoodDerivatives
  Matrix W_;
};

}  // namespace fatigue
