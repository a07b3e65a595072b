// SPDX-License-Identifier: MIT
// p values and confidence limits of several comparisons together.
#pragma once

#include <vector>

#include "base/eigen.h"

namespace fatigue {

/// bonferroni: p m. holm: step down (Holm 1979). hochberg: step up (Hochberg 1988). dunnett: the largest |t| of the
/// family, jointly multivariate t (Dunnett 1955; Hothorn, Bretz and Westfall 2008, Biom J 50:346).
enum class Adjust { none, bonferroni, holm, hochberg, dunnett };

/// Bonferroni, Holm and Hochberg; NaN are left out of the family and stay NaN. docs/methods.md#multiplicity
std::vector<double> AdjustPValues(const std::vector<double>& p_values, Adjust adjust);

/// P(max_i |T_i| <= limit) for T multivariate t with the correlation matrix and degrees of freedom (infinity: normal).
/// Genz and Bretz (2009), Computation of Multivariate Normal and t Probabilities. Rank 2 and three contrasts by
/// Gauss rules, to about 1e-9; more by a lattice of points, to about 1e-5.
double MaxAbsTProbability(double limit, const Matrix& correlation, double df);
/// Its complement, without cancellation where the contrasts have rank 2 or are three.
double MaxAbsTUpperP(double limit, const Matrix& correlation, double df);

/// Limit c with MaxAbsTProbability(c) = confidence; in more than three dimensions to about 1e-4.
double MaxAbsTCriticalValue(double confidence, const Matrix& correlation, double df);

}  // namespace fatigue
