// SPDX-License-Identifier: MIT
// p values and confidence limits of several comparisons together.
#pragma once

#include <vector>

namespace fatigue {

/// bonferroni: p m. holm: step down (Holm 1979). hochberg: step up (Hochberg 1988). dunnett: the largest |t| of the
/// family, jointly multivariate t (Dunnett 1955; Hothorn, Bretz and Westfall 2008, Biom J 50:346).
enum class Adjust { none, bonferroni, holm, hochberg, dunnett };

/// Bonferroni, Holm and Hochberg; NaN are left out of the family and stay NaN. docs/methods.md#multiplicity
std::vector<double> AdjustPValues(const std::vector<double>& p_values, Adjust adjust);

}  // namespace fatigue
