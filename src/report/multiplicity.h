// SPDX-License-Identifier: MIT
// p values adjusted for the number of tests in a family, m. An adjusted p value at most alpha rejects while the chance
// of any false rejection in the family stays below alpha.
//
//   bonferroni  m p
//   holm        step down: max over the i smallest of (m - i + 1) p_(i)
//   hochberg    step up: min over the i-th and larger ones of (m - i + 1) p_(i); for tests not negatively dependent
//   dunnett     one step, from the joint t distribution of the estimates
// Holm (1979), Scand J Stat 6:65; Hochberg (1988), Biometrika 75:800.
#pragma once

#include <vector>

#include "report/plan.h"

namespace fatigue {

/// In the order given, at most 1. NaN (not estimable) stays NaN and is not counted. Throws unsupported for dunnett,
/// which p values alone do not determine.
std::vector<double> AdjustPValues(const std::vector<double>& p_values, Multiplicity method);

}  // namespace fatigue
