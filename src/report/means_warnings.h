// SPDX-License-Identifier: MIT
// What whoever asked for marginal means may not have meant.
#pragma once

#include <vector>

#include "base/error.h"
#include "inference/emmeans.h"

namespace fatigue {

/// A number taken at its mean where its values were meant, values beyond those observed, a contrast whose weights do
/// not add up to 0, and an adjustment over one contrast. `variables` are those of the fixed effects.
std::vector<Warning> WarningsOfMeans(const std::vector<Variable>& variables, const EmmeansCombinations& combinations,
                                     const EmmeansSpec& spec);

}  // namespace fatigue
