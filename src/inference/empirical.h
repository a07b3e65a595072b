// SPDX-License-Identifier: MIT
// Empirical (sandwich) covariance of beta, which holds whatever the true covariance of the responses is.
//
// With V_i = L_i L_i', X~ = L^-1 X and e~ = L^-1 (y - X beta), H_i = X~_i Phi X~_i' and A_i = (I - H_i)^-d:
//   Cov(beta) = Phi [sum_i X~_i' A_i e~_i e~_i' A_i X~_i] Phi
// d = 0: CR0 (Liang and Zeger 1986); d = 1/2: CR2, bias reduced (Bell and McCaffrey 2002, Survey Methodology 28:169);
// d = 1: CR3, the jackknife (Mancl and DeRouen 2001), without a factor (n - 1) / n. docs/methods.md#empirical.
#pragma once

#include "base/eigen.h"
#include "model/fit.h"

namespace fatigue {

enum class VcovMethod { model, empirical, empirical_jackknife, empirical_bias_reduced };

/// All in the basis in which Phi is the identity (inference/inference.h).
class EmpiricalCovariance {
 public:
  EmpiricalCovariance() = default;
  /// One cluster per independent unit.
  EmpiricalCovariance(const ModelData& data, const Fit& fit, VcovMethod method);

  const Matrix& covariance() const { return covariance_; }  // p x p
  /// Satterthwaite degrees of freedom of z'b as Bell and McCaffrey (2002), with independent errors as working model:
  /// (sum lambda)^2 / sum lambda^2 of G'G, g_i = (I - H)_i' A_i X~_i z.
  double Df(const Vector& z) const;

 private:
  std::vector<Index> unit_first_;  // first row of every unit, and the end
  Matrix X_, AX_;                  // X~_i and A_i X~_i, n x p
  Matrix covariance_;
};

}  // namespace fatigue
