// SPDX-License-Identifier: MIT
// The largest |t| of a family of contrasts, jointly multivariate t.
#pragma once

#include "base/eigen.h"

namespace fatigue {

/// P(max_i |T_i| <= limit) for T multivariate t with the correlation matrix and degrees of freedom (infinity: normal).
/// Genz and Bretz (2009), Computation of Multivariate Normal and t Probabilities. Rank 2 and three contrasts by
/// Gauss rules, to about 1e-9; more by a lattice of points, to about 1e-5.
double MaxAbsTProbability(double limit, const Matrix& correlation, double df);
/// Its complement, without cancellation where the contrasts have rank 2 or are three.
double MaxAbsTUpperP(double limit, const Matrix& correlation, double df);

/// Limit c with MaxAbsTProbability(c) = confidence; in more than three dimensions to about 1e-4.
double MaxAbsTCriticalValue(double confidence, const Matrix& correlation, double df);

}  // namespace fatigue
