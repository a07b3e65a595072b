// SPDX-License-Identifier: MIT
// Sorts the rows of a model into independent units, and units with the same covariance matrix into patterns.
#pragma once

#include <vector>

#include "model/pattern.h"
#include "model/random_effects.h"
#include "model/residual_structure.h"

namespace fatigue {

/// Patterns without data yet; the rows of each pattern's units in `order`, from `first_row` on (see ModelData).
struct UnitPatterns {
  std::vector<Pattern> patterns;
  std::vector<int> units;  // of each pattern
  std::vector<int> order;
  std::vector<Index> first_row;
};

/// `unit_codes` by row. `residual` may be null. Rows of a unit are put in a canonical order (by subject, visit, then
/// random-effects columns), so that the order of the file does not matter.
UnitPatterns MakeUnitPatterns(const std::vector<int>& unit_codes, int units, const ResidualStructure* residual,
                              const std::vector<RandomEffects>& random);

}  // namespace fatigue
