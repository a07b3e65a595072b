// SPDX-License-Identifier: MIT
// First and second derivatives of a component's matrix S with respect to the parameters it depends on.
#pragma once

#include <vector>

#include "base/dual.h"
#include "base/eigen.h"

namespace fatigue {

struct ComponentDerivatives {
  std::vector<Index> parameters;  // of the whole model, those that S depends on
  Matrix jacobian;                // entries of the lower triangle of S by rows x parameters
  // Second derivatives in one of three forms.
  std::vector<Matrix> hessians;  // by entry; none: they are zero, unless there is a factor
  Matrix factor;                 // S = L L', L_ij = exp(theta_i) t_ij, t_ii = 1: parameters theta, then t by rows

  /// sum_ij M_ij d2 S_ij / dk dl over the own parameters, M symmetric.
  Matrix ContractEntries(const Matrix& M) const;
  /// sum_kl W_kl d2 S / dk dl, W symmetric over the own parameters.
  Matrix ContractParameters(const Matrix& W) const;
  /// dS / d(own parameter k)
  Matrix Slope(Index k) const;

  Index size() const;
};

/// From the lower triangle by rows in dual numbers seeded with the own parameters.
ComponentDerivatives FromDuals(const std::vector<Dual>& triangle, std::vector<Index> parameters);

/// Every entry of the lower triangle is a parameter.
ComponentDerivatives FromEntries(Index size, std::vector<Index> parameters);

/// S = L L' with the parameters of the unstructured covariance (covariance/structure.h).
ComponentDerivatives FromFactor(const Matrix& factor, std::vector<Index> parameters);

}  // namespace fatigue
