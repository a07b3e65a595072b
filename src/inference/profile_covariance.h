// SPDX-License-Identifier: MIT
// The covariance with one reported parameter held and the others free of bounds.
//
// Random effects, with the effects of the held parameter put first: G = D L L' D, L lower triangular, D the effects'
// sizes. A standard deviation is held as L_11; a correlation of effects with standard deviations a^2 and b^2 as
// L_11 = a^2, L_21 = rho b^2, L_22 = sqrt(1 - rho^2) b^2. So G is positive semi-definite at all values of the free
// parameters, and its boundary (another variance of 0, a correlation of 1) is reached exactly. Residual structures are
// in theta, or in natural parameters where they have the held one; sigma in its logarithm unless it is held.
#pragma once

#include <optional>
#include <vector>

#include "model/covariance_model.h"

namespace fatigue {

class ProfileCovariance {
 public:
  /// `held`: position among the model's reported parameters. `theta`: where the free ones start.
  ProfileCovariance(const CovarianceModel& model, const Vector& theta, Index held);

  /// All parameters at theta, the held one at position held().
  const Vector& start() const { return start_; }
  Index held() const { return held_; }

  /// The matrices, with derivatives with respect to all parameters; nullopt where there are none (a held correlation
  /// beyond 1).
  std::optional<CovarianceValue> At(const Vector& parameters) const;

 private:
  /// How a random-effects component is written.
  struct Effects {
    std::vector<Index> order;  // of the effects, those held first
    Vector sizes;              // D, in that order
    Matrix to_basis;           // S = to_basis (D L L' D) to_basis'
    bool holds_correlation = false;
  };
  Effects EffectsOf(size_t component, Index held, const CovarianceValue& value);
  bool IsHeldIn(size_t component) const;

  const CovarianceModel& model_;
  std::vector<Effects> effects_;  // by component; those of residual structures are empty
  Vector start_;
  Index held_;
};

}  // namespace fatigue
