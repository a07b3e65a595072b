// SPDX-License-Identifier: MIT
// The two formulas of Kenward and Roger (1997): the adjusted covariance of beta, and df and scale of the F test.
//
// Both are in the basis in which Phi is the identity: Phi = root root', P_k = root' X'V^-1 V_k V^-1 X root.
#pragma once

#include <vector>

#include "base/eigen.h"
#include "model/objective.h"

namespace fatigue {

/// root^-1 Phi_A root^-T. `W` is K x K over the parameters listed in `active` of `derivatives`.
/// `second_order`: with the R_kl term. docs/methods.md#eq-kr-adjusted
Matrix KenwardRogerCovariance(const ModelData& data, const LikelihoodDerivatives& derivatives,
                              const std::vector<Index>& active, const Matrix& W, bool second_order);

/// Relative variance of an estimated variance below which it is known: degrees of freedom above 2e14.
constexpr double kKnownCovariance = 1e-14;

struct ScaledF {
  double den_df = 0;
  double scale = 1;  // lambda: F* = scale x F is compared with F(q, den_df)
};

/// docs/methods.md#eq-kr-f; NaN where the information cannot be inverted or there are too few subjects. `L` is q x p on
/// the basis above, P and W over the same parameters.
ScaledF KenwardRogerScale(const Matrix& L, const std::vector<Matrix>& P, const Matrix& W);

}  // namespace fatigue
